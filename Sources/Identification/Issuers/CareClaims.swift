package import AccessModel
package import ClinicalModel

/// How the tokens of a provider of care identities are read: the attributes of the HSA directory as Inera's and the regions' own
/// identity providers pass them on after a login with SITHS.
package struct CareClaims: Hashable, Sendable {
    /// What a care provider of the directory is called in the platform.
    package struct Provider: Hashable, Sendable {
        package let code: OrganisationCode
        package let region: RegionCode

        package init(code: OrganisationCode, region: RegionCode) {
            self.code = code
            self.region = region
        }
    }

    /// Care providers by HSA identity or organisation number (ten digits). Nobody else's staff is let in, whatever the issuer says.
    package let providers: [String: Provider]
    /// Care units by HSA identity. A unit that is not in the table is known by its HSA identity.
    package var units: [String: OrganisationCode] = [:]
    package var names = Names()
    /// What a commission with this purpose is for, by the purpose in lower case.
    package var commissionPurposes = CareClaims.standardPurposes
    /// What a role may besides under a commission, by the commission's purpose in lower case.
    package var purposesOfRoles = CareClaims.standardPurposesOfRoles
    /// Roles by `systemRole`, licence code or title code, in lower case.
    package var roles = CareClaims.standardRoles

    /// Keys are compared without regard to case, as the directory does.
    package init(providers: [String: Provider]) {
        self.providers = Dictionary(
            providers.map { (CareClaims.normalised($0), $1) }, uniquingKeysWith: { first, _ in first })
    }

    /// Without white space around it, in upper case, without the hyphen of an organisation number.
    static func normalised(_ identity: String) -> String {
        let trimmed = identity.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()
        let upper = String(trimmed).uppercased()
        let digits = upper.filter { $0 != "-" }
        let isNumber = digits.utf8.count == 10 && digits.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return isNumber ? digits : upper
    }
}

extension CareClaims {
    /// What the claims are called. Federations put a prefix before the attribute's name (`http://sambi.se/attributes/1/`).
    package struct Names: Hashable, Sendable {
        package var identity: String
        package var provider: String
        package var organisationNumber: String
        package var unit: String
        package var commission: String
        package var commissionPurpose: String
        /// Looked at in this order; the first value that is a known role counts.
        package var roles: [String]
        /// A county code. Where the token has one it has to be the provider's.
        package var region: String

        package init(prefix: String = "") {
            identity = prefix + "employeeHsaId"
            provider = prefix + "healthCareProviderHsaId"
            organisationNumber = prefix + "healthCareProviderOrgNo"
            unit = prefix + "healthCareUnitHsaId"
            commission = prefix + "commissionHsaId"
            commissionPurpose = prefix + "commissionPurpose"
            roles = ["systemRole", "role", "healthcareProfessionalLicense"].map { prefix + $0 }
            region = prefix + "regionCode"
        }
    }

    /// Purposes of commissions as the HSA directory writes them. A region that writes others sets its own table.
    package static let standardPurposes: [String: Set<Purpose>] = [
        "vård och behandling": [.ownPatientCare, .sharedDocumentation, .anotherPatientsCare, .ownProviderComparison],
        "kvalitetssäkring": [.qualityFollowUp],
        "kvalitetsregister": [.qualityRegister],
        "statistik": [.statistics],
        "forskning": [.research, .feasibility],
        "administration": [.qualityFollowUp],
    ]

    /// The directory has no commission for running a laboratory or a region's records: those who do have a role for it.
    package static let standardPurposesOfRoles: [String: [Actor.Role: Set<Purpose>]] = [
        "vård och behandling": Dictionary(
            uniqueKeysWithValues: Actor.Role.ofLaboratories.map { ($0, [.laboratoryOperation]) }),
        "administration": [
            .dataSteward: [.laboratoryOperation, .statistics, .feasibility], .logReviewer: [.laboratoryOperation],
        ],
    ]

    /// The platform's own names of roles (`samsyn;clinical-geneticist` as a system role), and licence codes of the National Board
    /// of Health and Welfare. Patients, systems and authorities are never signed in as staff.
    package static let standardRoles: [String: Actor.Role] = {
        let own = Actor.Role.allCases.filter { ![.patient, .system, .accessBody, .statistician].contains($0) }
        return Dictionary(
            own.flatMap { [("samsyn;" + $0.rawValue, $0), ($0.rawValue, $0)] }
                + [("lk", .physician), ("sj", .nurse), ("bm", .nurse), ("ba", .laboratoryScientist)],
            uniquingKeysWith: { first, _ in first })
    }()
}
