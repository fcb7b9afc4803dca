package import StructuredText

/// Why a question about an access was not opened, taken or answered.
package struct AccessCaseRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: String, Sendable, CaseIterable {
        case unknown, notOwnAccess, ownDoing, alreadyAsked, taken, notTaken, answered, ownAccess, answerMissing, tooLong
    }

    package let code: Code

    package init(_ code: Code) { self.code = code }

    package var message: LocalizedText {
        switch code {
        case .unknown: LocalizedText(sv: "Det finns inget sådant ärende.", en: "there is no such case.")
        case .notOwnAccess:
            LocalizedText(sv: "Händelsen gäller inte dina uppgifter.", en: "the access is not to your data.")
        case .ownDoing: LocalizedText(sv: "Det var du själv.", en: "it was you yourself.")
        case .alreadyAsked: LocalizedText(sv: "Du har redan frågat om detta.", en: "you have asked about this already.")
        case .taken: LocalizedText(sv: "Någon granskar redan ärendet.", en: "somebody is looking into the case already.")
        case .notTaken: LocalizedText(sv: "Ingen har börjat granska ärendet.", en: "nobody has begun to look into the case.")
        case .answered: LocalizedText(sv: "Ärendet är redan besvarat.", en: "the case has been answered.")
        case .ownAccess:
            LocalizedText(sv: "Du får inte granska din egen åtkomst.", en: "you may not look into your own access.")
        case .answerMissing: LocalizedText(sv: "Svaret saknas.", en: "the answer is missing.")
        case .tooLong:
            LocalizedText(
                sv: "Texten är längre än \(AccessCaseRules.longestText) tecken.",
                en: "the text is longer than \(AccessCaseRules.longestText) characters.")
        }
    }

    package var remedy: LocalizedText {
        switch code {
        case .unknown: LocalizedText(sv: "Välj ett ärende i listan.", en: "Choose a case from the list.")
        case .notOwnAccess: LocalizedText(sv: "Välj en rad i din egen lista.", en: "Choose a line of your own list.")
        case .ownDoing: LocalizedText(sv: "Välj en annan rad.", en: "Choose another line.")
        case .alreadyAsked: LocalizedText(sv: "Läs svaret under Mina frågor.", en: "Read the answer under My questions.")
        case .taken, .answered: LocalizedText(sv: "Läs ärendet igen.", en: "Read the case again.")
        case .notTaken: LocalizedText(sv: "Börja granska ärendet först.", en: "Begin to look into the case first.")
        case .ownAccess: LocalizedText(sv: "Lämna ärendet till en annan granskare.", en: "Leave the case to another reviewer.")
        case .answerMissing:
            LocalizedText(sv: "Skriv ett svar som patienten kan läsa.", en: "Write an answer that the patient can read.")
        case .tooLong: LocalizedText(sv: "Skriv kortare.", en: "Write less.")
        }
    }

    package var description: String { "\(message.en) \(remedy.en)" }
}
