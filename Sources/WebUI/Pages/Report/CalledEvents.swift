internal import GenomeModel
internal import Operations

/// What analyses called of copy numbers and structure, as a drawing of the genome shows it: the longest, since there can be thousands.
struct CalledEvents {
    /// How many of gains and losses are drawn, and how many arcs.
    static let (mostStretches, mostJoints) = (200, 100)

    /// One kind of what is counted, in the order of a table's columns.
    enum Kind: CaseIterable {
        case loss, gain, joint, other
    }

    let events: [StructuralEvent]

    static func kind(_ event: StructuralEvent) -> Kind {
        switch event.change {
        case .loss?: return .loss
        case .gain?: return .gain
        case nil: return event.kind == .adjacency || event.kind == .inversion ? .joint : .other
        }
    }

    /// By chromosome of the first breakpoint.
    func count(_ kind: Kind, on contig: Contig) -> Int {
        events.count { CalledEvents.kind($0) == kind && $0.first.contig == contig }
    }

    var stretches: [GenomeView.Stretch] {
        longest(CalledEvents.mostStretches) { $0 == .loss || $0 == .gain }.compactMap { event in
            Interval(contig: event.first.contig, first: event.first.position, last: event.second.position).map {
                GenomeView.Stretch(interval: $0, isGain: event.change == .gain, text: "")
            }
        }
    }

    var joints: [GenomeView.Joint] {
        longest(CalledEvents.mostJoints) { $0 == .joint }.map { event in
            GenomeView.Joint(
                first: (event.first.contig, Int(event.first.position.value)),
                second: (event.second.contig, Int(event.second.position.value)), text: "")
        }
    }

    /// How many of those that have a place in the drawing are not in it.
    var undrawn: Int {
        let kinds = events.map(CalledEvents.kind)
        return max(0, kinds.count { $0 == .loss || $0 == .gain } - CalledEvents.mostStretches)
            + max(0, kinds.count { $0 == .joint } - CalledEvents.mostJoints)
    }

    private func longest(_ most: Int, _ isMeant: (Kind) -> Bool) -> [StructuralEvent] {
        let meant = events.filter { isMeant(CalledEvents.kind($0)) }
        guard meant.count > most else { return meant }
        return Array(meant.sorted { CalledEvents.length($0) > CalledEvents.length($1) }.prefix(most))
    }

    /// What joins two chromosomes is longer than either.
    private static func length(_ event: StructuralEvent) -> Int {
        event.first.contig == event.second.contig
            ? Int(event.second.position.value) - Int(event.first.position.value) : Int(Position.limit)
    }
}
