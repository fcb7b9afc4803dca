import ArgumentParser
import GeneratedCallSets
import GenomeModel
import VariantStorage

/// Structural events: adding call sets one by one and merging them, with questions before and after the last merge.
struct Structural: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Adds made-up genomes' structural events one by one, merges them, and matches events against all of them.")

    @OptionGroup var questions: StructuralQuestions

    func run() throws {
        let options = questions.options
        let made = GeneratedEvents(seed: options.seed)
        let (writer, index, assay) = try options.create()
        let callSets = options.callSets(0..<options.people, assay: assay)
        // Call sets without small variants: what they weigh is measured elsewhere.
        try writer.commit(adding: [try writer.beginSegment(callSets: callSets, origin: .germline, index: index).finish()])
        let opened = try writer.read()
        var (staged, times, calls): ([StagedSegment], [Double], Int) = ([], [], 0)
        for (number, callSet) in callSets.enumerated() {
            let own = made.calls(of: number)
            let start = Measure.processorSeconds()
            var builder = try writer.beginStructuralSegment(callSets: [callSet], origin: .germline, index: opened)
            try builder.append(own)
            staged.append(try builder.finish())
            times.append((Measure.processorSeconds() - start) * 1000)
            calls += own.count
        }
        Measure.report("events_per_genome", Double(calls) / Double(callSets.count))
        Measure.report("add_median_cpu_ms", Measure.median(times))
        Measure.report("bytes_per_call_single", Double(staged.reduce(0) { $0 + $1.length }) / Double(calls))
        try writer.commit(adding: staged)
        for (name, plan) in [("levels", MergePlan.levels), ("merged", .everything)] {
            let start = Measure.processorSeconds()
            try writer.merge(plan)
            Measure.report("\(name)_cpu_s", Measure.processorSeconds() - start)
            try questions.measure(name)
        }
    }
}

/// The questions alone, of an index that `structural` has made.
struct StructuralAnswer: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Matches events against an index of made-up genomes' structural events.")

    @OptionGroup var questions: StructuralQuestions

    func run() throws { try questions.measure("answer") }
}

/// What is asked, warm, in one thread.
struct StructuralQuestions: ParsableArguments {
    @OptionGroup var options: BenchOptions
    @Option(help: "Events to match.") var events = 20_000
    @Option(help: "Questions of people who are not in the index, as every third; the rest are of people who are.") var strangers =
        3

    private func questions(_ made: GeneratedEvents) -> [StructuralEvent] {
        var questions: [StructuralEvent] = []
        var person = 0
        while questions.count < events {
            let number = person.isMultiple(of: strangers) ? 1_000_000 + person : person % max(1, options.people)
            questions += made.calls(of: number).map(\.event)
            person += 1
        }
        return Array(questions.prefix(events))
    }

    func measure(_ name: String) throws {
        let shape = try VariantIndex(directory: options.directory).eventsShape[.germline] ?? VariantIndex.EventsShape()
        Measure.report("\(name)_segments", Double(shape.segments))
        Measure.report("\(name)_distinct_events", Double(shape.events))
        Measure.report("\(name)_bytes_per_call", Double(shape.bytes) / Double(max(1, shape.calls)))
        try Measure.report(
            "\(name)_open_ms",
            Measure.median(
                (0..<11).map { _ in
                    try Measure.seconds { _ = try VariantIndex(directory: options.directory).cohort() } * 1000
                }))
        let index = try VariantIndex(directory: options.directory)
        let cohort = try index.structuralCohort(try index.cohort())
        let asked = questions(GeneratedEvents(seed: options.seed))
        // Once to warm and to prove the blocks; then the middle of seven. Seconds by the clock, and of the processor, which a
        // busy machine does not blur.
        let first = Measure.processorSeconds()
        let matched = try index.frequencies(of: asked, in: cohort).reduce(0) { $0 + $1.het + $1.hom }
        Measure.report("\(name)_match_first_cpu_s", Measure.processorSeconds() - first)
        var (clock, processor): ([Double], [Double]) = ([], [])
        for _ in 0..<7 {
            let start = Measure.processorSeconds()
            clock.append(try Measure.seconds { _ = try index.frequencies(of: asked, in: cohort) })
            processor.append(Measure.processorSeconds() - start)
        }
        Measure.report("\(name)_match_s", Measure.median(clock))
        Measure.report("\(name)_match_cpu_s", Measure.median(processor))
        Measure.report("\(name)_carriers_per_event", Double(matched) / Double(max(1, asked.count)))
    }
}
