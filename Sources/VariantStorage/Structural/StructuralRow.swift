internal import GenomeModel

/// An event as a segment holds it: a key, six numbers, and what matching does not look at.
///
/// The order of rows is that of these fields, one after another: it depends on the event alone, so the same events make
/// the same file whatever order they come in.
struct StructuralRow: Hashable {
    let key: StructuralKey
    /// From the interval's lower end to its upper, and to the position.
    let firstWidth: UInt32
    let firstOffset: UInt32
    let secondLow: UInt32
    let secondWidth: UInt32
    let secondOffset: UInt32
    /// Of an insertion; 0 where unknown, and of other kinds.
    let length: UInt32
    let kind: StructuralKind
    let copies: Float?
    /// Length and letters of both genes; empty where there are none.
    let genes: [UInt8]

    init(
        key: StructuralKey, firstWidth: UInt32, firstOffset: UInt32, secondLow: UInt32, secondWidth: UInt32,
        secondOffset: UInt32, length: UInt32, kind: StructuralKind, copies: Float?, genes: [UInt8]
    ) {
        self.key = key
        self.firstWidth = firstWidth
        self.firstOffset = firstOffset
        self.secondLow = secondLow
        self.secondWidth = secondWidth
        self.secondOffset = secondOffset
        self.length = length
        self.kind = kind
        self.copies = copies
        self.genes = genes
    }

    init(_ event: StructuralEvent) {
        let (first, second) = (event.first, event.second)
        self.init(
            key: StructuralKey(
                event.matchingClass, firstContig: first.contig.rawValue, secondContig: second.contig.rawValue,
                level: StructuralKey.level(width: first.width), low: first.low.value),
            firstWidth: first.width, firstOffset: first.position.value - first.low.value, secondLow: second.low.value,
            secondWidth: second.width, secondOffset: second.position.value - second.low.value,
            length: event.kind == .insertion ? event.length ?? 0 : 0, kind: event.kind, copies: event.copies,
            genes: event.genes.map(StructuralRow.encode) ?? [])
    }

    /// Nil of a row that no event makes: validation lets none through.
    var event: StructuralEvent? {
        guard let group = key.group,
            let first = StructuralRow.breakpoint(key.firstContig, key.low, firstWidth, firstOffset),
            let second = StructuralRow.breakpoint(key.secondContig, secondLow, secondWidth, secondOffset)
        else { return nil }
        switch kind {
        case .deletion, .duplication, .inversion, .copyNumber:
            let change: CopyChange? = kind != .copyNumber ? nil : group == .loss ? .loss : group == .gain ? .gain : nil
            return StructuralEvent(kind, from: first, to: second, change: change, copies: copies)
        case .insertion: return StructuralEvent(insertionAt: first, length: length == 0 ? nil : length, copies: copies)
        case .singleBreakend:
            return StructuralEvent(single: Breakend(first, keeping: group == .singleLeft ? .left : .right), copies: copies)
        case .adjacency:
            let sides: (BreakendSide, BreakendSide) =
                switch group {
                case .skip, .leftToRight: (.left, .right)
                case .repeat, .rightToLeft: (.right, .left)
                case .invertedLeft, .leftToLeft: (.left, .left)
                default: (.right, .right)
                }
            return StructuralEvent(
                joining: Breakend(first, keeping: sides.0), Breakend(second, keeping: sides.1), copies: copies,
                genes: StructuralRow.decode(genes))
        }
    }

    private static func breakpoint(_ contig: UInt8, _ low: UInt32, _ width: UInt32, _ offset: UInt32) -> Breakpoint? {
        guard width < Position.limit, offset <= width, let contig = Contig(rawValue: contig), let low = Position(low),
            let high = Position(Int(low.value) + Int(width)), let position = Position(Int(low.value) + Int(offset))
        else { return nil }
        return Breakpoint(contig, position, low: low, high: high)
    }

    private static func encode(_ genes: FusionGenes) -> [UInt8] {
        let (first, second) = (Array((genes.first ?? "").utf8), Array((genes.second ?? "").utf8))
        return [UInt8(first.count)] + first + [UInt8(second.count)] + second
    }

    private static func decode(_ bytes: [UInt8]) -> FusionGenes? {
        guard let length = bytes.first, Int(length) + 1 < bytes.count else { return nil }
        let first = bytes[1..<(Int(length) + 1)]
        let second = bytes[(Int(length) + 2)...]
        return FusionGenes(
            first.isEmpty ? nil : String(validating: first, as: UTF8.self),
            second.isEmpty ? nil : String(validating: second, as: UTF8.self))
    }

    /// Whether an event has exactly this row: what `verify` holds every row against.
    var isCanonical: Bool { event.map { StructuralRow($0) == self } ?? false }
}

extension StructuralRow: Comparable {
    static func < (left: StructuralRow, right: StructuralRow) -> Bool { compare(left, right) < 0 }

    /// Less than, equal to or more than 0.
    static func compare(_ left: StructuralRow, _ right: StructuralRow) -> Int {
        if left.key != right.key { return left.key < right.key ? -1 : 1 }
        if left.firstWidth != right.firstWidth { return left.firstWidth < right.firstWidth ? -1 : 1 }
        if left.firstOffset != right.firstOffset { return left.firstOffset < right.firstOffset ? -1 : 1 }
        if left.secondLow != right.secondLow { return left.secondLow < right.secondLow ? -1 : 1 }
        if left.secondWidth != right.secondWidth { return left.secondWidth < right.secondWidth ? -1 : 1 }
        if left.secondOffset != right.secondOffset { return left.secondOffset < right.secondOffset ? -1 : 1 }
        if left.length != right.length { return left.length < right.length ? -1 : 1 }
        if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue ? -1 : 1 }
        // None comes first; copies are not negative, so their bits are in their order.
        let (mine, theirs) = (left.copies.map { Int($0.bitPattern) } ?? -1, right.copies.map { Int($0.bitPattern) } ?? -1)
        if mine != theirs { return mine < theirs ? -1 : 1 }
        if left.genes == right.genes { return 0 }
        return left.genes.lexicographicallyPrecedes(right.genes) ? -1 : 1
    }
}
