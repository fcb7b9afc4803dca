/// What can be done with a version of an interpretation.
package enum InterpretationAct: String, Sendable, CaseIterable {
    /// Taking a computed proposal over as one's own draft.
    case adopt
    /// Giving a draft another content.
    case edit
    case sign
    /// Giving what awaits the second signature back to be worked on.
    case sendBack = "send-back"
    /// Done by the signing of a later version, never by itself.
    case supersede
    case withdraw

    /// Whether it cannot be done without saying why.
    package var needsWords: Bool { self == .sendBack || self == .withdraw }
}
