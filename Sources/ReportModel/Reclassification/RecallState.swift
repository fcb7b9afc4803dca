package import StructuredText

/// How far the recall of one carrier has come.
package enum RecallState: String, Sendable, CaseIterable {
    case open
    /// Somebody answers for it.
    case assigned
    case letterSent = "letter-sent"
    /// The carrier knows.
    case informed
    /// The carrier has been told and what follows is in hand: surveillance, relatives, the record.
    case done
    /// Over without the carrier having been told.
    case closed

    package var isOver: Bool { self == .done || self == .closed }

    package var name: LocalizedText {
        switch self {
        case .open: LocalizedText(sv: "Öppen", en: "Open")
        case .assigned: LocalizedText(sv: "Tilldelad", en: "Assigned")
        case .letterSent: LocalizedText(sv: "Brev skickat", en: "Letter sent")
        case .informed: LocalizedText(sv: "Patienten informerad", en: "Patient informed")
        case .done: LocalizedText(sv: "Klar", en: "Done")
        case .closed: LocalizedText(sv: "Avslutad utan kontakt", en: "Closed without contact")
        }
    }

    /// The state after an act; nil where it cannot be done.
    package func after(_ act: RecallAct) -> RecallState? {
        switch (self, act) {
        case (.open, .assign), (.assigned, .assign): .assigned
        case (.letterSent, .assign): .letterSent
        case (.assigned, .sendLetter), (.letterSent, .sendLetter): .letterSent
        case (.assigned, .inform), (.letterSent, .inform): .informed
        case (.informed, .finish): .done
        case (.open, .close), (.assigned, .close), (.letterSent, .close): .closed
        default: nil
        }
    }
}

/// What can be done about a recall.
package enum RecallAct: String, Sendable, CaseIterable {
    /// Giving it to somebody, or to somebody else.
    case assign
    /// The letter, or a reminder.
    case sendLetter = "send-letter"
    case inform, finish, close

    /// Whether it cannot be done without saying why.
    package var needsWords: Bool { self == .close }
}
