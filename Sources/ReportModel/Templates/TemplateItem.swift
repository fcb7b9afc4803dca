package import StructuredText

/// One thing that a report made by a template says, or may say.
package struct TemplateItem: Hashable, Sendable {
    package enum Need: Hashable, Sendable {
        case required
        case optional
        /// Needed where another item of the template has one of these choices, and not to be filled otherwise.
        case conditional(on: String, among: [String])
    }

    /// Unique within the template: small letters, digits and hyphens.
    package let key: String
    package let label: LocalizedText
    package let kind: ItemKind
    package let need: Need
    package let coding: ItemCoding?

    package init(key: String, label: LocalizedText, kind: ItemKind, need: Need, coding: ItemCoding? = nil) {
        self.key = key
        self.label = label
        self.kind = kind
        self.need = need
        self.coding = coding
    }

    static func isKey(_ text: String) -> Bool {
        (1...40).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || byte == UInt8(ascii: "-")
            }
    }
}

extension TemplateItem: ReportJSONForm {
    package var json: JSONValue {
        var need: JSONValue? = .none
        var condition: JSONValue? = .none
        switch self.need {
        case .required: need = .text("required")
        case .optional: need = .text("optional")
        case .conditional(let item, let values):
            condition = .some(JSONValue(members: [("item", .text(item)), ("among", .some(JSONValue(values)))]))
        }
        return JSONValue(members: [
            ("key", .text(key)), ("label", .form(label)), ("kind", .form(kind)), ("need", need), ("when", condition),
            ("coding", .form(coding)),
        ])
    }

    package init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(json, "item", known: ["key", "label", "kind", "need", "when", "coding"])
        let need: Need
        if members.has("when") {
            guard !members.has("need") else { throw members.fault("when") }
            let condition: Condition = try members.form("when")
            need = .conditional(on: condition.item, among: condition.among)
        } else {
            switch try members.text("need") {
            case "required": need = .required
            case "optional": need = .optional
            default: throw members.fault("need")
            }
        }
        self.init(
            key: try members.named("key") { TemplateItem.isKey($0) ? $0 : nil }, label: try members.form("label"),
            kind: try members.form("kind"), need: need,
            coding: try members.optional("coding") { (name) throws(ReportJSONError) in try members.form(name, ItemCoding.self) })
    }
}

private struct Condition: ReportJSONForm {
    let item: String
    let among: [String]

    var json: JSONValue { JSONValue(members: [("item", .text(item)), ("among", .some(JSONValue(among)))]) }

    init(json: JSONValue) throws(ReportJSONError) {
        let members = try ReportJSONMembers(json, "when", known: ["item", "among"])
        item = try members.text("item")
        among = try members.texts("among")
        guard !among.isEmpty else { throw members.fault("among") }
    }
}
