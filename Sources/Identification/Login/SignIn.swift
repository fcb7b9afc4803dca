package import AccessModel
package import ClinicalModel
internal import StructuredText

/// Signs people in with a browser: OpenID Connect, authorization code with PKCE.
///
/// State, nonce and code verifier stay here; the browser that began is known by a cookie. Each attempt is good once.
package final class SignIn: Sendable {
    /// Where to send a browser, and what its cookie is to hold until it comes back.
    package struct Beginning: Sendable {
        package let endpoint: String
        package let request: AuthorizationRequest
        package let binding: SecretText
    }

    /// Somebody whose identity provider has vouched for them.
    package struct Success: Sendable {
        package let credential: Credential
        /// Chosen at the provider, where it lets one choose; not checked.
        package let purpose: Purpose?
        /// Where they wanted to go.
        package let next: String?
    }

    package let providers: [LoginProvider]
    private let tokens: TokenVerifier
    private let attempts: LoginAttempts
    private let random: RandomBytes
    private let now: @Sendable () -> Timestamp

    /// `tokens` lets in identity tokens that are made for the providers' clients.
    package init(
        providers: [LoginProvider], tokens: TokenVerifier, capacity: Int = 10_000, random: RandomBytes = .system,
        now: @escaping @Sendable () -> Timestamp
    ) {
        self.providers = providers
        self.tokens = tokens
        attempts = LoginAttempts(capacity: capacity)
        self.random = random
        self.now = now
    }

    /// How many are under way: for metrics.
    package var underWay: Int { attempts.count }

    /// `callback` is where the provider sends the browser back to; `next` a path on this host.
    package func begin(_ name: String, callback: String, next: String?) async throws(LoginError) -> Beginning {
        guard let provider = providers.first(where: { $0.name == name }) else { throw LoginError(.unknownProvider) }
        let endpoints: LoginEndpoints
        do {
            endpoints = try await provider.endpoints()
        } catch {
            throw LoginError(.provider, detail: "\(type(of: error))")
        }
        let (state, nonce, binding) = (SecretText(random), SecretText(random), SecretText(random))
        let verifier = CodeVerifier(random)
        let time = now()
        attempts.add(
            LoginAttempt(
                provider: provider.name, nonce: nonce, verifier: verifier, binding: binding.digest, callback: callback,
                next: next, ends: time.adding(LoginAttempts.patience)), state: state, now: time)
        return Beginning(
            endpoint: endpoints.authorization,
            request: AuthorizationRequest(
                client: provider.client, callback: callback, scopes: provider.scopes, state: state.text, nonce: nonce.text,
                challenge: verifier.challenge), binding: binding)
    }

    /// `binding` is the cookie that the browser sent along with the answer.
    package func finish(_ answer: AuthorizationAnswer, binding: String?) async throws(LoginError) -> Success {
        let attempt = try attempts.take(answer.state, binding: binding, now: now())
        guard let provider = providers.first(where: { $0.name == attempt.provider }) else { throw LoginError(.unknownProvider) }
        if let issuer = answer.issuer, issuer != provider.issuer { throw LoginError(.issuer) }
        guard answer.error == nil, let code = answer.code else { throw LoginError(.refused, detail: answer.error) }
        let grant = LoginGrant(code: code, verifier: attempt.verifier, callback: attempt.callback)
        let json: JSONValue
        do {
            json = try JSONReader.read(try await provider.redeem(grant))
        } catch {
            throw LoginError(.provider, detail: "\(type(of: error))")
        }
        guard let token = json["id_token"]?.string else { throw LoginError(.provider, detail: "id_token") }
        let credential = try await verified(token, from: provider, nonce: attempt.nonce)
        return Success(
            credential: credential, purpose: json[ClaimMapping.purpose]?.string.flatMap(Purpose.init(rawValue:)),
            next: attempt.next)
    }

    private func verified(
        _ token: String, from provider: LoginProvider, nonce: SecretText
    ) async throws(LoginError) -> Credential {
        let credential: Credential
        let claims: JSONValue
        do throws(TokenError) {
            credential = try await tokens.verify(token)
            claims = try CompactToken(token).claims
        } catch {
            // The person's token may be good: nobody could look.
            throw LoginError(error.code == .keysUnavailable ? .provider : .token, detail: error.description)
        }
        guard credential.issuer == provider.issuer else { throw LoginError(.issuer) }
        // A token for several audiences says for whom it was made.
        guard claims.texts("aud").count == 1 || claims["azp"]?.string == provider.client else {
            throw LoginError(.token, detail: "azp")
        }
        guard nonce.matches(claims["nonce"]?.string) else { throw LoginError(.nonce) }
        return credential
    }
}
