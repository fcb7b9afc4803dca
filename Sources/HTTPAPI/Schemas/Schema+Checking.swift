internal import ClinicalModel
package import StructuredText

extension Schema {
    /// The first place where `value` is not what this says; nil where it is.
    package func fault(in value: JSONValue, at path: String = "") -> SchemaFault? {
        func fault(sv: String, en: String, _ place: SourcePlace? = nil) -> SchemaFault {
            SchemaFault(path: path, place: place ?? value.place, expected: LocalizedText(sv: sv, en: en))
        }
        switch self {
        case .any, .binary: return nil
        case .text(let rule):
            guard let text = value.string else { return fault(sv: "text", en: "text") }
            guard rule.lengths.contains(text.unicodeScalars.count) else {
                let (least, most) = (rule.lengths.lowerBound, rule.lengths.upperBound)
                return fault(sv: "text med \(least) till \(most) tecken", en: "text of \(least) to \(most) characters")
            }
            if rule.accepts(text) { return nil }
            return rule.example.map { fault(sv: "text som \($0)", en: "text such as \($0)") }
                ?? fault(sv: "text av formen \(rule.pattern ?? "")", en: "text of the form \(rule.pattern ?? "")")
        case .words(let words):
            if value.string.map(words.contains) == true { return nil }
            let list = words.joined(separator: ", ")
            return fault(sv: "ett av: " + list, en: "one of: " + list)
        case .integer(let range):
            // JSON Schema counts 1.0 as whole.
            let whole = value.integer ?? value.double.flatMap { Int(exactly: $0) }
            return whole.map(range.contains) == true
                ? nil
                : fault(
                    sv: "ett heltal från \(range.lowerBound) till \(range.upperBound)",
                    en: "a whole number from \(range.lowerBound) to \(range.upperBound)")
        case .number: return value.double == nil ? fault(sv: "ett tal", en: "a number") : nil
        case .boolean: return value.bool == nil ? fault(sv: "true eller false", en: "true or false") : nil
        case .list(let schema, let limit):
            guard let values = value.array else { return fault(sv: "en lista", en: "a list") }
            if let limit, values.count > limit {
                return fault(sv: "en lista med högst \(limit)", en: "a list of at most \(limit)")
            }
            for (index, item) in values.enumerated() {
                if let found = schema.fault(in: item, at: "\(path)[\(index)]") { return found }
            }
            return nil
        case .object(let members, let isOpen):
            guard let written = value.members else { return fault(sv: "ett objekt", en: "an object") }
            for member in members where member.isRequired && value[member.name] == nil {
                return fault(sv: "en medlem \"\(member.name)\"", en: "a member \"\(member.name)\"")
            }
            for item in written {
                let inner = path.isEmpty ? item.name : "\(path).\(item.name)"
                guard let member = members.first(where: { $0.name == item.name }) else {
                    if isOpen { continue }
                    let names = members.map(\.name).joined(separator: ", ")
                    return fault(sv: "inga andra medlemmar än: \(names)", en: "no other members than: \(names)", item.place)
                }
                if let found = member.schema.fault(in: item.value, at: inner) { return found }
            }
            return nil
        case .either(let schemas):
            let faults = schemas.map { $0.fault(in: value, at: path) }
            if faults.contains(where: { $0 == nil }) { return nil }
            let expected = faults.compactMap { $0?.expected }
            return fault(
                sv: expected.map(\.sv).joined(separator: "; eller "), en: expected.map(\.en).joined(separator: "; or "))
        case .nullable(let schema): return value.isNull ? nil : schema.fault(in: value, at: path)
        case .named(_, let schema), .described(_, let schema): return schema.fault(in: value, at: path)
        }
    }
}

extension Schema.TextRule {
    func accepts(_ text: String) -> Bool {
        if format == "date" { return CivilDate(text) != nil }
        guard let pattern else { return true }
        // The patterns stand in this module, and a test compiles each of them.
        guard let expression = try? Regex(pattern).matchingSemantics(.unicodeScalar) else { return false }
        return (try? expression.wholeMatch(in: text)) != nil
    }
}
