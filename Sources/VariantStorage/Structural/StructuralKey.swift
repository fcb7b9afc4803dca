internal import GenomeModel

/// By what events are sorted in a segment: what has to agree for two to match, and then the place.
///
/// 64 bits: class (4, from bit 41), contig of the first breakpoint (5), of the second (5), level (3), lower end of the first
/// breakpoint's confidence interval less one (28). The *level* is how wide that interval is: one event with an interval of
/// 100,000 bases must not widen the search for all that are known to the base.
struct StructuralKey: Comparable, Hashable {
    let rawValue: UInt64

    static let levels = 5

    /// Bases that an interval of a level has at most between its ends.
    @inline(__always)
    static func widest(_ level: Int) -> UInt32 { level + 1 < levels ? 1 << UInt32(6 + 4 * level) : Position.limit }

    static func level(width: UInt32) -> Int {
        (0..<levels).first { width <= widest($0) } ?? levels - 1
    }

    init(rawValue: UInt64) { self.rawValue = rawValue }

    @inline(__always)
    init(_ group: StructuralClass, firstContig: UInt8, secondContig: UInt8, level: Int, low: UInt32) {
        rawValue =
            UInt64(group.rawValue) << 41 | UInt64(firstContig) << 36 | UInt64(secondContig) << 31 | UInt64(level) << 28
            | UInt64(low &- 1)
    }

    var group: StructuralClass? { StructuralClass(rawValue: UInt8(truncatingIfNeeded: rawValue >> 41 & 15)) }
    var firstContig: UInt8 { UInt8(truncatingIfNeeded: rawValue >> 36 & 31) }
    var secondContig: UInt8 { UInt8(truncatingIfNeeded: rawValue >> 31 & 31) }
    var level: Int { Int(rawValue >> 28 & 7) }
    @inline(__always)
    var low: UInt32 { UInt32(truncatingIfNeeded: rawValue & 0xFFF_FFFF) &+ 1 }

    static func < (left: StructuralKey, right: StructuralKey) -> Bool { left.rawValue < right.rawValue }
}
