extension SiteURL {
    /// One segment of a path, or a value of a query: what is not unreserved (RFC 3986) as its UTF-8 bytes.
    package static func escaped(_ text: String) -> String {
        var escaped = ""
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                escaped.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                escaped += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
            }
        }
        return escaped
    }

    /// `?a=b&c=d` of those that have a value, in the order given; empty where none has.
    package static func query(_ items: KeyValuePairs<String, String?>) -> String {
        let written = items.compactMap { name, value in value.map { escaped(name) + "=" + escaped($0) } }
        return written.isEmpty ? "" : "?" + written.joined(separator: "&")
    }

    /// An address on this host that somebody sent, for a redirect: a path that begins with one slash and holds nothing by which a browser
    /// could be led elsewhere. Nil for anything else.
    package static func local(_ text: String?) -> String? {
        guard let text, text.utf8.count <= 2048, text.utf8.first == UInt8(ascii: "/") else { return nil }
        let second = text.utf8.dropFirst().first
        guard second != UInt8(ascii: "/"), second != UInt8(ascii: "\\") else { return nil }
        // A tab or line end is dropped by browsers, so that /\t/host would become //host; a backslash counts as a slash.
        let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }
        return isPlain ? text : nil
    }
}
