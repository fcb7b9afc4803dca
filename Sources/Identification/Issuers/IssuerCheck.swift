internal import AccessModel
internal import ClinicalModel
internal import Crypto
internal import StructuredText

/// Checks the tokens of one identity provider.
struct IssuerCheck: Sendable {
    let issuer: OpenIDIssuer
    let keys: KeySetCache
    let passports: PassportCheck

    /// The types of a token that says who somebody is. Others are signed with the same keys: visas, notices of logout, peers' questions.
    static let types: Set<String> = ["jwt", "at+jwt"]

    func verify(_ token: CompactToken, now: Timestamp) async throws(TokenError) -> VerifiedToken {
        if let type = token.type, !IssuerCheck.types.contains(type) { throw TokenError(.malformed, detail: "typ") }
        guard issuer.algorithms.contains(token.algorithm) else { throw TokenError(.algorithm, detail: "alg") }
        try await keys.key(token.keyIdentifier, for: token.algorithm).verify(token)
        let claims = token.claims
        guard claims["iss"]?.string == issuer.url else { throw TokenError(.issuer, detail: "iss") }
        guard !issuer.audiences.isDisjoint(with: claims.texts("aud")) else { throw TokenError(.audience, detail: "aud") }
        let times = try TokenTimes(claims, now: now, skew: issuer.clockSkew)
        guard issuer.assuranceLevels.isEmpty || !issuer.assuranceLevels.isDisjoint(with: claims.texts("acr")) else {
            throw TokenError(.claims, detail: "acr")
        }
        let (actor, purpose): (Actor, Purpose?)
        var expires = times.expires
        var grantsEnd: Timestamp?
        switch issuer.claims {
        case .care(let mapping): (actor, purpose) = try mapping.actor(claims)
        case .research(let mapping):
            let grants = try await passports.grants(in: claims, of: issuer, now: now)
            // What the token grants ends with the first of its visas: afterwards a new look is taken at the rest.
            expires = min(expires, grants.expires ?? expires)
            grantsEnd = grants.expires
            (actor, purpose) = try mapping.actor(claims, projects: grants.projects)
        }
        return VerifiedToken(
            credential: Credential(
                actor: actor, purpose: purpose, issuer: issuer.url, expires: expires, isDevelopment: false,
                grantsEnd: grantsEnd),
            until: expires.adding(issuer.clockSkew), end: times.expires.adding(issuer.clockSkew),
            oneTime: try oneTime(claims))
    }

    private func oneTime(_ claims: JSONValue) throws(TokenError) -> SHA256Digest? {
        switch issuer.singleUse {
        case .none: return nil
        case .all: break
        case .claimed(let name):
            guard let value = claims[name] else { return nil }
            guard let isSingle = value.bool else { throw TokenError(.claims, detail: name) }
            guard isSingle else { return nil }
        }
        guard let identifier = claims["jti"]?.string, !identifier.isEmpty else { throw TokenError(.claims, detail: "jti") }
        return SHA256.hash(data: Array((issuer.url + "\n" + identifier).utf8))
    }
}
