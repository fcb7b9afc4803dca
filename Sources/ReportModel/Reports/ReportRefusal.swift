package import StructuredText

/// Why something was not done with a report.
package struct ReportRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: String, Sendable, CaseIterable {
        case wrongState = "wrong-state"
        case mayNotPrepare = "may-not-prepare"
        case mayNotSign = "may-not-sign"
        case samePerson = "same-person"
        case incomplete
        case wordsMissing = "words-missing"
        case earlierThanLast = "earlier-than-last"
        case noLaterVersion = "no-later-version"
        case openVersion = "open-version"
        case otherTemplate = "other-template"
    }

    package let code: Code
    /// What is lacking, for a report that is not complete.
    package let lacks: [ReportLack]

    package init(_ code: Code, lacks: [ReportLack] = []) {
        self.code = code
        self.lacks = lacks
    }

    package var message: LocalizedText {
        switch code {
        case .wrongState: LocalizedText(sv: "Svaret är inte i ett läge där det går.", en: "The report is in no state for that.")
        case .mayNotPrepare: LocalizedText(sv: "Rollen får inte arbeta med svar.", en: "The role may not work on reports.")
        case .mayNotSign: LocalizedText(sv: "Rollen får inte signera svar.", en: "The role may not sign reports.")
        case .samePerson:
            LocalizedText(
                sv: "Den som signerar måste vara någon annan än den som granskade.",
                en: "Whoever signs has to be another person than whoever reviewed.")
        case .incomplete:
            LocalizedText(
                sv: "Svaret är inte komplett: " + lacks.map(\.message.sv).joined(separator: " "),
                en: "The report is not complete: " + lacks.map(\.message.en).joined(separator: " "))
        case .wordsMissing: LocalizedText(sv: "Skälet saknas.", en: "The reason is missing.")
        case .earlierThanLast:
            LocalizedText(sv: "Tidpunkten ligger före det senaste steget.", en: "The time lies before the last step.")
        case .noLaterVersion:
            LocalizedText(
                sv: "En version ersätts bara när en senare signeras.",
                en: "A version is amended by the signing of a later one alone.")
        case .openVersion: LocalizedText(sv: "En version är redan under arbete.", en: "A version is being worked on already.")
        case .otherTemplate:
            LocalizedText(sv: "Svaret är gjort efter en annan mall.", en: "The report is made by another template.")
        }
    }

    package var remedy: LocalizedText {
        switch code {
        case .wrongState, .earlierThanLast, .otherTemplate: LocalizedText(sv: "Läs svaret igen.", en: "Read the report again.")
        case .mayNotPrepare, .mayNotSign:
            LocalizedText(sv: "Be en kollega med rätt roll.", en: "Ask a colleague with the right role.")
        case .samePerson: LocalizedText(sv: "Be en kollega signera.", en: "Ask a colleague to sign.")
        case .incomplete: LocalizedText(sv: "Rätta det som saknas.", en: "Mend what is lacking.")
        case .wordsMissing: LocalizedText(sv: "Skriv varför.", en: "Say why.")
        case .noLaterVersion: LocalizedText(sv: "Börja en ny version.", en: "Begin a new version.")
        case .openVersion: LocalizedText(sv: "Gå vidare med den versionen.", en: "Go on with that version.")
        }
    }

    package var description: String { "\(code.rawValue): \(message.en) \(remedy.en)" }
}
