internal import AccessModel
internal import Records
internal import StructuredText

extension AuditEvent.Act {
    /// What was done, in a word or two.
    var title: LocalizedText {
        switch self {
        case .question: LocalizedText(sv: "Fråga", en: "Question")
        case .explanation: LocalizedText(sv: "Förklaring", en: "Explanation")
        case .recordRead: LocalizedText(sv: "Läsning av uppgifter", en: "Records read")
        case .submission: LocalizedText(sv: "Insändning", en: "Submission")
        case .consent: LocalizedText(sv: "Besked eller vårdrelation", en: "Statement or care relation")
        case .ending: LocalizedText(sv: "Uppgifter avslutade", en: "Data ended")
        case .policy: LocalizedText(sv: "Policy", en: "Policy")
        case .publication: LocalizedText(sv: "Utgåva", en: "Release")
        case .release: LocalizedText(sv: "Begäran mellan regioner", en: "Request between regions")
        case .project: LocalizedText(sv: "Projekt", en: "Project")
        case .keyRotation: LocalizedText(sv: "Nyckelbyte", en: "Key rotation")
        case .backup: LocalizedText(sv: "Säkerhetskopia", en: "Backup")
        case .restore: LocalizedText(sv: "Återställning", en: "Restore")
        case .verification: LocalizedText(sv: "Kontroll", en: "Verification")
        case .ledgerReview: LocalizedText(sv: "Läsning av logg", en: "Ledger read")
        case .sampleCheck: LocalizedText(sv: "Stickprov", en: "Sample check")
        case .ledgerExport: LocalizedText(sv: "Export av logg", en: "Ledger export")
        case .retention: LocalizedText(sv: "Gallring", en: "Retention")
        case .initialisation: LocalizedText(sv: "Start", en: "Start")
        case .accessCase: LocalizedText(sv: "Patientfråga", en: "Patient's question")
        case .legalObstacle: LocalizedText(sv: "Lagligt hinder", en: "Legal obstacle")
        case .report: LocalizedText(sv: "Svar och mallar", en: "Reports and templates")
        case .interpretation: LocalizedText(sv: "Fynd och tolkning", en: "Finding and interpretation")
        case .classification: LocalizedText(sv: "Klassificering", en: "Classification")
        case .recall: LocalizedText(sv: "Återkontakt", en: "Recall")
        case .knowledge: LocalizedText(sv: "Kunskapskälla", en: "Source of knowledge")
        }
    }
}

extension LedgerFilter.Outcome {
    var title: LocalizedText {
        switch self {
        case .answered: LocalizedText(sv: "Besvarat", en: "Answered")
        case .refused: LocalizedText(sv: "Avslag", en: "Refused")
        case .withheld: LocalizedText(sv: "Undanhållet", en: "Withheld")
        }
    }
}

extension LedgerReview.Mark {
    var title: LocalizedText {
        switch self {
        case .volume: LocalizedText(sv: "Ovanligt mycket", en: "Unusual volume")
        case .hours: LocalizedText(sv: "Ofta på natten", en: "Often at night")
        case .noCareRelation: LocalizedText(sv: "Utan vårdrelation", en: "No care relation")
        case .membershipRisk: LocalizedText(sv: "Hög samlad risk", en: "High risk in sum")
        }
    }
}

extension AccessCase.State {
    var title: LocalizedText {
        switch self {
        case .opened: LocalizedText(sv: "Väntar", en: "Waiting")
        case .beingLookedAt: LocalizedText(sv: "Granskas", en: "Being looked at")
        case .answered: LocalizedText(sv: "Besvarad", en: "Answered")
        }
    }
}

extension AccessCase.Finding {
    /// As the patient reads it.
    var title: LocalizedText {
        switch self {
        case .justified: LocalizedText(sv: "Det fanns skäl att titta.", en: "There was a reason to look.")
        case .unjustified: LocalizedText(sv: "Det fanns inget skäl att titta.", en: "There was no reason to look.")
        case .unclear: LocalizedText(sv: "Det går inte att säga säkert.", en: "It cannot be said for certain.")
        }
    }
}

extension Granularity {
    /// As it stands alone in a cell.
    var title: LocalizedText {
        switch self {
        case .refused: LocalizedText(sv: "Ingenting", en: "Nothing")
        case .boolean: LocalizedText(sv: "Ja eller nej", en: "Yes or no")
        case .count: LocalizedText(sv: "Antal", en: "Counts")
        case .aggregate: LocalizedText(sv: "Sammanställning", en: "Aggregates")
        case .record: LocalizedText(sv: "Enskilda uppgifter", en: "Records")
        }
    }
}
