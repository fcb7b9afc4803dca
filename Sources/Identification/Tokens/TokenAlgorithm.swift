/// The signatures that a token may bear (RFC 7518, RFC 8037). There is no `none` and nothing with a shared secret, so that neither can
/// be allowed by mistake.
package enum TokenAlgorithm: String, Sendable, CaseIterable {
    case es256 = "ES256"
    case rs256 = "RS256"
    case edDSA = "EdDSA"
}
