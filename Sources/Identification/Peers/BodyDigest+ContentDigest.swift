extension BodyDigest {
    /// As the header field `Content-Digest` writes it (RFC 9530): `sha-256=:` and base64 and `:`.
    package var contentDigest: String {
        let base64 = String(
            text.map { character in
                switch character {
                case "-": "+"
                case "_": "/"
                default: character
                }
            })
        return "sha-256=:" + base64 + String(repeating: "=", count: (4 - base64.utf8.count % 4) % 4) + ":"
    }

    /// Whether a field's value names this digest; digests of other algorithms beside it are passed over.
    package func isNamed(by field: String) -> Bool {
        field.split(separator: ",").contains { part in
            let trimmed = part.drop { $0 == " " || $0 == "\t" }
            return trimmed.prefix { $0 != " " && $0 != "\t" } == contentDigest
        }
    }
}
