internal import GenomeModel

/// The variants that only erased call sets carried: they are forgotten whole.
///
/// A call set that was erased must leave no trace, so a variant that somebody carried and no live call set of the segment
/// carries goes, together with what others said of it ("no call", "failed"). It is not seen from the moment of erasure,
/// so a merge, which takes it out, changes no answer.
enum ErasedVariants {
    /// Whether the variant whose groups begin at `cursor` had a carrier that is erased and has none that is not.
    static func isForgotten(
        _ cursor: TrustedCursor, hasFractions: Bool, bitmapLength: Int, isErased: (UInt32) -> Bool
    ) -> Bool {
        var cursor = cursor
        var hasErasedCarrier = false
        while true {
            let group = cursor.group()
            if group.state.isCarrier {
                var hasLive = false
                group.forEachOrdinal(bitmapLength: bitmapLength) { ordinal in
                    if isErased(ordinal) { hasErasedCarrier = true } else { hasLive = true }
                }
                if hasLive { return false }
            }
            if group.isLast { return hasErasedCarrier }
            cursor.skipOrdinals(of: group, bitmapLength: bitmapLength)
            if hasFractions { cursor.place += 4 * group.count }
        }
    }
}
