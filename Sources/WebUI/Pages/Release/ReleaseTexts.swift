internal import AccessModel
internal import Questions
internal import StructuredText

extension ReleaseRequest.Wish {
    var title: LocalizedText {
        switch self {
        case .figures:
            LocalizedText(sv: "Siffror som inte visades", en: "Figures that were not shown")
        case .interpretation:
            LocalizedText(sv: "Hur regionen har tolkat varianten", en: "How the region has read the variant")
        case .contact:
            LocalizedText(sv: "Kontakt med den som behandlar bärare", en: "Contact with whoever treats carriers")
        case .records: LocalizedText(sv: "Uppgifter om enskilda bärare", en: "Records of carriers")
        }
    }
}

extension ReleaseStep.Kind {
    /// What has been done.
    var done: LocalizedText {
        switch self {
        case .received: LocalizedText(sv: "Mottagen av regionen", en: "Received by the region")
        case .informationAsked: LocalizedText(sv: "Komplettering begärd", en: "More information asked for")
        case .informationGiven: LocalizedText(sv: "Kompletterad", en: "Information given")
        case .granted: LocalizedText(sv: "Beviljad", en: "Granted")
        case .declined: LocalizedText(sv: "Avslagen", en: "Declined")
        case .closed: LocalizedText(sv: "Avslutad", en: "Closed")
        case .withdrawn: LocalizedText(sv: "Återtagen", en: "Withdrawn")
        }
    }

    /// What a button does.
    var act: LocalizedText {
        switch self {
        case .received: done
        case .informationAsked: LocalizedText(sv: "Begär komplettering", en: "Ask for more information")
        case .informationGiven: LocalizedText(sv: "Komplettera", en: "Give the information")
        case .granted: LocalizedText(sv: "Bevilja", en: "Grant")
        case .declined: LocalizedText(sv: "Avslå", en: "Decline")
        case .closed: LocalizedText(sv: "Avsluta", en: "Close")
        case .withdrawn: LocalizedText(sv: "Återta", en: "Withdraw")
        }
    }
}

extension ReleaseState {
    /// Who is to do something next.
    func next(for side: ReleaseStep.Side) -> LocalizedText {
        switch self {
        case .sent:
            LocalizedText(
                sv: "Den skickas till regionen så snart den går att nå.",
                en: "It is sent to the region as soon as that can be reached.")
        case .received:
            side == .holder
                ? LocalizedText(sv: "Väntar på ditt beslut.", en: "Waits for your decision.")
                : LocalizedText(sv: "Väntar på regionens beslut.", en: "Waits for the region's decision.")
        case .informationAsked:
            side == .holder
                ? LocalizedText(sv: "Väntar på den som frågar.", en: "Waits for whoever asks.")
                : LocalizedText(sv: "Regionen väntar på svar från dig.", en: "The region waits for an answer from you.")
        case .granted:
            LocalizedText(
                sv: "Regionen lämnar ut det som står i beslutet, på det sätt som står där. Plattformen skickar inget själv.",
                en: "The region gives out what the decision says, in the way that it says. The platform sends nothing by itself.")
        case .declined: LocalizedText(sv: "Skälet står i beslutet.", en: "The reason stands in the decision.")
        case .closed, .withdrawn: LocalizedText(sv: "Ärendet är slut.", en: "The request is over.")
        }
    }

    /// The state as the style sheet colours it, in the words of the regions' answers.
    var key: String {
        switch self {
        case .granted: "answered"
        case .declined: "refused"
        case .sent, .informationAsked: "late"
        case .received: "suppressed"
        case .closed, .withdrawn: "unreachable"
        }
    }
}

enum ReleaseSubject {
    /// What a request is about: the variant where it is one, else the question.
    static func text(_ request: ReleaseRequest) -> String {
        guard let question = try? Question.parse(request.question), case .frequency(let variant) = question.kind else {
            return request.question
        }
        return variant
    }
}
