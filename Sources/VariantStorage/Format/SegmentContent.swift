/// What the rows of a segment are: the two kinds of segments have one frame and different blocks.
package enum SegmentContent: String, Sendable, CaseIterable {
    /// Small variants by `VariantKey`.
    case variants = "segment"
    /// Copy-number and structural events by `StructuralKey`.
    case events = "structural"

    /// The first eight bytes of a file, and eight of its trailer.
    var magic: [UInt8] { Array((self == .variants ? "SAMSYNSG" : "SAMSYNSV").utf8) }
}
