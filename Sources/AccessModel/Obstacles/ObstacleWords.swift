/// Free text that goes into a list which many read: it is refused where it seems to name a person or a variant. Pure.
///
/// It finds what people paste, not everything that could be written: the list is for those who decide about the law, inside the region.
package enum ObstacleWords {
    package static let longest = 2000

    package static func check(_ text: String) throws(ObstacleRefusal) {
        guard text.count <= longest else { throw .init(.tooLong) }
        let words = text.split { $0.isWhitespace || ",;()[]\"'".contains($0) }
        for word in words {
            let bytes = Array(word.utf8)
            if isPseudonym(bytes) || isIdentityNumber(bytes) { throw .init(.namesPerson) }
            if isVariant(word) { throw .init(.namesVariant) }
        }
    }

    /// 32 hexadecimal digits.
    private static func isPseudonym(_ word: [UInt8]) -> Bool {
        let trimmed = word.filter { isHexadecimal($0) }
        return trimmed.count == 32 && word.count <= 34
    }

    /// Ten or twelve digits with at most one `-` or `+` before the last four.
    private static func isIdentityNumber(_ word: [UInt8]) -> Bool {
        let inner = word.drop { !isDigit($0) }.reversed().drop { !isDigit($0) }.reversed()
        let digits = inner.filter(isDigit).count
        let others = inner.filter { !isDigit($0) }
        guard digits == 10 || digits == 12 else { return false }
        if others.isEmpty { return true }
        let sign = Array(inner).firstIndex { !isDigit($0) }
        return others.count == 1 && [UInt8(ascii: "-"), UInt8(ascii: "+")].contains(others[0]) && sign == digits - 4
    }

    /// `17-43093464-G-A`, `chr17:43093464`, `NM_007294.4:c.68_69del`, `g.43093464G>A`, `rs80357713`.
    private static func isVariant(_ word: Substring) -> Bool {
        let lower = word.lowercased()
        if lower.hasPrefix("rs"), lower.dropFirst(2).count >= 3, lower.dropFirst(2).allSatisfy(\.isNumber) { return true }
        for mark in ["g.", "c.", "p.", "m.", "n."] {
            guard let range = lower.firstRange(of: mark) else { continue }
            let isStart = range.lowerBound == lower.startIndex || lower[lower.index(before: range.lowerBound)] == ":"
            let rest = lower[range.upperBound...]
            if isStart, rest.contains(where: \.isNumber) { return true }
        }
        let parts = lower.split { "-:_/>".contains($0) }
        let first = parts.first.map { $0.hasPrefix("chr") ? $0.dropFirst(3) : $0 } ?? ""
        let isContig = Int(first).map { (1...25).contains($0) } ?? ["x", "y", "m", "mt"].contains(String(first))
        return isContig && parts.count >= 2 && parts[1].count >= 4 && parts[1].allSatisfy(\.isNumber) && !looksLikeYear(parts)
    }

    /// `1-2026`: a number and a year, nothing after.
    private static func looksLikeYear(_ parts: [Substring]) -> Bool { parts.count == 2 && parts[1].count == 4 }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
    }
}
