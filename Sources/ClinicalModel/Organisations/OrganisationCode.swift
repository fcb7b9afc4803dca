/// The identity of an organisation below the region: a controller, a care unit or a laboratory. An HSA identity where there is
/// one (`SE2321000016-1003`), else a code of the region's own. 1–64 characters out of letters, digits and `-._`.
package struct OrganisationCode: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let text: String

    package init?(_ text: String) {
        guard (1...64).contains(text.utf8.count),
            text.utf8.allSatisfy({ byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"): true
                default: false
                }
            })
        else { return nil }
        self.text = text
    }

    package static func < (a: OrganisationCode, b: OrganisationCode) -> Bool { a.text < b.text }

    package var description: String { text }
}
