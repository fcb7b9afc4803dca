/// What the browser brings back from an identity provider, not yet believed.
package struct AuthorizationAnswer: Hashable, Sendable {
    package let state: String
    /// Nil where the provider refused.
    package let code: String?
    /// `iss` (RFC 9207), where the provider sends it.
    package let issuer: String?
    /// The provider's error code, letters and underscores only.
    package let error: String?

    /// Nil where there is no state, or a field stands twice.
    package init?(_ items: [(name: String, value: String)]) {
        let known = items.filter { ["state", "code", "iss", "error"].contains($0.name) }
        let fields = Dictionary(known, uniquingKeysWith: { first, _ in first })
        guard known.count == fields.count, let state = fields["state"] else { return nil }
        self.state = state
        code = fields["code"].flatMap { $0.isEmpty ? nil : $0 }
        issuer = fields["iss"]
        error = fields["error"].map { text in String(text.prefix(64).filter { $0.isASCII && ($0.isLetter || $0 == "_") }) }
    }
}
