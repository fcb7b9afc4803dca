package import StructuredText

/// Why something was not done with an interpretation.
package struct InterpretationRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: String, Sendable, CaseIterable {
        case wrongState = "wrong-state"
        case mayNotPrepare = "may-not-prepare"
        case mayNotSign = "may-not-sign"
        case samePerson = "same-person"
        case unconfirmedCriteria = "unconfirmed-criteria"
        case wordsMissing = "words-missing"
        case earlierThanLast = "earlier-than-last"
        case noLaterVersion = "no-later-version"
        case openVersion = "open-version"
        case otherSubject = "other-subject"
    }

    package let code: Code

    package init(_ code: Code) { self.code = code }

    package var message: LocalizedText {
        switch code {
        case .wrongState:
            LocalizedText(sv: "Tolkningen är inte i ett läge där det går.", en: "the interpretation is in no state for that.")
        case .mayNotPrepare:
            LocalizedText(sv: "Rollen får inte arbeta med tolkningar.", en: "the role may not work on interpretations.")
        case .mayNotSign: LocalizedText(sv: "Rollen får inte signera.", en: "the role may not sign.")
        case .samePerson:
            LocalizedText(
                sv: "Den andra signaturen måste vara någon annans än den första.",
                en: "the second signature has to be another person's than the first.")
        case .unconfirmedCriteria:
            LocalizedText(
                sv: "Det finns beräknade kriterier som ingen har tagit ställning till.",
                en: "there are computed criteria that nobody has confirmed.")
        case .wordsMissing: LocalizedText(sv: "Skälet saknas.", en: "the reason is missing.")
        case .earlierThanLast:
            LocalizedText(sv: "Tidpunkten ligger före det senaste steget.", en: "the time lies before the last step.")
        case .noLaterVersion:
            LocalizedText(
                sv: "En version ersätts bara när en senare signeras.",
                en: "a version is superseded by the signing of a later one alone.")
        case .openVersion: LocalizedText(sv: "En version är redan under arbete.", en: "a version is being worked on already.")
        case .otherSubject:
            LocalizedText(
                sv: "Innehållet gäller en annan variant eller ett annat fynd.",
                en: "the content is about another variant or another finding.")
        }
    }

    package var remedy: LocalizedText {
        switch code {
        case .wrongState, .earlierThanLast: LocalizedText(sv: "Läs tolkningen igen.", en: "Read the interpretation again.")
        case .mayNotPrepare, .mayNotSign:
            LocalizedText(sv: "Be en kollega med rätt roll.", en: "Ask a colleague with the right role.")
        case .samePerson: LocalizedText(sv: "Be en kollega signera.", en: "Ask a colleague to sign.")
        case .unconfirmedCriteria:
            LocalizedText(
                sv: "Godta, ändra eller ta bort varje beräknat kriterium.",
                en: "Accept, change or remove each computed criterion.")
        case .wordsMissing: LocalizedText(sv: "Skriv varför.", en: "Say why.")
        case .noLaterVersion: LocalizedText(sv: "Börja en ny version och signera den.", en: "Begin a new version and sign it.")
        case .openVersion: LocalizedText(sv: "Avsluta eller återkalla den först.", en: "Finish or withdraw it first.")
        case .otherSubject: LocalizedText(sv: "Börja en ny tolkning.", en: "Begin another interpretation.")
        }
    }

    package var description: String { "\(message.en) \(remedy.en)" }
}
