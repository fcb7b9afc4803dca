/// One copy-number or structural event, in a form in which the same event has one value whatever way a file writes it.
///
/// After VCF 4.2 to 4.4 (sections 1.4.5 on symbolic alleles, 3 on INFO keys, 5.4 on breakends). Positions are 1-based. Of a span
/// (`<DEL>`, `<DUP>`, `<CNV>`, `<INV>`) `first` and `second` are the first and last base concerned: the base that VCF's POS names
/// before them is left out. Of an insertion both are the base before it. Of an adjacency they are the two breakends,
/// the lower in (contig, position, side) first. Of a single breakend both are the breakend.
public struct StructuralEvent: Hashable, Sendable {
    public let kind: StructuralKind
    public let first: Breakpoint
    public let second: Breakpoint
    /// The kept sides of an adjacency; both the one side of a single breakend; otherwise `.left` and `.right`.
    public let firstSide: BreakendSide
    public let secondSide: BreakendSide
    /// Bases inserted, of an insertion that says so; bases concerned, of a span; nil otherwise.
    public let length: UInt32?
    /// Of `copyNumber`, where known; of deletions and duplications what they are.
    public let change: CopyChange?
    /// Copies in the person or the tumour where the file says so: a whole number or an estimate.
    public let copies: Float?
    public let genes: FusionGenes?

    /// A deletion, duplication, inversion or change of copy number. Nil for other kinds, for ends on different
    /// contigs or in reverse order, and for copies below 0 or not finite. `change` is for `copyNumber` alone.
    public init?(
        _ kind: StructuralKind, from first: Breakpoint, to second: Breakpoint, change: CopyChange? = nil,
        copies: Float? = nil
    ) {
        guard kind.hasSpan, first.contig == second.contig, first.position <= second.position,
            StructuralEvent.isNumber(copies)
        else { return nil }
        self.init(
            kind, first, second, .left, .right, second.position.value - first.position.value + 1,
            kind == .deletion ? .loss : kind == .duplication ? .gain : kind == .copyNumber ? change : nil, copies, nil)
    }

    /// An insertion behind the base at `place`; of unknown length where `length` is nil. Nil for a length of 0.
    public init?(insertionAt place: Breakpoint, length: UInt32?, copies: Float? = nil) {
        guard length != 0, StructuralEvent.isNumber(copies) else { return nil }
        self.init(.insertion, place, place, .left, .right, length, nil, copies, nil)
    }

    /// Two breakends that are joined: the same value whichever is named first. Nil for copies that are no number.
    public init?(joining one: Breakend, _ other: Breakend, copies: Float? = nil, genes: FusionGenes? = nil) {
        guard StructuralEvent.isNumber(copies) else { return nil }
        let (first, second) = one.order <= other.order ? (one, other) : (other, one)
        self.init(.adjacency, first.place, second.place, first.side, second.side, nil, nil, copies, genes)
    }

    /// A breakend whose partner is not known.
    public init?(single breakend: Breakend, copies: Float? = nil) {
        guard StructuralEvent.isNumber(copies) else { return nil }
        self.init(
            .singleBreakend, breakend.place, breakend.place, breakend.side, breakend.side, nil, nil, copies, nil)
    }

    /// The same event with what one person's or tumour's call says of the copies; `change` is kept but of `copyNumber`. Nil
    /// for copies that are no number.
    public func stating(copies: Float?, change: CopyChange?) -> StructuralEvent? {
        guard StructuralEvent.isNumber(copies) else { return nil }
        return StructuralEvent(
            kind, first, second, firstSide, secondSide, length, kind == .copyNumber ? change : self.change, copies, genes)
    }

    private init(
        _ kind: StructuralKind, _ first: Breakpoint, _ second: Breakpoint, _ firstSide: BreakendSide,
        _ secondSide: BreakendSide, _ length: UInt32?, _ change: CopyChange?, _ copies: Float?, _ genes: FusionGenes?
    ) {
        self.kind = kind
        self.first = first
        self.second = second
        self.firstSide = firstSide
        self.secondSide = secondSide
        self.length = length
        self.change = change
        // Nought has two bit patterns, of which a store keeps one.
        self.copies = copies.map { $0 == 0 ? 0 : $0 }
        self.genes = genes
    }

    private static func isNumber(_ copies: Float?) -> Bool { copies.map { $0.isFinite && $0 >= 0 } ?? true }
}
