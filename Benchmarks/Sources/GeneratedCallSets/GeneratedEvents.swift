internal import Foundation
public import GenomeModel

/// A made-up population's structural events over the whole of GRCh38: some 7,500 a person.
///
/// Forty thousand sites in hotspots and out of them, allele frequencies with density 1/f from 1/2,000 on, and 150 events a person
/// that nobody else has. Of the sites 45 % are deletions, 30 % insertions, 12 % duplications, 11 % breakends and 2 %
/// inversions, sizes log-uniform from 50 bases to 100,000. Seven in ten are precise, and every carrier has the same
/// breakpoints; the others each carrier has up to 100 bases off, with a confidence interval of 50 to 400 bases. A third of the
/// sites crowd in a twentieth of the genome. The same for the same seed, whoever is asked for first.
public struct GeneratedEvents: Sendable {
    private struct Site: Sendable {
        let event: StructuralEvent
        let frequency: Double
        let isPrecise: Bool
    }

    private let seed: UInt64
    private let sites: [Site]

    public init(seed: UInt64, sites count: Int = 40_000) {
        self.seed = seed
        var random = Draws(state: seed)
        var sites: [Site] = []
        sites.reserveCapacity(count)
        for _ in 0..<count {
            guard let event = GeneratedEvents.event(&random) else { continue }
            let frequency = 0.0005 * pow(0.95 / 0.0005, random.fraction())
            sites.append(Site(event: event, frequency: frequency, isPrecise: random.fraction() < 0.7))
        }
        self.sites = sites
    }

    /// The calls of one person, as of the only call set of a file.
    public func calls(of person: Int) -> [StructuralCall] {
        var random = Draws(state: seed &* 0x9E37_79B9 &+ UInt64(person) &* 0xD1B5_4A32_D192_ED03)
        var calls: [StructuralCall] = []
        for site in sites {
            let (one, other) = (random.fraction() < site.frequency, random.fraction() < site.frequency)
            guard one || other else { continue }
            let event = site.isPrecise ? site.event : GeneratedEvents.blurred(site.event, &random)
            calls.append(StructuralCall(event: event, callSet: 0, state: one && other ? .homozygous : .heterozygous))
        }
        for _ in 0..<150 {
            if let event = GeneratedEvents.event(&random) {
                calls.append(StructuralCall(event: event, callSet: 0, state: .heterozygous))
            }
        }
        return calls
    }

    private static func event(_ random: inout Draws) -> StructuralEvent? {
        let contig = Contig.all[Int(random.next() % 22)]
        let length = Assembly.grch38.length(of: contig)
        var place = random.fraction()
        // The first half of every tenth tenth is a hotspot.
        if random.fraction() < 0.33 { place = 0.9 + place / 20 }
        let start = 100_000 + Int(place * Double(length - 400_000))
        let size = Int(50 * pow(2_000, random.fraction()))
        guard let first = Position(start), let last = Position(start + size) else { return nil }
        let (from, to) = (Breakpoint(contig, first), Breakpoint(contig, last))
        switch random.fraction() {
        case ..<0.45: return StructuralEvent(.deletion, from: from, to: to)
        case ..<0.75: return StructuralEvent(insertionAt: from, length: UInt32(size))
        case ..<0.87: return StructuralEvent(.duplication, from: from, to: to)
        case ..<0.89: return StructuralEvent(.inversion, from: from, to: to)
        default:
            let mate = Contig.all[Int(random.next() % 22)]
            guard let place = Position(100_000 + Int(random.next() % 40_000_000)) else { return nil }
            return StructuralEvent(
                joining: Breakend(from, keeping: random.fraction() < 0.5 ? .left : .right),
                Breakend(Breakpoint(mate, place), keeping: random.fraction() < 0.5 ? .left : .right))
        }
    }

    private static func blurred(_ event: StructuralEvent, _ random: inout Draws) -> StructuralEvent {
        func blur(_ end: Breakpoint) -> Breakpoint {
            let reach = 50 + Int(random.next() % 350)
            guard let place = Position(Int(end.position.value) - 100 + Int(random.next() % 201)) else { return end }
            return Breakpoint(end.contig, place, from: -reach, to: reach, assembly: .grch38)
        }
        let made: StructuralEvent? =
            switch event.kind {
            case .insertion: StructuralEvent(insertionAt: blur(event.first), length: event.length)
            case .adjacency:
                StructuralEvent(
                    joining: Breakend(blur(event.first), keeping: event.firstSide),
                    Breakend(blur(event.second), keeping: event.secondSide))
            default: StructuralEvent(event.kind, from: blur(event.first), to: blur(event.second))
            }
        return made ?? event
    }
}

/// SplitMix64.
private struct Draws {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    /// 0 to below 1.
    mutating func fraction() -> Double { Double(next() >> 11) / Double(1 << 53) }
}
