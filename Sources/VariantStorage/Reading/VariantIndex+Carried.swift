public import GenomeModel

extension VariantIndex {
    /// Whether a live call set carries the variant, in a passing call or a failed one: what an annotation file asks of each of its
    /// variants before it forgets them. `reference` and `alternate` are looked at where the key is hashed. Cost: two binary
    /// searches a segment.
    public func isCarried(
        _ key: VariantKey, reference: UnsafeBufferPointer<UInt8>, alternate: UnsafeBufferPointer<UInt8>
    ) throws(StorageError) -> Bool {
        let allele = key.isReversible ? nil : LongAllele(reference: reference, alternate: alternate)
        for live in segments {
            var isCarried = false
            _ = try live.segment.find(key, allele: allele) { start in
                var cursor = start
                while true {
                    let group = cursor.group()
                    if group.state.isCarrier {
                        group.forEachOrdinal(bitmapLength: live.segment.bitmapLength) { ordinal in
                            if live.isLive(ordinal) { isCarried = true }
                        }
                    }
                    if isCarried || group.isLast { return }
                    cursor.skipOrdinals(of: group, bitmapLength: live.segment.bitmapLength)
                    if live.segment.hasFractions { cursor.place += 4 * group.count }
                }
            }
            if isCarried { return true }
        }
        return false
    }

    /// Whether call sets that no longer count wait for a merge to take their bytes out.
    public var hasErasuresWaiting: Bool {
        segments.contains { !$0.erased.isEmpty } || structural.contains { !$0.ordinals.erased.isEmpty }
    }

    /// The folder of the annotation files that go with an index. They are no part of it: see `AnnotationStore`.
    package static let annotationFolder = "annotation"
}
