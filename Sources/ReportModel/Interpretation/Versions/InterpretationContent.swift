package import StructuredText

/// What is interpreted: an inherited variant, or an alteration of a tumour.
package enum InterpretationContent: Hashable, Sendable {
    case germline(GermlineInterpretation)
    case somatic(SomaticInterpretation)

    /// Whether a program's criterion is in it that nobody has made their own.
    package var hasProposedCriteria: Bool {
        switch self {
        case .germline(let content): content.criteria.contains(where: \.isProposed)
        case .somatic(let content): content.oncogenicity?.criteria.contains(where: \.isProposed) ?? false
        }
    }
}

extension InterpretationContent: ReportJSONForm {
    package var json: JSONValue {
        switch self {
        case .germline(let content): JSONValue(members: [("germline", .form(content))])
        case .somatic(let content): JSONValue(members: [("somatic", .form(content))])
        }
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(json, "content", known: ["germline", "somatic"])
        switch (members.has("germline"), members.has("somatic")) {
        case (true, false): self = .germline(try members.form("germline"))
        case (false, true): self = .somatic(try members.form("somatic"))
        default: throw members.fault("germline")
        }
    }
}
