package import StructuredText

/// How far a request has come.
package enum ReleaseState: String, Sendable, CaseIterable {
    /// On its way: the holding region has not confirmed it.
    case sent
    case received
    case informationAsked = "information-asked"
    case granted, declined
    case closed, withdrawn

    /// Nothing is expected of anybody any more.
    package var isOver: Bool { self == .closed || self == .withdrawn }

    /// The state after a step; nil where the step cannot be taken.
    package func after(_ kind: ReleaseStep.Kind, by side: ReleaseStep.Side) -> ReleaseState? {
        switch (side, kind, self) {
        case (.holder, .received, .sent): .received
        case (.holder, .informationAsked, .received): .informationAsked
        case (.asker, .informationGiven, .informationAsked): .received
        case (.holder, .granted, .received), (.holder, .granted, .informationAsked): .granted
        case (.holder, .declined, .received), (.holder, .declined, .informationAsked): .declined
        case (.asker, .withdrawn, .sent), (.asker, .withdrawn, .received), (.asker, .withdrawn, .informationAsked): .withdrawn
        case (_, .closed, .granted), (_, .closed, .declined): .closed
        default: nil
        }
    }

    /// What a side can do now.
    package func possible(for side: ReleaseStep.Side) -> [ReleaseStep.Kind] {
        ReleaseStep.Kind.allCases.filter { $0 != .received && after($0, by: side) != nil }
    }

    package var title: LocalizedText {
        switch self {
        case .sent: LocalizedText(sv: "Skickad", en: "Sent")
        case .received: LocalizedText(sv: "Mottagen", en: "Received")
        case .informationAsked: LocalizedText(sv: "Komplettering begärd", en: "More information asked for")
        case .granted: LocalizedText(sv: "Beviljad", en: "Granted")
        case .declined: LocalizedText(sv: "Avslagen", en: "Declined")
        case .closed: LocalizedText(sv: "Avslutad", en: "Closed")
        case .withdrawn: LocalizedText(sv: "Återtagen", en: "Withdrawn")
        }
    }
}
