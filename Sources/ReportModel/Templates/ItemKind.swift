package import ClinicalModel
package import StructuredText

/// What an item of a template is filled with.
package enum ItemKind: Hashable, Sendable {
    case text
    /// A number in one unit (UCUM), with the limits within which it is believable; both belong to them.
    case number(unit: String, lowest: Double?, highest: Double?)
    /// A code of one system.
    case code(CodeSystem)
    case choice([Choice], isMany: Bool)
    case date
    /// Findings of the case, by their kinds; at least one, or the word that nothing was found.
    case findings(Set<FindingKind>)
    /// One biomarker, as a finding of that marker.
    case biomarker(String)

    package struct Choice: Hashable, Sendable {
        package let key: String
        package let label: LocalizedText
        package let coding: ItemCoding?

        package init(key: String, label: LocalizedText, coding: ItemCoding? = nil) {
            self.key = key
            self.label = label
            self.coding = coding
        }
    }
}

/// The kinds of findings, as templates name them.
package enum FindingKind: String, Sendable, CaseIterable {
    case smallVariant = "small-variant"
    case copyNumber = "copy-number"
    case structural, signature, biomarker, expression, secondary
}

extension Finding {
    package var kind: FindingKind {
        switch content {
        case .smallVariant: .smallVariant
        case .copyNumber: .copyNumber
        case .structural: .structural
        case .signature: .signature
        case .biomarker: .biomarker
        case .expression: .expression
        case .secondary: .secondary
        }
    }
}

extension BiomarkerFinding.Marker {
    /// As a template's item names it: `tmb`, `pdl1-tps`, `ihc-HER2`.
    package var key: String {
        switch self {
        case .tmb: "tmb"
        case .msi: "msi"
        case .hrd: "hrd"
        case .methylationClass: "methylation-class"
        case .pdl1(let scoring): "pdl1-" + scoring.rawValue
        case .ihc(let antigen): "ihc-" + antigen
        }
    }
}

extension ItemKind: ReportJSONForm {
    private static let words = ["text", "number", "code", "choice", "choices", "date", "findings", "biomarker"]

    package var json: JSONValue {
        switch self {
        case .text: JSONValue(members: [("text", .bool(true))])
        case .number(let unit, let lowest, let highest):
            JSONValue(members: [
                (
                    "number",
                    .some(JSONValue(members: [("unit", .text(unit)), ("from", .number(lowest)), ("to", .number(highest))]))
                )
            ])
        case .code(let system): JSONValue(members: [("code", .word(system))])
        case .choice(let choices, let isMany): JSONValue(members: [(isMany ? "choices" : "choice", .some(choices.json))])
        case .date: JSONValue(members: [("date", .bool(true))])
        case .findings(let kinds):
            JSONValue(members: [("findings", .some(JSONValue(kinds.map(\.rawValue).sorted())))])
        case .biomarker(let marker): JSONValue(members: [("biomarker", .text(marker))])
        }
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(json, "kind", known: ItemKind.words)
        let given = ItemKind.words.filter(members.has)
        guard given.count == 1 else { throw members.fault(given.last ?? "text") }
        switch given[0] {
        case "text": self = .text
        case "number":
            let number: NumberLimits = try members.form("number")
            self = .number(unit: number.unit, lowest: number.lowest, highest: number.highest)
        case "code": self = .code(try members.word("code"))
        case "choice", "choices":
            let choices: [Choice] = try members.list(given[0])
            guard choices.count >= 2, Set(choices.map(\.key)).count == choices.count else { throw members.fault(given[0]) }
            self = .choice(choices, isMany: given[0] == "choices")
        case "date": self = .date
        case "findings":
            let kinds: [FindingKind] = try members.words("findings")
            guard !kinds.isEmpty else { throw members.fault("findings") }
            self = .findings(Set(kinds))
        default: self = .biomarker(try members.text("biomarker"))
        }
    }
}

private struct NumberLimits: ReportJSONForm {
    let unit: String
    let lowest: Double?
    let highest: Double?

    var json: JSONValue {
        JSONValue(members: [("unit", .text(unit)), ("from", .number(lowest)), ("to", .number(highest))])
    }

    init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(json, "number", known: ["unit", "from", "to"])
        unit = try members.text("unit")
        lowest = try members.optional("from", members.number)
        highest = try members.optional("to", members.number)
        guard !unit.isEmpty, (lowest ?? -.infinity) <= (highest ?? .infinity) else { throw members.fault("to") }
    }
}

extension ItemKind.Choice: ReportJSONForm {
    package var json: JSONValue {
        JSONValue(members: [("key", .text(key)), ("label", .form(label)), ("coding", .form(coding))])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(json, "choice", known: ["key", "label", "coding"])
        self.init(
            key: try members.named("key") { TemplateItem.isKey($0) ? $0 : nil }, label: try members.form("label"),
            coding: try members.optional("coding") { (name) throws(ReportJSONError) in try members.form(name, ItemCoding.self) })
    }
}
