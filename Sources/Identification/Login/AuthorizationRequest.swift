/// What the browser takes to the authorization endpoint (OpenID Connect Core, section 3.1.2.1).
package struct AuthorizationRequest: Hashable, Sendable {
    package let client: String
    package let callback: String
    package let scopes: [String]
    package let state: String
    package let nonce: String
    package let challenge: String

    package init(client: String, callback: String, scopes: [String], state: String, nonce: String, challenge: String) {
        self.client = client
        self.callback = callback
        self.scopes = scopes
        self.state = state
        self.nonce = nonce
        self.challenge = challenge
    }

    /// Reads what `items` writes. Nil where something is missing, or where another way than code and S256 is asked for.
    package init?(_ items: [(name: String, value: String)]) {
        let fields = Dictionary(items, uniquingKeysWith: { first, _ in first })
        guard items.count == fields.count, fields["response_type"] == "code", fields["code_challenge_method"] == "S256",
            let client = fields["client_id"], let callback = fields["redirect_uri"], let scope = fields["scope"],
            let state = fields["state"], let nonce = fields["nonce"], let challenge = fields["code_challenge"],
            challenge.utf8.count == 43
        else { return nil }
        self.init(
            client: client, callback: callback, scopes: scope.split(separator: " ").map(String.init), state: state, nonce: nonce,
            challenge: challenge)
    }

    package var items: [(name: String, value: String)] {
        [
            ("response_type", "code"), ("client_id", client), ("redirect_uri", callback),
            ("scope", scopes.joined(separator: " ")), ("state", state), ("nonce", nonce), ("code_challenge", challenge),
            ("code_challenge_method", "S256"),
        ]
    }
}
