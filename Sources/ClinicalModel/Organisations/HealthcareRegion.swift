/// One of Sweden's six healthcare regions (*sjukvårdsregioner*), in the order in which the cancer centres number them.
package enum HealthcareRegion: String, Sendable, CaseIterable {
    case stockholmGotland = "stockholm-gotland"
    case mellansverige
    case sydostra
    case sodra
    case vastra
    case norra

    package var name: String {
        switch self {
        case .stockholmGotland: "Stockholm-Gotland"
        case .mellansverige: "Mellansverige"
        case .sydostra: "Sydöstra"
        case .sodra: "Södra"
        case .vastra: "Västra"
        case .norra: "Norra"
        }
    }
}
