package import AccessModel
package import ClinicalModel
internal import Crypto
internal import StructuredText
internal import Synchronization

/// The authorization and token endpoints of the embedded development issuer: somebody chooses a person who does not exist and a purpose,
/// and the node signs in as with any other provider. It exists only where a `DevelopmentIssuer` does.
package final class DevelopmentAuthorization: Sendable {
    private struct Grant: Sendable {
        let persona: String
        let purpose: Purpose
        let nonce: String
        let challenge: String
        let callback: String
        let ends: Timestamp
    }

    /// In addresses.
    package static let name = "development"

    package let issuer: DevelopmentIssuer
    private let grants = Mutex<[SHA256Digest: Grant]>([:])
    private let random: RandomBytes
    private let now: @Sendable () -> Timestamp

    package init(_ issuer: DevelopmentIssuer, random: RandomBytes = .system, now: @escaping @Sendable () -> Timestamp) {
        self.issuer = issuer
        self.random = random
        self.now = now
    }

    /// A code that this request's client can redeem once, within a minute.
    package func code(
        for persona: String, purpose: Purpose, answering request: AuthorizationRequest
    ) throws(DevelopmentIssuerError) -> String {
        guard let actor = issuer.personas[persona] else { throw .personaUnknown }
        guard actor.purposes.contains(purpose) else { throw .purposeNotOfPersona }
        let code = SecretText(random)
        let time = now()
        grants.withLock { grants in
            grants = grants.filter { time < $0.value.ends }
            grants[code.digest] = Grant(
                persona: persona, purpose: purpose, nonce: request.nonce, challenge: request.challenge,
                callback: request.callback, ends: time.adding(.seconds(60)))
        }
        return code.text
    }

    /// What a token endpoint answers. Throws `LoginError.refused` for a code that is unknown, used, over, or another client's.
    package func redeem(_ grant: LoginGrant) throws -> [UInt8] {
        let digest = SHA256.hash(data: Array(grant.code.utf8))
        guard let stored = grants.withLock({ $0.removeValue(forKey: digest) }), now() < stored.ends,
            stored.challenge == grant.verifier.challenge, stored.callback == grant.callback
        else { throw LoginError(.refused, detail: "invalid_grant") }
        let answer: JSONValue = [
            "token_type": "Bearer",
            "id_token": JSONValue(.string(try issuer.token(persona: stored.persona, nonce: stored.nonce))),
            "samsyn_purpose": JSONValue(.string(stored.purpose.rawValue)),
        ]
        return Array(answer.canonicalText.utf8)
    }

    /// The provider as the sign-in knows it. `endpoint` is the path of the page on which one chooses.
    package func provider(title: String, endpoint: String) -> LoginProvider {
        LoginProvider(
            name: DevelopmentAuthorization.name, title: title, issuer: DevelopmentIssuer.url,
            client: DevelopmentIssuer.audience, isDevelopment: true,
            endpoints: { LoginEndpoints(authorization: endpoint, token: endpoint) }, redeem: { try self.redeem($0) })
    }
}
