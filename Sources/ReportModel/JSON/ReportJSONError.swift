package import StructuredText

/// Why a JSON text is no finding, interpretation or classification, and where.
package struct ReportJSONError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: String, Sendable, CaseIterable {
        case notJSON, wrongType, missing, unknownMember, badValue
    }

    package let code: Code
    /// Line 0 for a value that was built rather than read.
    package let place: SourcePlace
    /// The member concerned; empty for a text that is not JSON.
    package let member: String

    package init(_ code: Code, at place: SourcePlace, member: String) {
        self.code = code
        self.place = place
        self.member = member
    }

    package var message: String {
        switch code {
        case .notJSON: "the text is not JSON."
        case .wrongType: "\"\(member)\" has another type than the form asks for."
        case .missing: "\"\(member)\" is missing."
        case .unknownMember: "\"\(member)\" is not a member that the form knows."
        case .badValue: "\"\(member)\" has a value that it cannot have."
        }
    }

    package var remedy: String {
        switch code {
        case .notJSON: "Check the text at this place."
        case .wrongType, .missing, .badValue: "See the forms in docs/interpretation.md."
        case .unknownMember: "Remove it, or check its spelling."
        }
    }

    package var description: String { "\(place): \(message) \(remedy)" }
}
