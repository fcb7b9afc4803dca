public import GenomeModel

extension VariantIndex {
    /// Calls `body` with every stored event that is meant and that somebody in the cohort carries, in the order of the store, each once, and
    /// with who carries exactly it: passing calls and failed ones, by name. Cost: a pass over all events.
    public func forEachEvent(
        in cohort: StructuralCohort, where isMeant: (StructuralEvent) -> Bool = { _ in true },
        _ body: (StructuralEvent, [StructuralCarrier]) throws -> Void
    ) throws {
        var queue = StructuralQueue()
        for (number, live) in structural.enumerated() {
            if let walk = try StructuralWalk(live.segment, number: number) { queue.insert(walk) }
        }
        while let row = queue.first?.row {
            let event = row.event.flatMap { isMeant($0) ? $0 : nil }
            var carriers: [StructuralCarrier] = []
            while let walk = queue.first, walk.row == row {
                if let event { carriers += try self.carriers(walk, of: event, in: cohort) }
                try queue.advance()
            }
            guard let event, !carriers.isEmpty else { continue }
            try body(event, carriers.sorted { $0.callSet.name < $1.callSet.name })
        }
    }

    private func carriers(
        _ walk: StructuralWalk, of event: StructuralEvent, in cohort: StructuralCohort
    ) throws(StorageError) -> [StructuralCarrier] {
        let (live, base) = (structural[walk.number], cohort.bases[walk.number])
        var carriers: [StructuralCarrier] = []
        for (state, ordinal, fraction) in try walk.calls() where cohort.partOf[base + Int(ordinal)] != StructuralCohort.noPart {
            carriers.append(
                StructuralCarrier(
                    callSet: live.segment.callSets[Int(ordinal)].callSet, origin: live.origin, state: state,
                    fraction: fraction, event: event))
        }
        return carriers
    }

    /// The live call sets whose structural calls are here, with the assay that says what those looked at; in no particular order.
    public func forEachEventCallSet(_ body: (StoredCallSet, Origin) -> Void) {
        for live in structural {
            for (ordinal, entry) in live.segment.callSets.enumerated() where live.isLive(UInt32(ordinal)) {
                body(entry.callSet, live.origin)
            }
        }
    }
}
