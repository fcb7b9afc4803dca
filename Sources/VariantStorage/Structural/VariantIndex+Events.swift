public import GenomeModel

/// One call set that has an event matching the one asked for.
public struct StructuralCarrier: Hashable, Sendable {
    public let callSet: StoredCallSet
    public let origin: Origin
    /// Zygosity, and whether the call passed its filters: of several matching events the largest state.
    public let state: CallState
    /// Allele fraction, of tumour calls whose file has one; else not a number.
    public let fraction: Float
    /// The event as the call set has it: of several in the same state the one whose breakpoints lie nearest.
    public let event: StructuralEvent
}

extension VariantIndex {
    /// How often each event is seen in the cohort: of every call set the largest state of the stored events that match.
    ///
    /// The answer depends on the event, the stored events and `matching` alone, not on the order in which anything was added.
    /// Cost: for an event that four hundred of a thousand genomes carry some 10 µs, in a merged index.
    public func frequencies(
        of events: [StructuralEvent], in cohort: StructuralCohort, matching: StructuralMatching = StructuralMatching()
    ) throws(StorageError) -> [Frequency] {
        var tally = StructuralTally(cohort)
        var result: [Frequency] = []
        result.reserveCapacity(events.count)
        for event in events {
            let search = StructuralSearch(event, matching)
            for (number, live) in structural.enumerated() {
                let base = cohort.bases[number]
                try search.forEachMatch(in: live.segment) { view, row in
                    tally.add(view.groups(row), of: live.segment, base: base)
                }
            }
            result.append(tally.take(event, assembly))
        }
        return result
    }

    public func frequency(
        of event: StructuralEvent, in cohort: StructuralCohort, matching: StructuralMatching = StructuralMatching()
    ) throws(StorageError) -> Frequency {
        try frequencies(of: [event], in: cohort, matching: matching).first ?? Frequency()
    }

    /// Who in the cohort carries an event that matches, passing calls and failed ones; by name.
    public func carriers(
        of event: StructuralEvent, in cohort: StructuralCohort, matching: StructuralMatching = StructuralMatching()
    ) throws(StorageError) -> [StructuralCarrier] {
        let search = StructuralSearch(event, matching)
        var best: [String: (carrier: StructuralCarrier, distance: Int, row: StructuralRow)] = [:]
        for (number, live) in structural.enumerated() {
            let (base, segment) = (cohort.bases[number], live.segment)
            try search.forEachMatch(in: segment) { view, index in
                let row = view.row(index)
                guard let found = row.event else { return }
                let distance = VariantIndex.distance(event, found)
                for (state, ordinal, fraction) in segment.calls(view.groups(index)) {
                    guard cohort.partOf[base + Int(ordinal)] != StructuralCohort.noPart else { continue }
                    let callSet = segment.callSets[Int(ordinal)].callSet
                    if let known = best[callSet.name] {
                        let isBetter =
                            known.carrier.state != state
                            ? known.carrier.state < state
                            : distance != known.distance ? distance < known.distance : row < known.row
                        guard isBetter else { continue }
                    }
                    let carrier = StructuralCarrier(
                        callSet: callSet, origin: live.origin, state: state, fraction: fraction, event: found)
                    best[callSet.name] = (carrier, distance, row)
                }
            }
        }
        return best.values.map(\.carrier).sorted { $0.callSet.name < $1.callSet.name }
    }

    /// Bases between the breakpoints of two events, both together.
    private static func distance(_ one: StructuralEvent, _ other: StructuralEvent) -> Int {
        abs(Int(one.first.position.value) - Int(other.first.position.value))
            + abs(Int(one.second.position.value) - Int(other.second.position.value))
    }

    /// How much an index holds of structural events of one origin.
    public struct EventsShape: Hashable, Sendable {
        public var segments = 0
        public var callSets = 0
        /// Rows of all segments: an event that several segments hold counts once in each.
        public var events = 0
        public var calls = 0
        public var bytes = 0
        /// Call sets that no longer count and whose bytes the next merge takes out.
        public var erasedWaiting = 0

        public init() {}
    }

    /// From the segments' frames: reads no block.
    public var eventsShape: [Origin: EventsShape] {
        var shapes: [Origin: EventsShape] = [:]
        for live in structural {
            var shape = shapes[live.origin] ?? EventsShape()
            shape.segments += 1
            shape.callSets += live.segment.callSets.count - live.ordinals.erased.count
            shape.events += Int(live.segment.trailer.variants)
            shape.calls += Int(live.segment.trailer.calls)
            shape.bytes += live.segment.length
            shape.erasedWaiting += live.ordinals.erased.count
            shapes[live.origin] = shape
        }
        return shapes
    }
}
