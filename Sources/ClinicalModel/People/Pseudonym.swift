/// A person inside one region: 32 hexadecimal digits, a keyed hash of the identity number. The same person has another in
/// every other region, and nobody without the region's key can go from one to the other.
package struct Pseudonym: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let text: String

    package init?(_ text: String) {
        guard text.utf8.count == 32,
            text.utf8.allSatisfy({
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
            })
        else { return nil }
        self.text = text
    }

    package static func < (a: Pseudonym, b: Pseudonym) -> Bool { a.text < b.text }

    package var description: String { text }
}
