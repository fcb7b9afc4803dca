import GenomeModel
import VariantStorage

/// The slow and obvious way: everybody's calls in a list, every one held against the question, rules as `docs/structural-variants.md`
/// has them and not as the program does.
struct SlowStructuralOracle {
    let assays: [String: TargetRegions]
    var people: [GeneratedEvents.Person] = []
    /// Call sets of the cohort whose structural calls are not there.
    var silent = 0

    static func matches(_ a: StructuralEvent, _ b: StructuralEvent) -> Bool {
        guard a.first.contig == b.first.contig, a.second.contig == b.second.contig else { return false }
        let words = (Set(words(a)), Set(words(b)))
        guard !words.0.isDisjoint(with: words.1) else { return false }
        if a.kind == .adjacency, b.kind == .adjacency, (a.firstSide, a.secondSide) != (b.firstSide, b.secondSide) { return false }
        if a.kind == .singleBreakend, a.firstSide != b.firstSide { return false }
        func near(_ x: Breakpoint, _ y: Breakpoint, _ limit: Int) -> Bool {
            let gap = max(Int(x.low.value) - Int(y.high.value), Int(y.low.value) - Int(x.high.value), 0)
            return gap <= limit
        }
        if a.kind == .insertion {
            guard near(a.first, b.first, 25) else { return false }
            guard let one = a.length, let other = b.length else { return true }
            return Double(min(one, other)) / Double(max(one, other)) >= 0.7
        }
        guard near(a.first, b.first, 10_000), near(a.second, b.second, 10_000) else { return false }
        if a.kind == .singleBreakend || a.first.contig != a.second.contig { return true }
        let (x, y) = (bases(a), bases(b))
        let shared = Double(max(0, min(x.1, y.1) - max(x.0, y.0) + 1))
        return shared / Double(max(x.1, y.1) - min(x.0, y.0) + 1) >= 0.6
    }

    /// What an event may pass for.
    private static func words(_ event: StructuralEvent) -> [String] {
        switch event.kind {
        case .deletion: return ["lost", "lost by joining"]
        case .duplication: return ["gained", "gained by joining"]
        case .copyNumber:
            switch event.change {
            case .loss?: return ["lost", "lost by joining"]
            case .gain?: return ["gained", "gained by joining"]
            case nil: return ["lost", "gained"]
            }
        case .insertion: return ["inserted"]
        case .inversion: return ["inverted"]
        case .singleBreakend: return ["single"]
        case .adjacency:
            guard event.first.contig == event.second.contig else { return ["joined"] }
            switch (event.firstSide, event.secondSide) {
            case (.left, .right): return ["skip", "lost by joining"]
            case (.right, .left): return ["repeat", "gained by joining"]
            default: return ["turned", "inverted"]
            }
        }
    }

    private static func bases(_ event: StructuralEvent) -> (Int, Int) {
        var (first, last) = (Int(event.first.position.value), Int(event.second.position.value))
        guard event.kind == .adjacency else { return (first, last) }
        if event.firstSide == .left { first += 1 }
        if event.secondSide == .right { last -= 1 }
        return (first, max(first, last))
    }

    private func copies(_ event: StructuralEvent, _ sex: Sex) -> Int {
        let ends = [event.first, event.second].map { Ploidy.alleles(.grch38, $0.contig, $0.position, sex) }
        return ends.contains(0) ? 0 : ends[0]
    }

    /// What is kept of a person: covered, where the person has copies, each event once, in its largest state.
    func kept(_ person: GeneratedEvents.Person) -> [(event: StructuralEvent, state: CallState)] {
        guard let targets = assays[person.assay] else { return [] }
        return person.calls.filter { copies($0.event, person.sex) > 0 && targets.covers($0.event) }.map { ($0.event, $0.state) }
    }

    func states(_ question: StructuralEvent) -> [String: CallState] {
        var states: [String: CallState] = [:]
        for person in people {
            for (event, state) in kept(person) where state.isCarrier && SlowStructuralOracle.matches(event, question) {
                states[person.name] = max(states[person.name] ?? state, state)
            }
        }
        return states
    }

    func frequency(_ question: StructuralEvent) -> Frequency {
        var result = Frequency()
        let states = states(question)
        result.cohort = people.count + silent
        result.notCovered = silent
        for person in people {
            let copies = copies(question, person.sex)
            switch states[person.name] {
            case .homozygous?:
                result.hom += 1
                result.ac += 2
                result.an += 2
            case .heterozygous?:
                result.het += 1
                result.ac += 1
                result.an += max(1, copies)
            case .hemizygous?:
                result.hemi += 1
                result.ac += 1
                result.an += 1
            case .some: result.failed += 1
            case nil:
                if copies > 0, assays[person.assay]?.covers(question) == true {
                    result.reference += 1
                    result.an += copies
                } else {
                    result.notCovered += 1
                }
            }
        }
        return result
    }
}
