package import StructuredText

/// The version of an interpretation that a report rests on, with its content as it was: what is signed later changes no issued report.
package struct CitedInterpretation: Hashable, Sendable {
    package let identifier: String
    package let version: Int
    package let state: InterpretationState
    package let content: InterpretationContent
    /// Who signed it and when; empty before it is signed.
    package let signatures: [InterpretationStep]

    package init(
        identifier: String, version: Int, state: InterpretationState, content: InterpretationContent,
        signatures: [InterpretationStep]
    ) {
        self.identifier = identifier
        self.version = version
        self.state = state
        self.content = content
        self.signatures = signatures
    }

    /// The version in force, or else the one that is being worked on; nil where all have been withdrawn.
    package init?(_ history: InterpretationHistory) {
        guard let version = history.current ?? history.open else { return nil }
        self.init(
            identifier: history.identifier, version: version.number, state: version.state, content: version.content,
            signatures: version.signatures)
    }
}

extension CitedInterpretation: ReportJSONForm {
    package var json: JSONValue {
        JSONValue(members: [
            ("identifier", .text(identifier)), ("version", .integer(version)), ("state", .word(state)),
            ("content", .form(content)),
            ("signatures", signatures.jsonUnlessEmpty),
        ])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(
            json, "interpretation", known: ["identifier", "version", "state", "content", "signatures"])
        self.init(
            identifier: try members.text("identifier"), version: try members.integer("version"),
            state: try members.word("state"), content: try members.form("content"),
            signatures: try members.list("signatures"))
    }
}
