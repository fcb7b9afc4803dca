internal import AccessModel
internal import StructuredText

/// How an issuer's claims say who somebody is.
package enum ClaimMapping: Hashable, Sendable {
    /// Staff of Swedish care, by HSA identity and commission.
    case care(CareClaims)
    /// Researchers, by ORCID, eduPerson and GA4GH Passport.
    case research(ResearchClaims)

    /// The token's own claim for the one purpose that it is bound to; it is the same in every mapping.
    static let purpose = "samsyn_purpose"

    /// What the token says about its purpose: nil where it says nothing. Throws `claims` for a purpose that is none, or that is not
    /// among `allowed`.
    static func purpose(in claims: JSONValue, allowed: Set<Purpose>) throws(TokenError) -> Purpose? {
        guard let value = claims[purpose] else { return allowed.count == 1 ? allowed.first : nil }
        guard let named = value.string.flatMap(Purpose.init(rawValue:)), allowed.contains(named) else {
            throw TokenError(.claims, detail: purpose)
        }
        return named
    }
}

extension JSONValue {
    /// A claim's texts: one, or a list of them. Empty where the claim is absent or anything else.
    func texts(_ claim: String) -> [String] {
        guard let value = self[claim] else { return [] }
        if let text = value.string { return [text] }
        return (value.array ?? []).compactMap(\.string)
    }

    /// The name to show for somebody, from `name` or its two halves.
    var displayName: String? {
        if let name = self["name"]?.string, !name.isEmpty { return name }
        let halves = [self["given_name"]?.string, self["family_name"]?.string].compactMap { $0 }.filter { !$0.isEmpty }
        return halves.isEmpty ? nil : halves.joined(separator: " ")
    }
}
