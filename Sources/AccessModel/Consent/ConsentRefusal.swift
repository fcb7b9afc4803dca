package import StructuredText

/// Why a statement is not recorded. Names the kind, never the person.
package struct ConsentRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: String, Sendable, CaseIterable {
        case unknownKind, studyMissing, studyNotWanted, mayNotGive, mayNotLift, guardianMayNotBlock, ageUnknown, personIsAdult
    }

    package let code: Code
    package let kind: ConsentKind

    package init(_ code: Code, _ kind: ConsentKind) {
        self.code = code
        self.kind = kind
    }

    package var message: LocalizedText {
        switch code {
        case .unknownKind:
            LocalizedText(
                sv: "Lagfilen saknar den här sortens ställningstagande.", en: "the law file has no such kind of statement.")
        case .studyMissing:
            LocalizedText(sv: "Studiens registreringsnummer saknas.", en: "the study's registration number is missing.")
        case .studyNotWanted:
            LocalizedText(sv: "Ställningstagandet gäller ingen enskild studie.", en: "the statement concerns no single study.")
        case .mayNotGive:
            LocalizedText(
                sv: "Den som lämnar ställningstagandet har inte rätt att göra det.",
                en: "the giver has no right to make this statement.")
        case .mayNotLift:
            LocalizedText(
                sv: "Den som vill häva ställningstagandet har inte rätt att göra det.",
                en: "the giver has no right to lift this statement.")
        case .guardianMayNotBlock:
            LocalizedText(
                sv: "En vårdnadshavare får inte spärra eller invända mot användningen av ett barns uppgifter på det här sättet.",
                en: "a guardian may not block or object to the use of a child's data in this way.")
        case .ageUnknown:
            LocalizedText(sv: "Personens födelsemånad är okänd.", en: "the person's month of birth is not known.")
        case .personIsAdult:
            LocalizedText(
                sv: "Personen är myndig och lämnar sina ställningstaganden själv.",
                en: "the person is of age and speaks for themselves.")
        }
    }

    package var remedy: LocalizedText {
        switch code {
        case .unknownKind:
            LocalizedText(sv: "Välj en av de elva sorterna i lagfilen.", en: "Choose one of the eleven kinds of the law file.")
        case .studyMissing:
            LocalizedText(
                sv: "Ange studiens nummer från Etikprövningsmyndigheten.",
                en: "Give the study's number at the ethics review authority.")
        case .studyNotWanted: LocalizedText(sv: "Ta bort numret.", en: "Leave the number out.")
        case .mayNotGive, .mayNotLift:
            LocalizedText(
                sv: "Låt den som lagfilen anger lämna ställningstagandet.", en: "Let those whom the law file names make it.")
        case .guardianMayNotBlock:
            LocalizedText(
                sv: "Barnet kan självt göra det när det har uppnått tillräcklig mognad.",
                en: "The child may do so itself once mature enough.")
        case .ageUnknown:
            LocalizedText(sv: "Komplettera födelsemånaden först.", en: "Complete the month of birth first.")
        case .personIsAdult:
            LocalizedText(sv: "Låt personen själv lämna ställningstagandet.", en: "Let the person make the statement.")
        }
    }

    package var description: String { "\(kind.rawValue): \(message.en) \(remedy.en)" }
}
