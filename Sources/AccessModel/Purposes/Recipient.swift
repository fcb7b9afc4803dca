package import ClinicalModel
package import StructuredText

/// Who would hear the answer, seen from the controller whose data it is.
package enum Recipient: String, Sendable, CaseIterable {
    /// Staff of the controller that owns the data.
    case ownProvider = "own-provider"
    /// Another controller in the same region.
    case ownRegion = "own-region"
    case ownHealthcareRegion = "own-healthcare-region"
    /// Anybody else in the country who belongs to a care provider or a university.
    case otherRegions = "other-regions"
    case authority
    case company
    /// The holder of a quality register.
    case register
    /// The health data access body of the European Health Data Space.
    case accessBody = "access-body"
    /// The person whom the data is about.
    case patient

    /// The recipient and those that are farther away: what these may hear, the nearer may. Only the four places of the care
    /// system lie on one line; the others are next to nobody.
    package var orFarther: [Recipient] {
        switch self {
        case .ownProvider: [.ownProvider, .ownRegion, .ownHealthcareRegion, .otherRegions]
        case .ownRegion: [.ownRegion, .ownHealthcareRegion, .otherRegions]
        case .ownHealthcareRegion: [.ownHealthcareRegion, .otherRegions]
        case .otherRegions, .authority, .company, .register, .accessBody, .patient: [self]
        }
    }

    /// Whether small numbers are the recipient's own affair: the controller itself. A private provider or a university of the same
    /// region is somebody else.
    package var isOwner: Bool { self == .ownProvider }

    /// Where `actor` stands when the data of `controller` in `region` is asked for.
    package static func of(_ actor: Actor, region: RegionCode, controller: OrganisationCode) -> Recipient {
        switch actor.role {
        case .patient: return .patient
        case .accessBody: return .accessBody
        case .registerHolder: return .register
        default: break
        }
        guard let home = actor.region else { return actor.role == .statistician ? .authority : .otherRegions }
        if home == region { return actor.provider == controller ? .ownProvider : .ownRegion }
        let theirs = Region.of(home)?.healthcareRegions ?? []
        let ours = Region.of(region)?.healthcareRegions ?? []
        return theirs.contains(where: ours.contains) ? .ownHealthcareRegion : .otherRegions
    }

    package var name: LocalizedText {
        switch self {
        case .ownProvider: LocalizedText(sv: "den egna vårdgivaren", en: "the own care provider")
        case .ownRegion: LocalizedText(sv: "andra i den egna regionen", en: "others in the own region")
        case .ownHealthcareRegion:
            LocalizedText(sv: "regioner i samma sjukvårdsregion", en: "regions of the same healthcare region")
        case .otherRegions: LocalizedText(sv: "andra regioner", en: "other regions")
        case .authority: LocalizedText(sv: "myndigheter", en: "authorities")
        case .company: LocalizedText(sv: "företag", en: "companies")
        case .register: LocalizedText(sv: "kvalitetsregister", en: "quality registers")
        case .accessBody: LocalizedText(sv: "organet för tillgång till hälsodata", en: "the health data access body")
        case .patient: LocalizedText(sv: "patienten själv", en: "the patient")
        }
    }
}
