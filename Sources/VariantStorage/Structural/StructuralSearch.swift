internal import GenomeModel

/// Finds the stored events that match one event, segment by segment.
struct StructuralSearch {
    private let matching: StructuralMatching
    private let shape: StructuralShape
    private let compatible: [StructuralClass]

    init(_ event: StructuralEvent, _ matching: StructuralMatching) {
        self.matching = matching
        shape = StructuralShape(event)
        compatible = shape.group.compatible
    }

    /// Calls `body` with each matching row of the segment, whoever has it, in the order of the rows.
    ///
    /// Cost: for each compatible class and level two binary searches, then the rows within reach of the first breakpoint.
    @inline(__always)
    func forEachMatch(
        in segment: StructuralSegment, _ body: (StructuralBlockView, Int) -> Void
    ) throws(StorageError) {
        guard segment.blockCount > 0 else { return }
        let distance = matching.distance(shape.group)
        let highest = min(shape.firstHigh &+ distance, Position.limit)
        for group in compatible {
            for level in 0..<StructuralKey.levels {
                let reach = distance &+ StructuralKey.widest(level)
                let lowest = shape.firstLow > reach ? shape.firstLow &- reach : 1
                let from = StructuralKey(
                    group, firstContig: shape.firstContig, secondContig: shape.secondContig, level: level, low: lowest)
                let to = StructuralKey(
                    group, firstContig: shape.firstContig, secondContig: shape.secondContig, level: level, low: highest)
                var block = segment.frame.table.startBlock(VariantKey(rawValue: from.rawValue))
                var isFirst = true
                while block < segment.blockCount, segment.firstKey(block) <= to {
                    let view = try segment.block(block)
                    var row = isFirst ? view.lowerBound(from) : 0
                    while row < view.count, view.key(row) <= to {
                        if matching.isNear(shape, view.shape(row, group, shape.firstContig, shape.secondContig)) {
                            body(view, row)
                        }
                        row &+= 1
                    }
                    if row < view.count { break }
                    isFirst = false
                    block &+= 1
                }
            }
        }
    }
}
