package import AccessModel
package import StructuredText

extension Purpose {
    /// Two or three words, for buttons and the head of the page. The whole title is the law's file's.
    package var shortTitle: LocalizedText {
        switch self {
        case .ownPatientCare: LocalizedText(sv: "Vård av egen patient", en: "Care of own patient")
        case .sharedDocumentation: LocalizedText(sv: "Sammanhållen dokumentation", en: "Shared documentation")
        case .anotherPatientsCare: LocalizedText(sv: "Vård av annan patient", en: "Another patient's care")
        case .ownProviderComparison: LocalizedText(sv: "Jämförelse med egna patienter", en: "Comparison with own patients")
        case .feasibility: LocalizedText(sv: "Antalsberäkning", en: "Feasibility")
        case .research: LocalizedText(sv: "Forskning", en: "Research")
        case .qualityRegister: LocalizedText(sv: "Kvalitetsregister", en: "Quality register")
        case .qualityFollowUp: LocalizedText(sv: "Kvalitetsuppföljning", en: "Quality follow-up")
        case .statistics: LocalizedText(sv: "Statistik", en: "Statistics")
        case .ehdsSecondaryUse: LocalizedText(sv: "Sekundäranvändning (EHDS)", en: "Secondary use (EHDS)")
        case .ownAccess: LocalizedText(sv: "Egna uppgifter", en: "Own data")
        case .laboratoryOperation: LocalizedText(sv: "Laboratoriets drift", en: "Running of the laboratory")
        case .classificationSharing: LocalizedText(sv: "Delning av klassificeringar", en: "Sharing of classifications")
        }
    }
}
