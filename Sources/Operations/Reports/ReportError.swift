package import StructuredText

/// Why a report cannot be begun, changed or shown. It repeats nothing that somebody wrote, and carries no person.
package struct ReportError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: Hashable, Sendable {
        /// There is none of this name, or none that the actor may know of.
        case unknown
        /// The law, the policy or the patient's own word is against it.
        case notShown(reasons: [LocalizedText])
        case unknownCase
        /// The person has no analysis in the case.
        case notInCase
        case unknownTemplate
        /// Clinic and laboratory have not both agreed to it.
        case notAgreed
        /// What was written for an item cannot be read as what the item asks for.
        case unreadable
        case text(WrittenTextFault)
        case unknownValue
        /// The document is made when a version is signed.
        case noDocument
        case rendererMissing, rendererFailed, rendererLate
        /// Somebody else changed it in the meantime.
        case changedMeanwhile
    }

    package let code: Code
    /// The item's key, or what of the request is meant.
    package let place: String

    package init(_ code: Code, place: String) {
        self.code = code
        self.place = place
    }

    package var message: LocalizedText {
        switch code {
        case .unknown: LocalizedText(sv: "Svaret finns inte.", en: "There is no such report.")
        case .notShown(let reasons):
            LocalizedText(
                sv: "Svaret får inte visas för dig: " + reasons.map(\.sv).joined(separator: " "),
                en: "The report may not be shown to you: " + reasons.map(\.en).joined(separator: " "))
        case .unknownCase: LocalizedText(sv: "Ärendet finns inte.", en: "There is no such case.")
        case .notInCase:
            LocalizedText(sv: "Personen har ingen analys i ärendet.", en: "The person has no analysis in the case.")
        case .unknownTemplate: LocalizedText(sv: "Mallen finns inte.", en: "There is no such template.")
        case .notAgreed:
            LocalizedText(
                sv: "Beställaren och laboratoriet har inte båda godkänt mallen.",
                en: "The clinic that ordered and the laboratory have not both agreed to the template.")
        case .unreadable: LocalizedText(sv: "Uppgiften går inte att läsa.", en: "This cannot be read.")
        case .text(let fault): fault.message
        case .unknownValue: LocalizedText(sv: "Värdet är okänt.", en: "The value is not known.")
        case .noDocument:
            LocalizedText(
                sv: "Versionen har inget dokument: den är inte signerad.", en: "The version has no document: it is not signed.")
        case .rendererMissing:
            LocalizedText(sv: "Programmet som gör PDF saknas.", en: "The program that makes PDFs is missing.")
        case .rendererFailed: LocalizedText(sv: "Dokumentet kunde inte göras.", en: "The document could not be made.")
        case .rendererLate:
            LocalizedText(sv: "Dokumentet blev inte klart i tid.", en: "The document was not made in time.")
        case .changedMeanwhile:
            LocalizedText(
                sv: "Någon annan har ändrat svaret under tiden.", en: "Somebody else has changed the report in the meantime.")
        }
    }

    package var remedy: LocalizedText {
        switch code {
        case .unknown, .unknownCase: LocalizedText(sv: "Kontrollera adressen.", en: "Check the address.")
        case .notShown:
            LocalizedText(sv: "Se vad lagen säger om ditt ändamål.", en: "See what the law says of your purpose.")
        case .notInCase: LocalizedText(sv: "Välj en person i ärendet.", en: "Choose a person of the case.")
        case .unknownTemplate: LocalizedText(sv: "Välj en mall i listan.", en: "Choose a template of the list.")
        case .notAgreed: LocalizedText(sv: "Be båda parter godkänna mallen.", en: "Ask both sides to agree to it.")
        case .unreadable: LocalizedText(sv: "Skriv det som punkten frågar efter.", en: "Write what the item asks for.")
        case .text(let fault):
            fault.remedy(LocalizedText(sv: "svaret hör redan till patienten.", en: "the report belongs to the patient already."))
        case .unknownValue: LocalizedText(sv: "Välj något i formuläret.", en: "Choose something of the form.")
        case .noDocument: LocalizedText(sv: "Signera svaret först.", en: "Sign the report first.")
        case .rendererMissing:
            LocalizedText(
                sv: "Be driften installera weasyprint (scripts/bootstrap).",
                en: "Ask operations to install weasyprint (scripts/bootstrap).")
        case .rendererFailed, .rendererLate:
            LocalizedText(sv: "Försök igen; ingenting har ändrats.", en: "Try again; nothing was changed.")
        case .changedMeanwhile: LocalizedText(sv: "Läs svaret igen.", en: "Read the report again.")
        }
    }

    package var description: String { "\(place): \(message.en) \(remedy.en)" }
}
