public import GenomeModel

extension AnnotationFile {
    /// The variants of which one consequence is what `query` looks for, in the order of the store, at most `limit`; within
    /// `interval`, where one is given, by the first base of REF.
    ///
    /// Cost: the lists of what is looked for, a stretch of 131,072 variants at a time; where more than one thing is looked for,
    /// or HGVS text is, also the consequences of the variants that the lists have in common. A query that looks for nothing
    /// finds every variant.
    public func variants(
        matching query: ConsequenceQuery, in interval: Interval? = nil, limit: Int = .max
    ) throws(StorageError) -> [Variant] {
        guard let search = ConsequenceSearch(query, dictionary) else { return [] }
        let keys = interval.map(AnnotationFile.keys)
        var found: [Variant] = []
        for stretch in 0..<trailer.stretches {
            let first = stretch * AnnotationTrailer.blocksPerStretch
            let next = first + AnnotationTrailer.blocksPerStretch
            if let keys {
                if table.firstKey(first) >= keys.upperBound { break }
                if next < blockCount, table.firstKey(next) < keys.lowerBound { continue }
            }
            for ordinal in try candidates(search, stretch) {
                guard found.count < limit else { return found }
                let (block, row) = (
                    first + Int(ordinal) / SegmentTrailer.blockRows, Int(ordinal) % SegmentTrailer.blockRows
                )
                guard block < blockCount else { throw StorageError(.damaged(.postings), place: path) }
                // A block's neighbour tells whether it can be passed over unread.
                if let keys, block + 1 < blockCount, table.firstKey(block + 1) < keys.lowerBound { continue }
                let view = try self.block(block)
                guard row < view.count else { throw StorageError(.damaged(.postings), place: path) }
                if let keys, !keys.contains(view.key(row)) { continue }
                if search.needsLook, !search.matches(view.groups(row), dictionary) { continue }
                if let variant = variant(view, row) { found.append(variant) }
            }
        }
        return found
    }

    private static func keys(_ interval: Interval) -> Range<VariantKey> {
        let first = VariantKey.lowest(contig: interval.contig, position: interval.first)
        let last = VariantKey.lowest(contig: interval.contig, position: interval.last)
        return first..<VariantKey(rawValue: last.rawValue + 1 << 31)
    }

    /// The variants of a stretch that are in a list of everything that is looked for.
    private func candidates(_ search: ConsequenceSearch, _ stretch: Int) throws(StorageError) -> [UInt32] {
        guard !search.keys.isEmpty else { return try allOrdinals(stretch) }
        let lists = try lists(ofStretch: stretch)
        var common: [UInt32]?
        for alternatives in search.keys {
            var ordinals: [UInt32] = []
            for key in alternatives {
                ordinals = ordinals.isEmpty ? lists.ordinals(key) : AnnotationFile.union(ordinals, lists.ordinals(key))
            }
            common = common.map { AnnotationFile.intersection($0, ordinals) } ?? ordinals
            if common?.isEmpty == true { return [] }
        }
        return common ?? []
    }

    private func allOrdinals(_ stretch: Int) throws(StorageError) -> [UInt32] {
        var ordinals: [UInt32] = []
        let first = stretch * AnnotationTrailer.blocksPerStretch
        for block in first..<min(first + AnnotationTrailer.blocksPerStretch, blockCount) {
            let start = UInt32((block - first) * SegmentTrailer.blockRows)
            ordinals += start..<(start + UInt32(try self.block(block).count))
        }
        return ordinals
    }

    private static func union(_ left: [UInt32], _ right: [UInt32]) -> [UInt32] {
        var merged: [UInt32] = []
        var (one, other) = (left[...], right[...])
        while let first = one.first, let second = other.first {
            merged.append(min(first, second))
            if first <= second { one.removeFirst() }
            if second <= first { other.removeFirst() }
        }
        return merged + one + other
    }

    private static func intersection(_ left: [UInt32], _ right: [UInt32]) -> [UInt32] {
        var common: [UInt32] = []
        var (one, other) = (left[...], right[...])
        while let first = one.first, let second = other.first {
            if first == second { common.append(first) }
            if first <= second { one.removeFirst() }
            if second <= first { other.removeFirst() }
        }
        return common
    }
}
