package import StructuredText

/// Why a report of a legal obstacle was not kept, or not moved on.
package struct ObstacleRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: String, Sendable, CaseIterable {
        case noRegion, unknown, wordsMissing, tooLong, pointMissing, pointTooLong, namesPerson, namesVariant, wrongState
    }

    package let code: Code

    package init(_ code: Code) { self.code = code }

    package var message: LocalizedText {
        switch code {
        case .noRegion:
            LocalizedText(
                sv: "Den här noden har ingen region som kan ta emot anmälan.",
                en: "this node holds no region that can take the report.")
        case .unknown: LocalizedText(sv: "Det finns ingen sådan anmälan.", en: "there is no such report.")
        case .wordsMissing: LocalizedText(sv: "Beskrivningen saknas.", en: "the description is missing.")
        case .tooLong:
            LocalizedText(
                sv: "Texten är längre än \(ObstacleWords.longest) tecken.",
                en: "the text is longer than \(ObstacleWords.longest) characters.")
        case .pointMissing: LocalizedText(sv: "Lagrummet saknas.", en: "the point of law is missing.")
        case .pointTooLong:
            LocalizedText(
                sv: "Lagrummet är längre än \(LegalObstacle.longestPoint) tecken.",
                en: "the point of law is longer than \(LegalObstacle.longestPoint) characters.")
        case .namesPerson:
            LocalizedText(
                sv: "Texten ser ut att innehålla ett personnummer eller en pseudonym.",
                en: "the text seems to hold an identity number or a pseudonym.")
        case .namesVariant:
            LocalizedText(sv: "Texten ser ut att innehålla en variant.", en: "the text seems to hold a variant.")
        case .wrongState:
            LocalizedText(sv: "Anmälan kan inte få det läget.", en: "the report cannot move to that state.")
        }
    }

    package var remedy: LocalizedText {
        switch code {
        case .noRegion: LocalizedText(sv: "Anmäl i din egen regions nod.", en: "Report at your own region's node.")
        case .unknown: LocalizedText(sv: "Välj en anmälan i listan.", en: "Choose a report from the list.")
        case .wordsMissing:
            LocalizedText(
                sv: "Skriv vad arbetet krävde och vad som inte gick.", en: "Say what the work needed and what could not be done.")
        case .tooLong: LocalizedText(sv: "Skriv kortare.", en: "Write less.")
        case .pointMissing, .pointTooLong:
            LocalizedText(sv: "Ange lagrummet som avslaget hänvisar till.", en: "Give the point of law that the refusal names.")
        case .namesPerson, .namesVariant:
            LocalizedText(
                sv: "Beskriv hindret utan att någon kan pekas ut.", en: "Describe the obstacle so that nobody can be singled out."
            )
        case .wrongState: LocalizedText(sv: "Läs anmälan igen.", en: "Read the report again.")
        }
    }

    package var description: String { "\(message.en) \(remedy.en)" }
}
