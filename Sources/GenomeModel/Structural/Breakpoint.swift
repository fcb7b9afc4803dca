/// A place where an event begins or ends, and how surely it is known.
public struct Breakpoint: Hashable, Sendable {
    public let contig: Contig
    /// 1-based; for spans the first or last base concerned, for insertions the base before, for breakends the base that
    /// is still joined to its old neighbours.
    public let position: Position
    /// 1-based, both included, on the contig, and always around `position`: VCF's CIPOS, CIEND or CIRPOS added to it.
    public let low: Position
    public let high: Position

    /// The place itself: precise.
    public init(_ contig: Contig, _ position: Position) {
        (self.contig, self.position, low, high) = (contig, position, position, position)
    }

    /// `position` and its confidence interval as bases before and after (VCF: `CIPOS=-10,20` is 10 before, 20 after). An
    /// interval that leaves the contig is cut at its ends; one that lies beside its position is widened to hold it.
    public init(_ contig: Contig, _ position: Position, from lower: Int, to upper: Int, assembly: Assembly) {
        self.contig = contig
        self.position = position
        let last = assembly.length(of: contig)
        let place = Int(position.value)
        // Differences beyond any contig mean its ends, and must not overflow.
        let bound = 1 << 30
        let lower = max(-bound, min(lower, upper, 0))
        let upper = min(bound, max(lower, upper, 0))
        low = Position(min(max(place + lower, 1), place)) ?? position
        high = Position(max(min(place + upper, last), place)) ?? position
    }

    /// A breakpoint out of a store that has proved `low ≤ position ≤ high`.
    package init(_ contig: Contig, _ position: Position, low: Position, high: Position) {
        (self.contig, self.position, self.low, self.high) = (contig, position, low, high)
    }

    /// Bases between the ends of the confidence interval; 0 where precise.
    public var width: UInt32 { high.value - low.value }
}

/// Which side of a breakend is kept. Raw values are part of the store format.
///
/// VCF 4.4, section 5.4: in `t[p[` and `t]p]` the bases up to and including the record's are kept, in `[p[t` and `]p]t` those from
/// it on; of the mate, brackets that open to the right (`[p[`) keep what lies right of p, others what lies left.
public enum BreakendSide: UInt8, Sendable, CaseIterable, Comparable {
    /// The bases up to and including the breakend's position; often written `+`.
    case left = 0
    /// The bases from the breakend's position on; often written `-`.
    case right = 1

    public static func < (left: BreakendSide, right: BreakendSide) -> Bool { left.rawValue < right.rawValue }
}

/// A breakpoint and the side of it that is kept.
public struct Breakend: Hashable, Sendable {
    public let place: Breakpoint
    public let side: BreakendSide

    public init(_ place: Breakpoint, keeping side: BreakendSide) {
        self.place = place
        self.side = side
    }

    /// The order in which the ends of an adjacency stand: contig, position, side.
    var order: (UInt8, UInt32, UInt8) { (place.contig.rawValue, place.position.value, side.rawValue) }
}
