/// A researcher's identity as ORCID gives it, with its check character proved (ISO 7064, modulus 11-2).
package struct ORCID: Hashable, Sendable, CustomStringConvertible {
    /// `0000-0002-1825-0097`.
    package let text: String

    /// Reads the four groups, alone or as an address at orcid.org.
    package init?(_ text: String) {
        var rest = Substring(text)
        for prefix in ["https://orcid.org/", "http://orcid.org/"] where rest.hasPrefix(prefix) {
            rest = rest.dropFirst(prefix.count)
            break
        }
        let groups = rest.split(separator: "-", omittingEmptySubsequences: false)
        guard groups.count == 4, groups.allSatisfy({ $0.utf8.count == 4 }) else { return nil }
        let characters = Array(groups.joined().utf8)
        var total = 0
        for byte in characters.dropLast() {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            total = (total + Int(byte - UInt8(ascii: "0"))) * 2
        }
        let check = (12 - total % 11) % 11
        guard characters.last == (check == 10 ? UInt8(ascii: "X") : UInt8(ascii: "0") + UInt8(check)) else { return nil }
        self.text = String(rest)
    }

    package var description: String { text }
}
