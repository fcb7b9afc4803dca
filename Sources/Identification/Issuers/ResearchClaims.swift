package import AccessModel
package import ClinicalModel
internal import StructuredText

/// How the tokens of a provider of researchers' identities are read: ORCID, the eduPerson attributes under their OpenID Connect names,
/// and the projects of a GA4GH Passport.
package struct ResearchClaims: Hashable, Sendable {
    /// Where the researchers of a domain belong.
    package struct Home: Hashable, Sendable {
        /// Nil for a university outside the regions.
        package let region: RegionCode?
        package let organisation: OrganisationCode?

        package init(region: RegionCode?, organisation: OrganisationCode?) {
            self.region = region
            self.organisation = organisation
        }
    }

    /// By the scope of `eduperson_scoped_affiliation`: `uu.se`. Nobody else's researchers are let in.
    package let homes: [String: Home]
    /// One of these has to be the affiliation: students and alumni are none.
    package var affiliations: Set<String> = ["faculty", "staff", "employee"]
    /// One of these has to stand in `eduperson_assurance`: somebody has seen an identity document. Empty where it does not matter.
    package var assurances: Set<String> = [
        "https://refeds.org/assurance/IAP/medium", "https://refeds.org/assurance/IAP/high",
        "http://www.swamid.se/policy/assurance/al2", "http://www.swamid.se/policy/assurance/al3",
    ]
    package var purposes: Set<Purpose> = [.research, .feasibility]

    package init(homes: [String: Home]) { self.homes = homes }

    /// Who the claims speak of, with the projects that their visas name.
    func actor(_ claims: JSONValue, projects: Set<String>) throws(TokenError) -> (Actor, Purpose?) {
        let identity = try ResearchClaims.identity(claims)
        let home = try home(claims)
        guard assurances.isEmpty || !assurances.isDisjoint(with: claims.texts("eduperson_assurance")) else {
            throw TokenError(.claims, detail: "eduperson_assurance")
        }
        let actor = Actor(
            identity: identity, name: claims.displayName ?? identity, role: .researcher, region: home.region,
            provider: home.organisation, careUnit: nil, purposes: purposes, projects: projects)
        return (actor, try ClaimMapping.purpose(in: claims, allowed: purposes))
    }

    /// The ORCID; without one the home organisation's identifier, which is never given to somebody else (`eduperson_unique_id`).
    private static func identity(_ claims: JSONValue) throws(TokenError) -> String {
        for name in ["orcid", "eduperson_orcid"] {
            guard let text = claims.texts(name).first else { continue }
            guard let orcid = ORCID(text) else { throw TokenError(.claims, detail: name) }
            return orcid.text
        }
        let unique = claims["eduperson_unique_id"]?.string?.lowercased()
        guard let unique, unique.split(separator: "@", omittingEmptySubsequences: false).count == 2, unique.utf8.count <= 256
        else { throw TokenError(.claims, detail: "orcid") }
        return unique
    }

    private func home(_ claims: JSONValue) throws(TokenError) -> Home {
        for text in claims.texts("eduperson_scoped_affiliation") {
            let parts = text.lowercased().split(separator: "@", omittingEmptySubsequences: false)
            if parts.count == 2, affiliations.contains(String(parts[0])), let home = homes[String(parts[1])] { return home }
        }
        throw TokenError(.claims, detail: "eduperson_scoped_affiliation")
    }
}
