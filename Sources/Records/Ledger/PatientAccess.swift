internal import AccessModel
package import ClinicalModel
package import StructuredText

/// One line of a patient's own list (PDL 8 kap. 5 §): enough to judge whether somebody had reason to look, and no name.
package struct PatientAccess: Hashable, Sendable {
    /// Nil where the platform itself did it.
    package let careUnit: String?
    package let time: Timestamp
    package let purpose: LocalizedText
    /// The number of the event, by which the patient can question it.
    package let event: Int
    /// Whether the patient did it: nobody is asked to answer for that.
    package let isOwnDoing: Bool
    /// Why nothing was shown, where somebody tried and was stopped; nil where it was not refused.
    package let stopped: LocalizedText?

    /// `told` are the references of recalls of which the patient has been told. Nil for what the platform itself did about another one: nobody
    /// has looked, and it is a person who tells the patient, not a list.
    init?(_ numbered: NumberedEvent, told: Set<String>) {
        let event = numbered.event
        let isTold = event.act != .recall || event.reference.map(told.contains) ?? false
        guard isTold || event.role != Actor.Role.system.rawValue else { return nil }
        careUnit = event.careUnit
        time = event.time
        purpose = isTold ? PatientAccess.words(for: event) : PatientAccess.words(for: event.purpose)
        self.event = numbered.seq
        isOwnDoing = event.purpose == .ownAccess && event.role == Actor.Role.patient.rawValue
        stopped = event.decision == .refused ? PatientAccess.stopped(event.detail["against"]) : nil
    }

    /// By what was done where that is not for a purpose of its own, else by the purpose.
    private static func words(for event: AuditEvent) -> LocalizedText {
        switch event.act {
        case .accessCase:
            event.role == Actor.Role.patient.rawValue
                ? LocalizedText(sv: "Du frågade om en åtkomst", en: "You questioned an access")
                : LocalizedText(sv: "Regionen granskade din fråga", en: "The region looked into your question")
        case .ledgerReview where event.purpose == .ownAccess:
            LocalizedText(sv: "Du läste den här listan", en: "You read this list")
        case .consent where event.purpose == .ownAccess:
            LocalizedText(sv: "Ditt ja eller nej skrevs in", en: "Your yes or no was written down")
        case .consent where event.purpose == .ownPatientCare:
            LocalizedText(
                sv: "Någon skrev in att de deltar i din vård", en: "Somebody put on record that they take part in your care")
        case .recall:
            LocalizedText(
                sv: "Vården följde upp ett svar som har fått en ny bedömning",
                en: "Care followed up an answer that is read differently now")
        default: words(for: event.purpose)
        }
    }

    /// The first reason that the ledger kept, in a patient's words.
    private static func stopped(_ against: String?) -> LocalizedText {
        switch against?.split(separator: " ").first.flatMap({ Reason.Code(text: String($0)) }) {
        case .statement: LocalizedText(sv: "Ditt nej stoppade det.", en: "Your no stopped it.")
        case .prerequisite(.careRelation):
            LocalizedText(sv: "De deltar inte i din vård.", en: "They take no part in your care.")
        case .prerequisite(.patientConsentToAccess):
            LocalizedText(sv: "Du har inte sagt ja till det.", en: "You have not said yes to it.")
        case .policy, .dataSets, .asked:
            LocalizedText(sv: "Regionen lämnar inte ut uppgifterna.", en: "The region does not give the data out.")
        case .role: LocalizedText(sv: "De har inte rätt roll.", en: "They do not have the right role.")
        case .none: LocalizedText(sv: "Skälet är inte sparat.", en: "The reason was not kept.")
        default: LocalizedText(sv: "Lagen tillåter det inte.", en: "The law does not allow it.")
        }
    }

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
        case .classificationSharing:
            LocalizedText(
                sv: "Laboratorier jämförde hur varianter bedöms", en: "Laboratories compared how variants are classified")
        case nil: LocalizedText(sv: "Administration av dina uppgifter", en: "Administration of your data")
        }
    }
}
