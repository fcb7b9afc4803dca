internal import AccessModel
internal import ClinicalModel
internal import StructuredText

extension CareClaims {
    /// Who the claims speak of, and the purpose that the token is bound to: that of its own claim, or the commission's where it has one
    /// only. Throws `claims` with the name of the claim that is missing, unknown or contradicts another.
    func actor(_ claims: JSONValue) throws(TokenError) -> (Actor, Purpose?) {
        guard let identity = claims[names.identity]?.string.map(CareClaims.normalised), CareClaims.isHSA(identity) else {
            throw TokenError(.claims, detail: names.identity)
        }
        let provider = try provider(claims)
        if let region = claims[names.region], region.string != provider.region.description {
            throw TokenError(.claims, detail: names.region)
        }
        let unit = try unit(claims)
        let role = try role(claims)
        // Several mean that nobody has chosen one: the purpose would be anybody's guess.
        let commission = claims.texts(names.commissionPurpose)
        guard claims[names.commission]?.string?.isEmpty == false else { throw TokenError(.claims, detail: names.commission) }
        guard commission.count == 1, let purposes = commissionPurposes[commission[0].lowercased()] else {
            throw TokenError(.claims, detail: names.commissionPurpose)
        }
        let all = purposes.union(purposesOfRoles[commission[0].lowercased()]?[role] ?? [])
        let actor = Actor(
            identity: identity, name: claims.displayName ?? identity, role: role, region: provider.region,
            provider: provider.code, careUnit: unit, purposes: all)
        return (actor, try ClaimMapping.purpose(in: claims, allowed: all))
    }

    /// By HSA identity and by organisation number; where both are there they have to mean the same.
    private func provider(_ claims: JSONValue) throws(TokenError) -> Provider {
        var found: Provider?
        for name in [names.provider, names.organisationNumber] {
            guard let value = claims[name] else { continue }
            guard let text = value.string, let provider = providers[CareClaims.normalised(text)],
                found == nil || found == provider
            else { throw TokenError(.claims, detail: name) }
            found = provider
        }
        guard let found else { throw TokenError(.claims, detail: names.provider) }
        return found
    }

    private func unit(_ claims: JSONValue) throws(TokenError) -> OrganisationCode? {
        guard let value = claims[names.unit] else { return nil }
        guard let text = value.string else { throw TokenError(.claims, detail: names.unit) }
        let identity = CareClaims.normalised(text)
        for (key, code) in units where CareClaims.normalised(key) == identity { return code }
        guard let code = OrganisationCode(identity) else { throw TokenError(.claims, detail: names.unit) }
        return code
    }

    private func role(_ claims: JSONValue) throws(TokenError) -> Actor.Role {
        for name in names.roles {
            for text in claims.texts(name) {
                if let role = roles[text.lowercased()] { return role }
            }
        }
        throw TokenError(.claims, detail: names.roles.first)
    }

    /// `SE`, an organisation number, a hyphen, letters and digits; at most 31 characters.
    static func isHSA(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
        return (14...31).contains(bytes.count) && text.hasPrefix("SE") && bytes[2..<12].allSatisfy(isDigit)
            && bytes[12] == UInt8(ascii: "-")
            && bytes[13...].allSatisfy { isDigit($0) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    }
}
