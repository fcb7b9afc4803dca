internal import HTTPTypes

/// What the nearest proxy says about a client: `Forwarded` (RFC 7239), else `X-Forwarded-Proto` and `X-Forwarded-Host`.
///
/// The client's address is not read: nothing here decides by it, and no log holds it.
struct Forwarded {
    /// Nil where nothing is said, or what is no scheme of the web.
    var isSecure: Bool?
    /// Nil where nothing is said, or what is no host.
    var authority: String?

    init(_ fields: HTTPFields) {
        let pairs = Forwarded.pairs(Forwarded.last(fields, "Forwarded") ?? "")
        switch (pairs["proto"] ?? Forwarded.last(fields, "X-Forwarded-Proto"))?.lowercased() {
        case "https": isSecure = true
        case "http": isSecure = false
        default: isSecure = nil
        }
        authority = (pairs["host"] ?? Forwarded.last(fields, "X-Forwarded-Host")).flatMap { Forwarded.isHost($0) ? $0 : nil }
    }

    /// Each proxy adds its own at the end.
    private static func last(_ fields: HTTPFields, _ name: String) -> String? {
        HTTPField.Name(name).flatMap { fields[values: $0].last }?.split(separator: ",").last.map { String($0).trimming(" ") }
    }

    private static func pairs(_ element: String) -> [String: String] {
        var pairs: [String: String] = [:]
        for part in element.split(separator: ";") {
            let sides = part.split(separator: "=", maxSplits: 1)
            guard sides.count == 2 else { continue }
            pairs[String(sides[0]).trimming(" ").lowercased()] = String(sides[1]).trimming(" ").trimming("\"")
        }
        return pairs
    }

    /// It becomes part of addresses in answers: a name or an address, and a port.
    private static func isHost(_ text: String) -> Bool {
        (1...255).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: ":"),
                    UInt8(ascii: "["), UInt8(ascii: "]"):
                    true
                default: false
                }
            }
    }
}
