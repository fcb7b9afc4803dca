import GenomeModel
import TestSupport

/// Made-up structural calls of made-up people, dense enough that much matches and much just does not.
struct GeneratedEvents: Sendable {
    struct Person: Sendable {
        let name: String
        let sex: Sex
        let assay: String
        let origin: Origin
        let calls: [StructuralCall]
    }

    let people: [Person]
    let assays: [String: TargetRegions]
    /// All distinct events, and some that nobody has.
    let questions: [StructuralEvent]

    init(seed: UInt64, people count: Int, sites: Int, contigs: [Int] = [1, 2, 23, 24]) {
        var random = SeededGenerator(seed: seed)
        let panel = TargetRegions(
            merging: contigs.flatMap { contig in
                [1_000_000, 1_012_000, 1_030_000].compactMap { start -> Interval? in
                    guard let first = Position(start), let last = Position(start + 400) else { return nil }
                    return Interval(contig: Contig.all[contig - 1], first: first, last: last)
                }
            })
        assays = ["genome": .genome, "panel": panel]
        let prototypes = (0..<sites).map { _ in GeneratedEvents.event(contigs, &random) }
        var people: [Person] = []
        for number in 0..<count {
            let origin: Origin = number % 5 == 4 ? .tumour : .germline
            var calls: [StructuralCall] = []
            for prototype in prototypes where random.chance(0.4) {
                let event = random.chance(0.5) ? prototype : GeneratedEvents.moved(prototype, &random)
                let state = random.pick(CallState.allCases)
                let fraction: Float = origin == .tumour && random.chance(0.7) ? Float.random(in: 0...1, using: &random) : .nan
                calls.append(StructuralCall(event: event, callSet: 0, state: state, fraction: fraction))
            }
            people.append(
                Person(
                    name: "person \(number)", sex: random.pick([.female, .male, .unknown]),
                    assay: random.chance(0.6) ? "genome" : "panel", origin: origin, calls: calls))
        }
        self.people = people
        var questions = Array(Set(people.flatMap { $0.calls.map(\.event) }))
        for prototype in prototypes { questions.append(GeneratedEvents.moved(prototype, &random)) }
        self.questions = questions
    }

    static func event(_ contigs: [Int], _ random: inout SeededGenerator) -> StructuralEvent {
        func place(_ contig: Int, _ range: ClosedRange<Int>) -> Breakpoint {
            let reach = random.pick([0, 0, 0, 5, 80, 2_000, 40_000])
            guard let position = Position(Int.random(in: range, using: &random)) else { preconditionFailure("a test's place") }
            return Breakpoint(Contig.all[contig - 1], position, from: -reach, to: reach, assembly: .grch38)
        }
        let contig = random.pick(contigs)
        let start = place(contig, 990_000...1_040_000)
        let copies: Float? = random.pick([nil, nil, 1, 3.5])
        var made: StructuralEvent?
        switch random.pick(StructuralKind.allCases) {
        case .insertion:
            let length = random.pick([nil, 50, 300, 330, 6_000] as [UInt32?])
            made = StructuralEvent(insertionAt: start, length: length, copies: copies)
        case .singleBreakend: made = StructuralEvent(single: Breakend(start, keeping: random.pick(BreakendSide.allCases)))
        case .adjacency:
            let other = place(random.pick(contigs + [contig]), 990_000...1_060_000)
            made = StructuralEvent(
                joining: Breakend(start, keeping: random.pick(BreakendSide.allCases)),
                Breakend(other, keeping: random.pick(BreakendSide.allCases)),
                genes: random.chance(0.3) ? FusionGenes("ÅB1", random.chance(0.5) ? nil : "CD2") : nil)
        case let kind:
            let first = Int(start.position.value)
            let end = place(contig, first...(first + random.pick([60, 3_000, 30_000])))
            made = StructuralEvent(kind, from: start, to: end, change: random.pick([nil, .loss, .gain]), copies: copies)
        }
        guard let made else { return event(contigs, &random) }
        return made
    }

    /// The same kind of event nearby: by a base, some, or just about as far as a match reaches.
    static func moved(_ event: StructuralEvent, _ random: inout SeededGenerator) -> StructuralEvent {
        func shift(_ end: Breakpoint) -> Breakpoint {
            let step = random.pick([0, 1, 20, 25, 26, 900, 9_999, 10_000, 10_001]) * (random.chance(0.5) ? 1 : -1)
            guard let position = Position(max(1, Int(end.position.value) + step)) else { return end }
            let reach = random.chance(0.8) ? Int(end.width / 2) : random.pick([0, 7, 300])
            return Breakpoint(end.contig, position, from: -reach, to: reach, assembly: .grch38)
        }
        let first = shift(event.first)
        let made: StructuralEvent? =
            switch event.kind {
            case .insertion:
                StructuralEvent(insertionAt: first, length: event.length.map { random.pick([$0, $0 * 7 / 10, $0 * 2]) })
            case .singleBreakend: StructuralEvent(single: Breakend(first, keeping: event.firstSide))
            case .adjacency:
                StructuralEvent(
                    joining: Breakend(first, keeping: event.firstSide),
                    Breakend(shift(event.second), keeping: event.secondSide), genes: event.genes)
            default:
                StructuralEvent(
                    event.kind, from: first, to: shift(event.second),
                    change: event.kind == .copyNumber ? event.change : nil, copies: event.copies)
            }
        return made ?? event
    }
}
