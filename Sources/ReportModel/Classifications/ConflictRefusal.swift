package import StructuredText

/// Why something was not done in the thread of a conflict.
package struct ConflictRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: String, Sendable, CaseIterable {
        case wrongState = "wrong-state"
        case earlierThanLast = "earlier-than-last"
        case notAParty = "not-a-party"
        case alreadyAParty = "already-a-party"
        case wordsMissing = "words-missing"
        case classMissing = "class-missing"
        case nothingProposed = "nothing-proposed"
        case agreedAlready = "agreed-already"
    }

    package let code: Code

    package init(_ code: Code) { self.code = code }

    package var message: LocalizedText {
        switch code {
        case .wrongState: LocalizedText(sv: "Tråden är inte i ett läge där det går.", en: "the thread is in no state for that.")
        case .earlierThanLast:
            LocalizedText(sv: "Tidpunkten ligger före det senaste steget.", en: "the time lies before the last step.")
        case .notAParty:
            LocalizedText(
                sv: "Laboratoriet har ingen klassificering i konflikten.",
                en: "the laboratory has no classification in the conflict.")
        case .alreadyAParty:
            LocalizedText(sv: "Laboratoriet är redan med i tråden.", en: "the laboratory is in the thread already.")
        case .wordsMissing: LocalizedText(sv: "Texten saknas.", en: "the words are missing.")
        case .classMissing:
            LocalizedText(
                sv: "Ett förslag anger en klass, och bara ett förslag.", en: "a proposal names a class, and nothing else does.")
        case .nothingProposed: LocalizedText(sv: "Ingen klass är föreslagen.", en: "no class is proposed.")
        case .agreedAlready: LocalizedText(sv: "Laboratoriet har redan instämt.", en: "the laboratory has agreed already.")
        }
    }

    package var remedy: LocalizedText {
        switch code {
        case .wrongState, .earlierThanLast, .alreadyAParty: LocalizedText(sv: "Läs tråden igen.", en: "Read the thread again.")
        case .notAParty:
            LocalizedText(sv: "Klassificera varianten först.", en: "Classify the variant first.")
        case .wordsMissing: LocalizedText(sv: "Skriv vad ni anser och varför.", en: "Say what you think, and why.")
        case .classMissing: LocalizedText(sv: "Ange klassen.", en: "Name the class.")
        case .nothingProposed: LocalizedText(sv: "Föreslå en klass.", en: "Propose a class.")
        case .agreedAlready: LocalizedText(sv: "Vänta på de andra.", en: "Wait for the others.")
        }
    }

    package var description: String { "\(message.en) \(remedy.en)" }
}
