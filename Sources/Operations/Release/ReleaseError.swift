package import AccessModel
package import StructuredText

/// Why a request cannot be sent, decided or shown. It repeats nothing that somebody wrote.
package struct ReleaseError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: Hashable, Sendable {
        /// The node takes no requests.
        case notHere
        /// There is none of this name, or none that concerns the actor.
        case unknown
        case unknownRegion
        case notAllowed(AdministrativeRefusal)
        /// Only whoever sent it goes on with it.
        case notAsker
        /// It has come too far for this.
        case state
        /// What is asked about cannot be read.
        case question
        case text(WrittenTextFault)
        case unknownValue
        case tooManySteps
        /// Another request has this name, or it came through another node.
        case differs
    }

    package let code: Code
    /// The request, or the member of what was written.
    package let place: String

    package init(_ code: Code, place: String) {
        self.code = code
        self.place = place
    }

    package var message: LocalizedText {
        switch code {
        case .notHere: LocalizedText(sv: "Noden tar inte emot begäranden.", en: "The node takes no requests.")
        case .unknown: LocalizedText(sv: "Begäran finns inte.", en: "There is no such request.")
        case .unknownRegion: LocalizedText(sv: "Regionen finns inte i nätet.", en: "The region is not in the network.")
        case .notAllowed(let refusal): refusal.message
        case .notAsker:
            LocalizedText(
                sv: "Bara den som har skickat begäran kan fortsätta med den.",
                en: "Only whoever sent the request goes on with it.")
        case .state:
            LocalizedText(sv: "Begäran har kommit för långt för det.", en: "The request has come too far for this.")
        case .question: LocalizedText(sv: "Frågan går inte att läsa.", en: "The question cannot be read.")
        case .text(let fault): fault.message
        case .unknownValue: LocalizedText(sv: "Värdet är okänt.", en: "The value is not known.")
        case .tooManySteps: LocalizedText(sv: "Ärendet har för många steg.", en: "The request has too many steps.")
        case .differs:
            LocalizedText(sv: "En annan begäran har samma nummer.", en: "Another request has the same number.")
        }
    }

    package var remedy: LocalizedText {
        switch code {
        case .notHere: LocalizedText(sv: "Använd den egna regionens nod.", en: "Use the own region's node.")
        case .unknown: LocalizedText(sv: "Se listan över begäranden.", en: "See the list of requests.")
        case .unknownRegion: LocalizedText(sv: "Välj en region i listan.", en: "Choose a region of the list.")
        case .notAllowed(let refusal): refusal.remedy
        case .notAsker: LocalizedText(sv: "Be den personen.", en: "Ask that person to do it.")
        case .state:
            LocalizedText(sv: "Ladda om sidan och se vad som går att göra.", en: "Reload the page and see what can be done.")
        case .question: LocalizedText(sv: "Börja från variantens sida.", en: "Begin at the variant's page.")
        case .text(let fault):
            fault.remedy(LocalizedText(sv: "begäran gäller ingen namngiven.", en: "the request is about nobody by name."))
        case .unknownValue: LocalizedText(sv: "Välj något i formuläret.", en: "Choose something of the form.")
        case .tooManySteps, .differs: LocalizedText(sv: "Skicka en ny begäran.", en: "Send a new request.")
        }
    }

    package var description: String { "\(place): \(message.en) \(remedy.en)" }
}

/// Thrown by a source whose region could not be reached with a request: it stays where it is, and is sent again.
package struct ReleaseUnreached: Error, Hashable, Sendable {
    package let reason: LocalizedText?

    package init(reason: LocalizedText?) { self.reason = reason }
}
