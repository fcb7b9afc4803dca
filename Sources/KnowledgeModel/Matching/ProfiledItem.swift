package import ClinicalModel

/// Knowledge about a molecular profile in a disease: CIViC's evidence items and assertions.
package protocol ProfiledItem: KnowledgeItem {
    /// As the source writes it.
    var profileName: String { get }
    var profile: MolecularProfile { get }
    var disease: String { get }
    var diseaseCode: Code? { get }
    var therapies: [String] { get }
    var type: EvidenceType { get }
    var direction: EvidenceDirection { get }
    /// CIViC's word: `Sensitivity/Response`, `Resistance`, `Better Outcome` …
    var significance: String { get }
    /// Where the item's one variant lies; nil where that is not given.
    var coordinates: EvidenceCoordinates? { get }
    /// Whether the item is about inherited variants; nil where it does not say.
    var isAboutGermline: Bool? { get }
    /// For ordering items that match equally well: the firmer is the larger.
    var firmness: Int { get }
}

extension ProfiledItem {
    /// The fields that both of CIViC's tables have, with the names that both give them.
    var subjectFields: [ItemField] {
        [
            ItemField("molecular_profile", profileName),
            ItemField("disease", disease),
            ItemField("doid", diseaseCode?.value ?? ""),
            ItemField("therapies", therapies.joined(separator: ", ")),
        ]
    }

    /// What it says, so firmly.
    func statement(_ strengths: [ItemStrength]) -> ItemStatement {
        ItemStatement(
            direction: "\(type.rawValue): \(direction.rawValue) \(significance)",
            // The order of therapies changes between releases without meaning anything.
            scope: [profileName, disease, therapies.sorted { $0.lowercased() < $1.lowercased() }.joined(separator: ", ")]
                .joined(separator: " | "),
            strengths: strengths)
    }
}

extension EvidenceItem: ProfiledItem {
    /// By the item's own origin, else by its type: what predisposes is inherited.
    package var isAboutGermline: Bool? {
        switch origin {
        case .somatic: false
        case .rareGermline, .commonGermline: true
        case .combined, .mixed, .unknown, .notApplicable, nil: type == .predisposing ? true : nil
        }
    }

    /// Level before rating.
    package var firmness: Int { level.strength * 10 + (rating ?? 0) }
}

extension CivicAssertion: ProfiledItem {
    package var coordinates: EvidenceCoordinates? { nil }
    package var isAboutGermline: Bool? { type == .predisposing ? true : nil }
    package var firmness: Int { statement.strengths.first?.value ?? 0 }
}
