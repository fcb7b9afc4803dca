public import GenomeModel

/// One call set that carries a variant.
public struct Carrier: Hashable, Sendable {
    /// Where it stands in the index that found it: the number of the segment, and its place among the segment's call sets.
    package let segment: UInt32
    package let ordinal: UInt32
    /// Zygosity, and whether the call passed its filters.
    public let state: CallState
    /// Allele fraction, of tumour calls whose file has one; else not a number.
    public let fraction: Float
}

extension VariantIndex {
    /// How often `variant` (normalised) is seen in the cohort. Cost: two binary searches a segment; 0.8 µs in a merged
    /// index. Throws only where the store is damaged.
    public func frequency(of variant: Variant, in cohort: Cohort) throws(StorageError) -> Frequency {
        let key = variant.key
        if key.isReversible {
            return try frequency(of: key, referenceLength: key.referenceLength, allele: nil, in: cohort)
        }
        let letters = (Array(variant.reference.utf8), Array(variant.alternate.utf8))
        return try frequency(of: key, reference: letters.0[...], alternate: letters.1[...], in: cohort)
    }

    /// The same for a key and the alleles it was made of: what an annotation has at hand.
    public func frequency(
        of key: VariantKey, reference: ArraySlice<UInt8>, alternate: ArraySlice<UInt8>, in cohort: Cohort
    ) throws(StorageError) -> Frequency {
        if key.isReversible {
            return try frequency(of: key, referenceLength: key.referenceLength, allele: nil, in: cohort)
        }
        let result = withAllele(reference, alternate) { allele in
            Result { () throws(StorageError) in
                try frequency(of: key, referenceLength: reference.count, allele: allele, in: cohort)
            }
        }
        return try result.get()
    }

    private func frequency(
        of key: VariantKey, referenceLength: Int, allele: LongAllele?, in cohort: Cohort
    ) throws(StorageError) -> Frequency {
        guard let contig = key.contig else { return Frequency() }
        let coverage = cohort.coverage(assembly, contig, key.position, referenceLength: referenceLength)
        var tally = StateTally()
        for index in segments.indices {
            let live = segments[index]
            _ = try live.segment.find(key, allele: allele) {
                tally.add($0, of: live, selection: cohort.selections[index], bySex: coverage.needsSexes)
            }
        }
        return cohort.frequency(tally, coverage)
    }

    /// Who in the cohort carries `variant` (normalised), passing calls and failed ones, in no particular order.
    public func carriers(of variant: Variant, in cohort: Cohort) throws(StorageError) -> [Carrier] {
        var carriers: [Carrier] = []
        try collectCarriers(of: variant, in: cohort, into: &carriers)
        return carriers
    }

    /// The same into an array that is used again and again: it is emptied first, and keeps its room.
    package func collectCarriers(
        of variant: Variant, in cohort: Cohort, into carriers: inout [Carrier]
    ) throws(StorageError) {
        carriers.removeAll(keepingCapacity: true)
        let key = variant.key
        if key.isReversible { return try collect(key, allele: nil, in: cohort, into: &carriers) }
        let found = withAllele(Array(variant.reference.utf8)[...], Array(variant.alternate.utf8)[...]) { allele in
            Result { () throws(StorageError) -> [Carrier] in
                var found: [Carrier] = []
                try collect(key, allele: allele, in: cohort, into: &found)
                return found
            }
        }
        carriers.append(contentsOf: try found.get())
    }

    /// The same for a key that holds its own alleles. Throws nothing but damage; a hashed key finds no one.
    public func carriers(ofReversible key: VariantKey, in cohort: Cohort) throws(StorageError) -> [Carrier] {
        var carriers: [Carrier] = []
        if key.isReversible { try collect(key, allele: nil, in: cohort, into: &carriers) }
        return carriers
    }

    private func collect(
        _ key: VariantKey, allele: LongAllele?, in cohort: Cohort, into carriers: inout [Carrier]
    ) throws(StorageError) {
        for index in segments.indices {
            let segment = segments[index].segment
            let selection = cohort.selections[index]
            if selection.isEmpty { continue }
            _ = try segment.find(key, allele: allele) { start in
                var cursor = start
                while true {
                    let group = cursor.group()
                    if group.state.isCarrier {
                        if carriers.isEmpty { carriers.reserveCapacity(group.count) }
                        append(group, cursor, of: segment, number: UInt32(index), selection, to: &carriers)
                    }
                    if group.isLast { return }
                    cursor.skipOrdinals(of: group, bitmapLength: segment.bitmapLength)
                    if segment.hasFractions { cursor.place += 4 * group.count }
                }
            }
        }
    }

    @inline(__always)
    private func append(
        _ group: CallGroup, _ cursor: TrustedCursor, of segment: Segment, number: UInt32, _ selection: Cohort.Selection,
        to carriers: inout [Carrier]
    ) {
        var fractions: UnsafeRawPointer?
        if segment.hasFractions {
            var end = cursor
            end.skipOrdinals(of: group, bitmapLength: segment.bitmapLength)
            fractions = UnsafeRawPointer(end.place)
        }
        group.forEachOrdinal(bitmapLength: segment.bitmapLength) { ordinal in
            var fraction = Float.nan
            if let place = fractions {
                fraction = Float(bitPattern: UInt32(littleEndian: place.loadUnaligned(as: UInt32.self)))
                fractions = place + 4
            }
            guard selection.isWhole || selection.words[Int(ordinal >> 6)] >> UInt64(ordinal & 63) & 1 == 1 else { return }
            carriers.append(Carrier(segment: number, ordinal: ordinal, state: group.state, fraction: fraction))
        }
    }

    /// The call set that a carrier of this index is.
    public func callSet(of carrier: Carrier) -> StoredCallSet {
        segments[Int(carrier.segment)].segment.callSets[Int(carrier.ordinal)].callSet
    }

    /// The origin of a carrier of this index.
    public func origin(of carrier: Carrier) -> Origin { segments[Int(carrier.segment)].origin }

    private func withAllele<Result>(
        _ reference: ArraySlice<UInt8>, _ alternate: ArraySlice<UInt8>, _ body: (LongAllele) -> Result
    ) -> Result {
        reference.withUnsafeBufferPointer { reference in
            alternate.withUnsafeBufferPointer { alternate in
                body(LongAllele(reference: reference, alternate: alternate))
            }
        }
    }
}
