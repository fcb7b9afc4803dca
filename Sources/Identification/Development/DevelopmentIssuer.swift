package import AccessModel
package import ClinicalModel
internal import Crypto
package import StructuredText

/// Why no token was made for a persona.
package enum DevelopmentIssuerError: String, Error, Sendable, CaseIterable {
    case personaUnknown = "persona-unknown"
    case purposeNotOfPersona = "purpose-not-of-persona"

    package var message: String {
        switch self {
        case .personaUnknown: "There is no persona of that name."
        case .purposeNotOfPersona: "The persona's commission does not have that purpose."
        }
    }

    package var remedy: String {
        switch self {
        case .personaUnknown: "Take one of the names in the file of personas."
        case .purposeNotOfPersona: "Take one of the persona's purposes, or another persona."
        }
    }
}

/// Makes tokens for people who do not exist, and verifies them. It exists only where a `DevelopmentPermission` does.
///
/// A token names its persona; what the persona may stands in the node's own file, so that a token cannot say more.
package struct DevelopmentIssuer: Sendable {
    package static let url = "urn:samsyn:development"
    package static let audience = "samsyn-development"
    /// What every page and every line of the log says where such tokens are let in.
    package static let warning = LocalizedText(
        sv: "Utveckling: vem som helst kan logga in som vem som helst. Använd aldrig riktiga uppgifter här.",
        en: "Development: anybody can sign in as anybody. Never use real data here.")

    package let personas: [String: Actor]
    package let life: Duration
    private let key: SigningKey
    private let now: @Sendable () -> Timestamp

    package init(
        _ permission: DevelopmentPermission, personas: [String: Actor], key: SigningKey = SigningKey(),
        life: Duration = .seconds(3600), now: @escaping @Sendable () -> Timestamp
    ) {
        self.personas = personas
        self.key = key
        self.life = life
        self.now = now
    }

    /// A bearer token for a persona, bound to `purpose` where there is one; with `nonce` an identity token for one sign-in.
    package func token(persona: String, purpose: Purpose? = nil, nonce: String? = nil) throws(DevelopmentIssuerError) -> String {
        guard let actor = personas[persona] else { throw .personaUnknown }
        if let purpose, !actor.purposes.contains(purpose) { throw .purposeNotOfPersona }
        let issued = now()
        return CompactToken.sign(
            header: ["alg": "EdDSA", "typ": "JWT", "kid": JSONValue(.string(key.publicKey.thumbprint))],
            claims: JSONValue(members: [
                ("iss", JSONValue(.string(DevelopmentIssuer.url))), ("aud", JSONValue(.string(DevelopmentIssuer.audience))),
                ("sub", JSONValue(.string(persona))), ("iat", JSONValue(issued.milliseconds / 1000)),
                ("exp", JSONValue(issued.adding(life).milliseconds / 1000)),
                (ClaimMapping.purpose, purpose.map { JSONValue(.string($0.rawValue)) }),
                ("nonce", nonce.map { JSONValue(.string($0)) }),
            ]), with: key)
    }

    /// A JSON Web Key Set with the one public key.
    package var keySet: JSONValue { ["keys": [key.publicKey.jwk]] }

    func verify(_ token: CompactToken, now: Timestamp) throws(TokenError) -> VerifiedToken {
        if let type = token.type, !IssuerCheck.types.contains(type) { throw TokenError(.malformed, detail: "typ") }
        guard token.algorithm == .edDSA else { throw TokenError(.algorithm, detail: "alg") }
        guard token.keyIdentifier == key.publicKey.thumbprint else { throw TokenError(.unknownKey, detail: "kid") }
        guard key.publicKey.isValid(token.signature, over: token.signed) else { throw TokenError(.signature) }
        guard token.claims["iss"]?.string == DevelopmentIssuer.url else { throw TokenError(.issuer, detail: "iss") }
        guard token.claims.texts("aud").contains(DevelopmentIssuer.audience) else {
            throw TokenError(.audience, detail: "aud")
        }
        // Maker and node share a clock.
        let times = try TokenTimes(token.claims, now: now, skew: .seconds(1))
        guard let actor = token.claims["sub"]?.string.flatMap({ personas[$0] }) else { throw TokenError(.claims, detail: "sub") }
        var purpose: Purpose?
        if let value = token.claims[ClaimMapping.purpose] {
            purpose = value.string.flatMap(Purpose.init(rawValue:))
            guard let purpose, actor.purposes.contains(purpose) else {
                throw TokenError(.claims, detail: ClaimMapping.purpose)
            }
        }
        let end = times.expires.adding(.seconds(1))
        return VerifiedToken(
            credential: Credential(
                actor: actor, purpose: purpose, issuer: DevelopmentIssuer.url, expires: times.expires, isDevelopment: true),
            until: end, end: end, oneTime: nil)
    }
}
