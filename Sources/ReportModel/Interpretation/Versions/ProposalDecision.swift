package import StructuredText

/// Whether a computed proposal is shown to whoever asks, and why.
package enum ProposalDecision: Hashable, Sendable {
    case shown(Ground)
    case withheld(Reason)

    package enum Ground: String, Sendable, CaseIterable {
        case research, decided
    }

    package enum Reason: String, Sendable, CaseIterable {
        /// The region has decided nothing about these rules.
        case notDecided = "not-decided"
        /// The region has validated another version.
        case otherVersion = "other-version"
        case switchedOff = "switched-off"

        package var text: LocalizedText {
            switch self {
            case .notDecided:
                LocalizedText(
                    sv: "Regionen har inte beslutat att visa beräknade förslag i vården.",
                    en: "The region has not decided to show computed proposals in care.")
            case .otherVersion:
                LocalizedText(
                    sv: "Regionen har validerat en annan version av reglerna.",
                    en: "The region has validated another version of the rules.")
            case .switchedOff:
                LocalizedText(
                    sv: "Regionen har beslutat att förslagen bara får visas i forskning.",
                    en: "The region has decided that these proposals are shown in research only.")
            }
        }
    }

    package var isShown: Bool {
        if case .shown = self { return true }
        return false
    }
}
