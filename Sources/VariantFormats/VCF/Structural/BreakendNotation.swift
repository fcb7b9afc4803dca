package import GenomeModel

/// One breakend allele of ALT, as VCF 4.4 writes it (section 5.4): which side of POS is kept, and what it is joined to.
package struct BreakendNotation: Equatable {
    /// Where the mate lies, as text, and which side of it is kept; nil for a single breakend.
    package struct Partner: Equatable {
        package let contig: ArraySlice<UInt8>
        package let position: Int
        package let side: BreakendSide
    }

    package let side: BreakendSide
    package let partner: Partner?

    /// Whether the text is meant as a breakend at all: brackets, or bases with a full stop at one end.
    static func isMeant(_ text: ArraySlice<UInt8>) -> Bool {
        text.contains(opening) || text.contains(closing)
            || (text.count > 1 && (text.first == Bytes.dot || text.last == Bytes.dot))
    }

    private static let opening = UInt8(ascii: "[")
    private static let closing = UInt8(ascii: "]")

    /// Nil for what is none of `t[p[`, `t]p]`, `]p]t`, `[p[t`, `t.` and `.t`, with t at least one base and p `contig:position`.
    package init?(_ text: ArraySlice<UInt8>) {
        let brackets = text.indices.filter { text[$0] == BreakendNotation.opening || text[$0] == BreakendNotation.closing }
        if brackets.isEmpty {
            guard text.count > 1 else { return nil }
            if text.last == Bytes.dot, BreakendNotation.areBases(text.dropLast()) {
                (side, partner) = (.left, nil)
            } else if text.first == Bytes.dot, BreakendNotation.areBases(text.dropFirst()) {
                (side, partner) = (.right, nil)
            } else {
                return nil
            }
            return
        }
        guard brackets.count == 2, let open = brackets.first, let close = brackets.last, text[open] == text[close] else {
            return nil
        }
        // Bases before the place are kept, and those left of them; or bases behind it, and those right of them.
        let (before, after) = (text[..<open], text[(close + 1)...])
        if after.isEmpty, BreakendNotation.areBases(before) {
            side = .left
        } else if before.isEmpty, BreakendNotation.areBases(after) {
            side = .right
        } else {
            return nil
        }
        // The last colon: names of HLA sequences have colons themselves.
        let place = text[(open + 1)..<close]
        guard let colon = place.lastIndex(of: Bytes.colon), colon > place.startIndex,
            let position = WholeNumber.read(place[(colon + 1)...]), position >= 0
        else { return nil }
        partner = Partner(
            contig: place[..<colon], position: position, side: text[open] == BreakendNotation.opening ? .right : .left)
    }

    private static func areBases(_ text: ArraySlice<UInt8>) -> Bool {
        !text.isEmpty && text.allSatisfy { Bytes.isBase($0) || Bytes.isLowerBase($0) }
    }
}

/// Whole numbers as VCF writes them.
enum WholeNumber {
    /// Digits, at most twelve, perhaps behind a sign; nil for anything else.
    static func read(_ text: ArraySlice<UInt8>) -> Int? {
        var digits = text
        let isNegative = digits.first == UInt8(ascii: "-")
        if isNegative || digits.first == UInt8(ascii: "+") { digits = digits.dropFirst() }
        guard (1...12).contains(digits.count), digits.allSatisfy(Bytes.isDigit) else { return nil }
        let value = digits.reduce(0) { $0 * 10 + Int($1 - Bytes.zero) }
        return isNegative ? -value : value
    }
}
