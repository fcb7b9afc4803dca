public import GenomeModel

extension GeneratedPopulation {
    /// Streams the calls of the first `people` persons as batches of about `rows` variants, ascending.
    public func forEachBatch(
        people: Int, rows: Int = 16_384, _ body: (consuming CallBatch) throws -> Void
    ) throws {
        var batch = CallBatch()
        try forEachSite(people: people) { site, carriers in
            for carrier in carriers {
                batch.callSets.append(carrier.person)
                batch.states.append(carrier.state)
            }
            batch.end(site)
            if batch.keys.count >= rows {
                try body(batch)
                batch = CallBatch()
            }
        }
        if !batch.isEmpty { try body(batch) }
    }

    /// The same for one person, who is call set 0 of each batch.
    public func forEachBatch(
        of person: Int, rows: Int = 16_384, _ body: (consuming CallBatch) throws -> Void
    ) throws {
        var batch = CallBatch()
        try forEachSite(of: person) { site, state in
            batch.callSets.append(0)
            batch.states.append(state)
            batch.end(site)
            if batch.keys.count >= rows {
                try body(batch)
                batch = CallBatch()
            }
        }
        if !batch.isEmpty { try body(batch) }
    }
}

extension CallBatch {
    fileprivate mutating func end(_ site: borrowing GeneratedSite) {
        guard let position = Position(site.position) else { return }
        let contig = site.contig
        site.reference.withUnsafeBufferPointer { reference in
            site.alternate.withUnsafeBufferPointer { alternate in
                let key = VariantKey(contig: contig, position: position, reference: reference, alternate: alternate)
                endVariant(key, reference: reference, alternate: alternate)
            }
        }
    }
}
