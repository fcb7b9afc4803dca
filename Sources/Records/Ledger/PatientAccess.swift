internal import AccessModel
package import ClinicalModel
package import StructuredText

/// One line of a patient's own list (PDL 8 kap. 5 §): enough to judge whether somebody had reason to look, and no name.
package struct PatientAccess: Hashable, Sendable {
    /// Nil where the platform itself did it.
    package let careUnit: String?
    package let time: Timestamp
    package let purpose: LocalizedText

    static func words(for purpose: Purpose?) -> LocalizedText {
        switch purpose {
        case .ownPatientCare: LocalizedText(sv: "Din vård", en: "Your care")
        case .sharedDocumentation:
            LocalizedText(sv: "Din vård hos en annan vårdgivare", en: "Your care with another care provider")
        case .anotherPatientsCare: LocalizedText(sv: "Vården av en annan patient", en: "Another patient's care")
        case .ownProviderComparison:
            LocalizedText(
                sv: "Laboratoriet jämförde med andra patienters prover",
                en: "The laboratory compared with other patients' samples")
        case .feasibility: LocalizedText(sv: "Beräkning inför en planerad studie", en: "A figure before a planned study")
        case .research: LocalizedText(sv: "Forskning som har etikgodkänts", en: "Research with ethics approval")
        case .qualityRegister: LocalizedText(sv: "Nationellt kvalitetsregister", en: "National quality register")
        case .qualityFollowUp: LocalizedText(sv: "Uppföljning av vårdens kvalitet", en: "Follow-up of the quality of care")
        case .statistics: LocalizedText(sv: "Statistik", en: "Statistics")
        case .ehdsSecondaryUse:
            LocalizedText(
                sv: "Sekundäranvändning inom det europeiska hälsodataområdet",
                en: "Secondary use in the European Health Data Space")
        case .ownAccess: LocalizedText(sv: "Du själv", en: "You yourself")
        case .laboratoryOperation:
            LocalizedText(sv: "Laboratoriets arbete med ditt prov", en: "The laboratory's work with your sample")
        case nil: LocalizedText(sv: "Administration av dina uppgifter", en: "Administration of your data")
        }
    }
}
