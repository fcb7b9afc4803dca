package import StructuredText

/// Why a report tells a variant, a copy number change or a rearrangement without saying what it means. Without one it is not complete.
package enum UninterpretedReason: String, Sendable, CaseIterable {
    /// Somebody is at work on it, and the report will be amended.
    case awaited
    case unknownMeaning = "unknown-meaning"
    /// There are no agreed criteria for such findings.
    case noCriteria = "no-criteria"

    package var text: LocalizedText {
        switch self {
        case .awaited:
            LocalizedText(sv: "tolkning pågår, svaret kompletteras", en: "being interpreted, the report will be amended")
        case .unknownMeaning: LocalizedText(sv: "betydelsen är inte känd", en: "its meaning is not known")
        case .noCriteria:
            LocalizedText(
                sv: "det finns inga överenskomna kriterier för sådana fynd", en: "there are no agreed criteria for such findings")
        }
    }
}

extension Finding.Content {
    /// Whether a reader has to be told what it means: everything but what is measured and says it by itself.
    package var needsInterpretation: Bool {
        switch self {
        case .smallVariant, .copyNumber, .structural, .secondary: true
        case .signature, .biomarker, .expression: false
        }
    }
}

/// One finding with its reason, as the JSON form has it.
struct UninterpretedFinding: ReportJSONForm {
    let finding: String
    let reason: UninterpretedReason

    init(finding: String, reason: UninterpretedReason) {
        self.finding = finding
        self.reason = reason
    }

    var json: JSONValue { JSONValue(members: [("finding", .text(finding)), ("reason", .word(reason))]) }

    init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(json, "uninterpreted", known: ["finding", "reason"])
        self.init(finding: try members.text("finding"), reason: try members.word("reason"))
    }
}
