package import ClinicalModel
package import StructuredText

/// What a report says for one item of its template.
package enum ItemValue: Hashable, Sendable {
    case text(String)
    /// In the item's own unit.
    case number(Double)
    case code(Code)
    /// Keys of the item's choices.
    case choices([String])
    case date(CivilDate)
    /// `Finding.identifier`; empty where it was looked for and nothing was found.
    case findings([String])
    /// It was not looked at, and why: a reader must never take it for normal.
    case notExamined(NotExamined.Reason)
}

extension ItemValue: ReportJSONForm {
    private static let words = ["text", "number", "code", "choices", "date", "findings", "notExamined"]

    package var json: JSONValue {
        switch self {
        case .text(let text): JSONValue(members: [("text", .text(text))])
        case .number(let number): JSONValue(members: [("number", .number(number))])
        case .code(let code): JSONValue(members: [("code", .described(code))])
        case .choices(let keys): JSONValue(members: [("choices", .some(JSONValue(keys)))])
        case .date(let date): JSONValue(members: [("date", .described(date))])
        case .findings(let identifiers): JSONValue(members: [("findings", .some(JSONValue(identifiers)))])
        case .notExamined(let reason): JSONValue(members: [("notExamined", .word(reason))])
        }
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(json, "value", known: ItemValue.words)
        let given = ItemValue.words.filter(members.has)
        guard given.count == 1 else { throw members.fault(given.last ?? "text") }
        switch given[0] {
        case "text": self = .text(try members.text("text"))
        case "number": self = .number(try members.number("number"))
        case "code": self = .code(try members.code("code"))
        case "choices": self = .choices(try members.texts("choices"))
        case "date": self = .date(try members.date("date"))
        case "findings": self = .findings(try members.texts("findings"))
        default: self = .notExamined(try members.word("notExamined"))
        }
    }
}
