/// A structural event in one word, as questions, addresses and lists write it.
///
/// | event | form |
/// |---|---|
/// | deletion, duplication, inversion | `DEL-2-1000-5000`, `DUP-…`, `INV-…`: first and last base concerned |
/// | copy number | `LOSS-2-1000-5000`, `GAIN-…`, `CNV-…` where it is not known which |
/// | insertion | `INS-2-1000`, or with its length `INS-2-1000-300`: the base before it |
/// | adjacency | `BND-9-130854064-L-22-23290555-R`: two breakends, each with the side that is kept, left or right |
/// | single breakend | `BND-9-130854064-L` |
///
/// Positions are 1-based. A confidence interval stands behind its position as bases before and after: `1000~10~35`. Copies and fusion
/// genes, which matching does not look at, are not written.
public enum StructuralNotation {
    private static let kinds = ["DEL", "DUP", "INV", "LOSS", "GAIN", "CNV", "INS", "BND"]

    /// Whether a text begins as one, so that it is nothing else.
    public static func isMeant(by text: some StringProtocol) -> Bool {
        text.contains("-") && kinds.contains(text.prefix { $0 != "-" }.uppercased())
    }

    /// Throws, with what is wrong and the remedy, where the text is no event of `assembly`.
    public static func parse(
        _ text: some StringProtocol, assembly: Assembly
    ) throws(VariantNotationError) -> StructuralEvent {
        let parts = String(text).split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard let kind = parts.first?.uppercased(), kinds.contains(kind) else { throw VariantNotationError(.notAnEvent) }
        let event: StructuralEvent?
        switch (kind, parts.count) {
        case ("INS", 3), ("INS", 4):
            let length = parts.count == 4 ? UInt32(parts[3]) : nil
            guard parts.count == 3 || length != nil else { throw VariantNotationError(.notAnEvent) }
            event = StructuralEvent(insertionAt: try place(parts[1], parts[2], assembly), length: length)
        case ("BND", 4): event = StructuralEvent(single: try breakend(parts[1...3], assembly))
        case ("BND", 7):
            event = StructuralEvent(joining: try breakend(parts[1...3], assembly), try breakend(parts[4...6], assembly))
        case ("INS", _), ("BND", _): throw VariantNotationError(.notAnEvent)
        case (_, 4):
            let (first, last) = (try place(parts[1], parts[2], assembly), try place(parts[1], parts[3], assembly))
            guard first.position <= last.position else { throw VariantNotationError(.badRange) }
            event = span(kind, first, last)
        default: throw VariantNotationError(.notAnEvent)
        }
        guard let event else { throw VariantNotationError(.notAnEvent) }
        return event
    }

    private static func span(_ kind: String, _ first: Breakpoint, _ last: Breakpoint) -> StructuralEvent? {
        switch kind {
        case "DEL": StructuralEvent(.deletion, from: first, to: last)
        case "DUP": StructuralEvent(.duplication, from: first, to: last)
        case "INV": StructuralEvent(.inversion, from: first, to: last)
        case "LOSS": StructuralEvent(.copyNumber, from: first, to: last, change: .loss)
        case "GAIN": StructuralEvent(.copyNumber, from: first, to: last, change: .gain)
        default: StructuralEvent(.copyNumber, from: first, to: last)
        }
    }

    private static func breakend(
        _ parts: ArraySlice<String>, _ assembly: Assembly
    ) throws(VariantNotationError) -> Breakend {
        let parts = Array(parts)
        let side: BreakendSide
        switch parts[2].uppercased() {
        case "L": side = .left
        case "R": side = .right
        default: throw VariantNotationError(.notAnEvent)
        }
        return Breakend(try place(parts[0], parts[1], assembly), keeping: side)
    }

    private static func place(
        _ name: String, _ text: String, _ assembly: Assembly
    ) throws(VariantNotationError) -> Breakpoint {
        let contig = try NotationContext(assembly: assembly, reference: nil).contig(name)
        let numbers = text.split(separator: "~", omittingEmptySubsequences: false).map { digits($0) }
        guard numbers.count == 1 || numbers.count == 3, let number = numbers[0] else {
            throw VariantNotationError(.notAPosition)
        }
        guard number <= assembly.length(of: contig) else { throw VariantNotationError(.pastEnd) }
        guard let position = Position(number) else { throw VariantNotationError(.notAPosition) }
        guard numbers.count == 3 else { return Breakpoint(contig, position) }
        guard let before = numbers[1], let after = numbers[2] else { throw VariantNotationError(.notAPosition) }
        return Breakpoint(contig, position, from: -before, to: after, assembly: assembly)
    }

    private static func digits(_ text: Substring) -> Int? {
        (1...9).contains(text.utf8.count) && text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
    }
}

extension StructuralEvent {
    /// `DEL-2-1000-5000`; see `StructuralNotation`, which reads it back to an event that matches and is counted alike.
    public var notation: String {
        switch kind {
        case .deletion, .duplication, .inversion, .copyNumber:
            let word =
                switch change {
                case .loss where kind == .copyNumber: "LOSS"
                case .gain where kind == .copyNumber: "GAIN"
                default: kind.symbol
                }
            return "\(word)-\(first.contig.name)-\(first.written)-\(second.written)"
        case .insertion:
            return "INS-\(first.contig.name)-\(first.written)" + (length.map { "-\($0)" } ?? "")
        case .adjacency:
            return "BND-\(first.contig.name)-\(first.written)-\(firstSide.letter)"
                + "-\(second.contig.name)-\(second.written)-\(secondSide.letter)"
        case .singleBreakend: return "BND-\(first.contig.name)-\(first.written)-\(firstSide.letter)"
        }
    }
}

extension Breakpoint {
    fileprivate var written: String {
        let (before, after) = (position.value - low.value, high.value - position.value)
        return before == 0 && after == 0 ? "\(position.value)" : "\(position.value)~\(before)~\(after)"
    }
}

extension BreakendSide {
    /// `L` keeps what lies left, `R` what lies right.
    fileprivate var letter: String { self == .left ? "L" : "R" }
}
