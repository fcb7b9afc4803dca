import ArgumentParser
import GeneratedCallSets
import GenomeModel
import VariantStorage

/// One segment a call set, as call sets arrive, then everything merged into one.
struct Build: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes a segment for each call set and merges them; measures merging and size.")

    @OptionGroup var options: BenchOptions

    func run() throws {
        let (writer, index, assay) = try options.create()
        let population = options.population
        var staged: [StagedSegment] = []
        for person in 0..<options.people {
            let callSets = options.callSets(person..<(person + 1), assay: assay)
            var builder = try writer.beginSegment(callSets: callSets, origin: .germline, index: index)
            try population.forEachBatch(of: person) { try builder.append($0) }
            staged.append(try builder.finish())
        }
        let genotypes = staged.reduce(0) { $0 + $1.calls }
        try writer.commit(adding: staged)
        Measure.report("genotypes", Double(genotypes))
        Measure.report("unmerged_bytes_per_genotype", Double(Measure.length(of: options.directory)) / Double(genotypes))
        let before = Measure.processorSeconds()
        let seconds = try Measure.seconds { try writer.merge(.everything) }
        Measure.report("merge_genotypes_per_second", Double(genotypes) / seconds)
        // Says whether a slow merge waited for somebody else's work or for the disk.
        Measure.report("merge_genotypes_per_processor_second", Double(genotypes) / (Measure.processorSeconds() - before))
        Measure.report("bytes_per_genotype", Double(Measure.length(of: options.directory)) / Double(genotypes))
    }
}

/// All call sets streamed site by site into one segment: the way to thousands of them in minutes.
struct BuildTogether: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Streams all call sets into one segment and merges it; nothing is measured but size.")

    @OptionGroup var options: BenchOptions

    func run() throws {
        let (writer, index, assay) = try options.create()
        let callSets = options.callSets(0..<options.people, assay: assay)
        var builder = try writer.beginSegment(callSets: callSets, origin: .germline, index: index)
        try options.population.forEachBatch(people: options.people) { try builder.append($0) }
        let staged = try builder.finish()
        try writer.commit(adding: [staged])
        try writer.merge(.everything)
        Measure.report("genotypes", Double(staged.calls))
        Measure.report("bytes_per_genotype", Double(Measure.length(of: options.directory)) / Double(staged.calls))
    }
}
