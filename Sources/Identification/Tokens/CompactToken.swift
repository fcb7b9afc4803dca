package import StructuredText

/// A signed token in compact form (RFC 7515), taken apart and not yet believed.
package struct CompactToken: Sendable {
    /// Passports with many visas are long; nothing else is.
    package static let sizeLimit = 64 * 1024

    package let algorithm: TokenAlgorithm
    /// `kid`.
    package let keyIdentifier: String?
    /// `typ` in lower case, without `application/`.
    package let type: String?
    /// An object.
    package let claims: JSONValue
    /// Header and claims as they were written: what the signature is over.
    let signed: [UInt8]
    let signature: [UInt8]

    /// Throws `malformed`, or `algorithm` for a header that asks for what is not done here: another algorithm, `crit`, `b64`.
    /// Keys and addresses of keys in the header (`jwk`, `jku`, `x5c`, `x5u`) are not looked at.
    package init(_ text: String) throws(TokenError) {
        let bytes = Array(text.utf8)
        guard bytes.count <= CompactToken.sizeLimit else { throw TokenError(.malformed, detail: "size") }
        let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3 else { throw TokenError(.malformed) }
        let header = try CompactToken.object(parts[0], "header")
        guard let name = header["alg"]?.string, let algorithm = TokenAlgorithm(rawValue: name) else {
            throw TokenError(.algorithm, detail: "alg")
        }
        for member in ["crit", "b64"] where header[member] != nil { throw TokenError(.algorithm, detail: member) }
        if let identifier = header["kid"] {
            guard let identifier = identifier.string else { throw TokenError(.malformed, detail: "kid") }
            keyIdentifier = identifier
        } else {
            keyIdentifier = nil
        }
        if let type = header["typ"] {
            guard let type = type.string?.lowercased() else { throw TokenError(.malformed, detail: "typ") }
            self.type = type.hasPrefix("application/") ? String(type.dropFirst(12)) : type
        } else {
            type = nil
        }
        guard let signature = Base64URL.decode(parts[2]) else { throw TokenError(.malformed, detail: "signature") }
        self.algorithm = algorithm
        self.claims = try CompactToken.object(parts[1], "claims")
        self.signature = signature
        signed = Array(bytes[..<parts[1].endIndex])
    }

    private static func object(_ part: ArraySlice<UInt8>, _ name: String) throws(TokenError) -> JSONValue {
        guard let bytes = Base64URL.decode(part), let value = try? JSONReader.read(bytes), value.members != nil else {
            throw TokenError(.malformed, detail: name)
        }
        return value
    }

    /// `header.claims.signature`, with the header's members in the order given.
    package static func sign(header: JSONValue, claims: JSONValue, with key: SigningKey) -> String {
        let text =
            Base64URL.encode(header.canonicalBytes) + "." + Base64URL.encode(claims.canonicalBytes)
        return text + "." + Base64URL.encode(key.signature(over: Array(text.utf8)))
    }
}
