package import ClinicalModel
package import StructuredText

/// Something that an examination found, with how it was found and what was not looked at. What it means is an interpretation's matter.
package struct Finding: Hashable, Sendable {
    package enum Content: Hashable, Sendable {
        case smallVariant(SmallVariantFinding)
        case copyNumber(CopyNumberFinding)
        case structural(StructuralFinding)
        case signature(SignatureFinding)
        case biomarker(BiomarkerFinding)
        case expression(ExpressionFinding)
        case secondary(SecondaryFinding)
    }

    /// The laboratory's own, unique within the region.
    package let identifier: String
    package let content: Content
    package let method: FindingMethod
    /// `CallSetRecord.name`; nil for what is not sequenced, such as immunohistochemistry.
    package let callSet: String?
    /// `Specimen.name`.
    package let specimen: String
    package let date: CivilDate
    /// What this method left out around this finding. What a whole examination left out stands in its report.
    package let notExamined: [NotExamined]

    package init(
        identifier: String, content: Content, method: FindingMethod, callSet: String?, specimen: String, date: CivilDate,
        notExamined: [NotExamined] = []
    ) {
        self.identifier = identifier
        self.content = content
        self.method = method
        self.callSet = callSet
        self.specimen = specimen
        self.date = date
        self.notExamined = notExamined
    }
}

extension Finding: ReportJSONForm {
    package var json: JSONValue {
        JSONValue(members: [
            ("identifier", .text(identifier)), contentMember, ("method", .form(method)), ("callSet", .text(callSet)),
            ("specimen", .text(specimen)), ("date", .described(date)), ("notExamined", notExamined.jsonUnlessEmpty),
        ])
    }

    private var contentMember: (String, JSONValue?) {
        switch content {
        case .smallVariant(let finding): ("smallVariant", .form(finding))
        case .copyNumber(let finding): ("copyNumber", .form(finding))
        case .structural(let finding): ("structural", .form(finding))
        case .signature(let finding): ("signature", .form(finding))
        case .biomarker(let finding): ("biomarker", .form(finding))
        case .expression(let finding): ("expression", .form(finding))
        case .secondary(let finding): ("secondary", .form(finding))
        }
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let kinds = ["smallVariant", "copyNumber", "structural", "signature", "biomarker", "expression", "secondary"]
        let members = try ReportJSONMembers(
            json, "finding", known: kinds + ["identifier", "method", "callSet", "specimen", "date", "notExamined"])
        let given = kinds.filter(members.has)
        guard given.count == 1 else { throw members.fault(given.last ?? "smallVariant") }
        let content: Content =
            switch given[0] {
            case "smallVariant": .smallVariant(try members.form("smallVariant"))
            case "copyNumber": .copyNumber(try members.form("copyNumber"))
            case "structural": .structural(try members.form("structural"))
            case "signature": .signature(try members.form("signature"))
            case "biomarker": .biomarker(try members.form("biomarker"))
            case "expression": .expression(try members.form("expression"))
            default: .secondary(try members.form("secondary"))
            }
        self.init(
            identifier: try members.text("identifier"), content: content, method: try members.form("method"),
            callSet: try members.optional("callSet", members.text), specimen: try members.text("specimen"),
            date: try members.date("date"), notExamined: try members.list("notExamined"))
    }
}
