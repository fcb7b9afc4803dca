/// Where the two addresses of an identity provider lie that a sign-in needs.
package struct LoginEndpoints: Hashable, Sendable {
    package let authorization: String
    package let token: String

    package init(authorization: String, token: String) {
        self.authorization = authorization
        self.token = token
    }
}

/// What the token endpoint is asked for (RFC 6749 section 4.1.3, RFC 7636).
package struct LoginGrant: Sendable {
    package let code: String
    package let verifier: CodeVerifier
    /// The address that the browser came back to.
    package let callback: String

    package init(code: String, verifier: CodeVerifier, callback: String) {
        self.code = code
        self.verifier = verifier
        self.callback = callback
    }

    /// The form's fields, without what proves who the client is.
    package func fields(client: String) -> [(name: String, value: String)] {
        [
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", callback), ("client_id", client),
            ("code_verifier", verifier.text),
        ]
    }
}

/// An identity provider at which people sign in with a browser.
package struct LoginProvider: Sendable {
    /// In addresses: small letters, digits, hyphens.
    package let name: String
    /// As people know it.
    package let title: String
    /// As `iss` writes it.
    package let issuer: String
    package let client: String
    package let scopes: [String]
    package let isDevelopment: Bool
    /// Known from the configuration, or asked for; it sets its own deadline.
    package let endpoints: @Sendable () async throws -> LoginEndpoints
    /// The token endpoint's answer, JSON. Throws where there is none with status 200.
    package let redeem: @Sendable (LoginGrant) async throws -> [UInt8]

    package init(
        name: String, title: String, issuer: String, client: String, scopes: [String] = ["openid", "profile"],
        isDevelopment: Bool = false, endpoints: @escaping @Sendable () async throws -> LoginEndpoints,
        redeem: @escaping @Sendable (LoginGrant) async throws -> [UInt8]
    ) {
        self.name = name
        self.title = title
        self.issuer = issuer
        self.client = client
        self.scopes = scopes
        self.isDevelopment = isDevelopment
        self.endpoints = endpoints
        self.redeem = redeem
    }
}
