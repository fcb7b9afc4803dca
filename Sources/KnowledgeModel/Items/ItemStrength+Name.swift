package import StructuredText

extension ItemStrength {
    /// By the scale's own name: `Level B`, `4 of 5 stars`; nil for a scale that tells a reader nothing, and for no star.
    package var name: LocalizedText? {
        switch scale {
        case "level":
            EvidenceLevel.allCases.first { $0.strength == value }.map {
                LocalizedText(sv: "Nivå " + $0.rawValue, en: "Level " + $0.rawValue)
            }
        case "rating" where value > 0: LocalizedText(sv: "\(value) av 5 stjärnor", en: "\(value) of 5 stars")
        case "stars": LocalizedText(sv: "\(value) av 4 stjärnor", en: "\(value) of 4 stars")
        case "confidence": LocalizedText(sv: "säkerhet \(value)", en: "confidence \(value)")
        default: nil
        }
    }
}
