internal import ClinicalModel
internal import StructuredText

/// Verifies the visas of a researcher's passport, each by its own issuer.
struct PassportCheck: Sendable {
    struct Issuer: Sendable {
        let settings: VisaIssuer
        let keys: KeySetCache
    }

    /// What visas allow, and when the first of those that count is over.
    struct Grants: Hashable, Sendable {
        var projects: Set<String> = []
        var expires: Timestamp?
    }

    static let claim = "ga4gh_passport_v1"
    /// Each costs a signature to verify.
    static let visaLimit = 64

    let issuers: [String: Issuer]

    /// The projects that the passport names for the token's own subject, or for somebody who is linked to it.
    ///
    /// A visa that does not hold grants nothing and refuses nothing, as the standard has it. Throws `keys-unavailable` where a trusted visa
    /// issuer's keys cannot be fetched, since what it grants is unknown then, and `claims` for a passport that is none.
    func grants(in claims: JSONValue, of issuer: OpenIDIssuer, now: Timestamp) async throws(TokenError) -> Grants {
        guard let passport = claims[PassportCheck.claim] else { return Grants() }
        guard let list = passport.array, list.count <= PassportCheck.visaLimit else {
            throw TokenError(.claims, detail: PassportCheck.claim)
        }
        guard let subject = claims["sub"]?.string else { throw TokenError(.claims, detail: "sub") }
        var visas: [Visa] = []
        for text in list {
            if let visa = try await visa(text.string ?? "", now: now, skew: issuer.clockSkew) { visas.append(visa) }
        }
        return PassportCheck.grants(visas, to: Visa.Subject(subject: subject, issuer: issuer.url))
    }

    private func visa(_ text: String, now: Timestamp, skew: Duration) async throws(TokenError) -> Visa? {
        guard let token = try? CompactToken(text), let url = token.claims["iss"]?.string, let issuer = issuers[url],
            issuer.settings.algorithms.contains(token.algorithm)
        else { return nil }
        do throws(TokenError) {
            try await issuer.keys.key(token.keyIdentifier, for: token.algorithm).verify(token)
        } catch {
            guard error.code != .keysUnavailable else { throw TokenError(.keysUnavailable, detail: PassportCheck.claim) }
            return nil
        }
        return Visa(token.claims, of: issuer.settings, now: now, skew: skew)
    }

    /// Pure: who is linked to `subject`, step by step, and what all of them may.
    static func grants(_ visas: [Visa], to subject: Visa.Subject) -> Grants {
        var selves: Set<Visa.Subject> = [subject]
        var links = visas.compactMap { visa -> (Set<Visa.Subject>, Timestamp)? in
            guard case .identities(let others) = visa.statement else { return nil }
            return (others.union([visa.subject]), visa.expires)
        }
        var grants = Grants()
        func limit(_ expires: Timestamp) { grants.expires = min(grants.expires ?? expires, expires) }
        while let index = links.firstIndex(where: { !selves.isDisjoint(with: $0.0) }) {
            let (linked, expires) = links.remove(at: index)
            guard !linked.isSubset(of: selves) else { continue }
            selves.formUnion(linked)
            limit(expires)
        }
        for visa in visas where selves.contains(visa.subject) {
            guard case .project(let number) = visa.statement else { continue }
            grants.projects.insert(number)
            limit(visa.expires)
        }
        return grants
    }
}
