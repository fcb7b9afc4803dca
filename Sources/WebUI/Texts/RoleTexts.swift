package import AccessModel
package import StructuredText

extension Actor.Role {
    /// As people call it.
    package var title: LocalizedText {
        switch self {
        case .clinicalGeneticist: LocalizedText(sv: "klinisk genetiker", en: "clinical geneticist")
        case .molecularPathologist: LocalizedText(sv: "molekylärpatolog", en: "molecular pathologist")
        case .bioinformatician: LocalizedText(sv: "bioinformatiker", en: "bioinformatician")
        case .laboratoryScientist: LocalizedText(sv: "biomedicinsk analytiker", en: "laboratory scientist")
        case .physician: LocalizedText(sv: "läkare", en: "physician")
        case .nurse: LocalizedText(sv: "sjuksköterska", en: "nurse")
        case .geneticCounsellor: LocalizedText(sv: "genetisk vägledare", en: "genetic counsellor")
        case .dataSteward: LocalizedText(sv: "dataförvaltare", en: "data steward")
        case .logReviewer: LocalizedText(sv: "logggranskare", en: "log reviewer")
        case .researcher: LocalizedText(sv: "forskare", en: "researcher")
        case .registerHolder: LocalizedText(sv: "registerhållare", en: "register holder")
        case .statistician: LocalizedText(sv: "statistiker", en: "statistician")
        case .accessBody: LocalizedText(sv: "organet för tillgång till hälsodata", en: "health data access body")
        case .patient: LocalizedText(sv: "patient", en: "patient")
        case .system: LocalizedText(sv: "system", en: "system")
        }
    }
}
