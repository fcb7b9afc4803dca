/// When two structural events count as the same one. Symmetric: whether a matches b is whether b matches a.
///
/// 1. Their classes are compatible (`StructuralClass`) and their contigs the same.
/// 2. Each breakpoint of one lies near the same breakpoint of the other: the bases between their confidence intervals
///    are at most `breakpointDistance`, for insertions `insertionDistance`.
/// 3. Where they concern stretches of one contig, the bases they share are at least `sharedSpan` of the bases that either
///    has. (So each also overlaps the other by at least that much: a *reciprocal overlap* is never smaller.)
/// 4. Where both are insertions of known length, the shorter is at least `sizeRatio` of the longer.
///
/// The defaults of 2 and 3 are those of SVDB 2.12 (`svdb --query`: `--bnd_distance` 10000, `--overlap` 0.6, shared over joint
/// span; `--ins_distance` 25), by which the Swedish pipelines count today, so that their numbers can be compared; that of 4
/// is Truvari's (`pctsize` 0.7, wiki page *bench*). Confidence intervals count towards nearness as in SVDB's `--ci`, added
/// to the distance rather than in its place. Others in use: 0.5 reciprocal overlap and 500 bases for split-read and read-pair
/// calls (GATK-SV, `CanonicalSVLinkage`).
public struct StructuralMatching: Hashable, Sendable {
    /// Bases.
    public var breakpointDistance: UInt32
    /// Bases.
    public var insertionDistance: UInt32
    /// 0 … 1.
    public var sharedSpan: Double
    /// 0 … 1.
    public var sizeRatio: Double

    public init(
        breakpointDistance: UInt32 = 10_000, insertionDistance: UInt32 = 25, sharedSpan: Double = 0.6,
        sizeRatio: Double = 0.7
    ) {
        self.breakpointDistance = min(breakpointDistance, Position.limit)
        self.insertionDistance = min(insertionDistance, Position.limit)
        self.sharedSpan = sharedSpan
        self.sizeRatio = sizeRatio
    }

    /// The distance that holds for a class.
    @inlinable
    public func distance(_ group: StructuralClass) -> UInt32 {
        group == .insertion ? insertionDistance : breakpointDistance
    }

    public func matches(_ one: StructuralEvent, _ other: StructuralEvent) -> Bool {
        let (left, right) = (StructuralShape(one), StructuralShape(other))
        return left.group.compatible.contains(right.group) && left.firstContig == right.firstContig
            && left.secondContig == right.secondContig && isNear(left, right)
    }

    /// Rules 2 to 4, for shapes of compatible classes and the same contigs.
    @inlinable
    public func isNear(_ one: StructuralShape, _ other: StructuralShape) -> Bool {
        let distance = distance(one.group)
        guard StructuralMatching.gap(one.firstLow, one.firstHigh, other.firstLow, other.firstHigh) <= distance else {
            return false
        }
        guard one.group.hasTwoPlaces else {
            if one.length == 0 || other.length == 0 { return true }
            return Double(min(one.length, other.length)) >= sizeRatio * Double(max(one.length, other.length))
        }
        guard StructuralMatching.gap(one.secondLow, one.secondHigh, other.secondLow, other.secondHigh) <= distance else {
            return false
        }
        guard one.group.hasSpan else { return true }
        let (first, last) = (max(one.spanFirst, other.spanFirst), min(one.spanLast, other.spanLast))
        let shared = last >= first ? last &- first &+ 1 : 0
        let joint = max(one.spanLast, other.spanLast) &- min(one.spanFirst, other.spanFirst) &+ 1
        return Double(shared) >= sharedSpan * Double(joint)
    }

    /// Bases between two intervals; 0 where they touch or overlap.
    @inlinable
    static func gap(_ low: UInt32, _ high: UInt32, _ otherLow: UInt32, _ otherHigh: UInt32) -> UInt32 {
        otherLow > high ? otherLow &- high : low > otherHigh ? low &- otherHigh : 0
    }
}
