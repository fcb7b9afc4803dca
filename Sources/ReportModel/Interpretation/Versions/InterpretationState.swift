package import StructuredText

/// How far one version of an interpretation has come.
package enum InterpretationState: String, Sendable, CaseIterable {
    /// Computed, and nobody's.
    case proposed
    case draft
    case awaitingSecondSignature = "awaiting-second-signature"
    case signed
    /// A later version has been signed.
    case superseded
    case withdrawn

    /// Whether somebody has still to do something about it.
    package var isOpen: Bool { self == .proposed || self == .draft || self == .awaitingSecondSignature }

    package var name: LocalizedText {
        switch self {
        case .proposed: LocalizedText(sv: "Beräknat förslag", en: "Computed proposal")
        case .draft: LocalizedText(sv: "Utkast", en: "Draft")
        case .awaitingSecondSignature:
            LocalizedText(sv: "Väntar på andra signaturen", en: "Awaiting the second signature")
        case .signed: LocalizedText(sv: "Signerad", en: "Signed")
        case .superseded: LocalizedText(sv: "Ersatt", en: "Superseded")
        case .withdrawn: LocalizedText(sv: "Återkallad", en: "Withdrawn")
        }
    }

    /// The state after an act; nil where it cannot be done in this one.
    package func after(_ act: InterpretationAct, needsTwoSignatures: Bool) -> InterpretationState? {
        switch (self, act) {
        case (.proposed, .adopt), (.draft, .edit), (.awaitingSecondSignature, .sendBack): .draft
        case (.draft, .sign): needsTwoSignatures ? .awaitingSecondSignature : .signed
        case (.awaitingSecondSignature, .sign): .signed
        case (.signed, .supersede): .superseded
        case (.proposed, .withdraw), (.draft, .withdraw), (.awaitingSecondSignature, .withdraw), (.signed, .withdraw): .withdrawn
        default: nil
        }
    }
}
