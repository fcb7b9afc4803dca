public import GenomeModel

extension VariantIndex {
    /// How much an index holds of one origin.
    public struct Shape: Hashable, Sendable {
        public var segments = 0
        /// Rows of all segments: a variant that several segments hold counts once in each.
        public var variants = 0
        public var calls = 0
        public var bytes = 0
        /// Call sets that no longer count and whose bytes the next merge takes out.
        public var erasedWaiting = 0

        public init() {}
    }

    /// From the segments' frames: reads no block.
    public var shape: [Origin: Shape] {
        var shapes: [Origin: Shape] = [:]
        for live in segments {
            var shape = shapes[live.origin] ?? Shape()
            shape.segments += 1
            shape.variants += Int(live.segment.trailer.variants)
            shape.calls += Int(live.segment.trailer.calls)
            shape.bytes += live.segment.length
            shape.erasedWaiting += live.erased.count
            shapes[live.origin] = shape
        }
        return shapes
    }
}
