import Foundation
import StructuredText

/// As much of JSON Schema 2020-12 as `schemas/submission.schema.json` uses. A keyword that it does not know is a fault of its own,
/// so that a rule added to the schema cannot be passed over.
struct SchemaCheck {
    private let schema: JSONValue

    init(path: String) throws {
        schema = try JSONReader.read([UInt8](Data(contentsOf: URL(fileURLWithPath: path))))
    }

    /// What is wrong with `value`, as paths and keywords.
    func faults(in value: JSONValue) -> [String] { faults(value, schema, "$") }

    private static let annotations: Set = ["$schema", "$id", "$defs", "title", "description"]

    private func faults(_ value: JSONValue, _ rule: JSONValue, _ path: String) -> [String] {
        (rule.members ?? []).flatMap { member -> [String] in
            SchemaCheck.annotations.contains(member.name) ? [] : check(value, member.name, member.value, rule, path)
        }
    }

    private func check(_ value: JSONValue, _ keyword: String, _ limit: JSONValue, _ rule: JSONValue, _ path: String) -> [String] {
        func unless(_ holds: Bool) -> [String] { holds ? [] : ["\(path): \(keyword)"] }
        switch keyword {
        case "$ref":
            guard let name = limit.string?.split(separator: "/").last, let target = schema["$defs"]?[String(name)] else {
                return ["\(path): unknown reference"]
            }
            return faults(value, target, path)
        case "type": return unless(SchemaCheck.isType(value, limit.string ?? ""))
        case "const": return unless(value.canonicalText == limit.canonicalText)
        case "enum": return unless((limit.array ?? []).contains { $0.canonicalText == value.canonicalText })
        case "pattern":
            guard let text = value.string, let pattern = limit.string else { return [] }
            return unless(text.range(of: pattern, options: .regularExpression) != nil)
        case "minLength": return unless((value.string?.unicodeScalars.count ?? .max) >= limit.integer ?? 0)
        case "maxLength": return unless((value.string?.unicodeScalars.count ?? 0) <= limit.integer ?? 0)
        case "minimum": return unless((value.double ?? .infinity) >= limit.double ?? 0)
        case "maximum": return unless((value.double ?? -.infinity) <= limit.double ?? 0)
        case "maxItems": return unless((value.array?.count ?? 0) <= limit.integer ?? 0)
        case "required":
            guard value.members != nil else { return [] }
            return (limit.array ?? []).compactMap(\.string).filter { value[$0] == nil }.map { "\(path): required \($0)" }
        case "additionalProperties":
            guard limit.bool == false else { return ["\(path): \(keyword) other than false"] }
            return (value.members ?? []).filter { rule["properties"]?[$0.name] == nil }.map { "\(path).\($0.name): unknown" }
        case "properties":
            return (value.members ?? []).flatMap { member in
                limit[member.name].map { faults(member.value, $0, "\(path).\(member.name)") } ?? []
            }
        case "items":
            return (value.array ?? []).enumerated().flatMap { faults($1, limit, "\(path)[\($0)]") }
        default: return ["schema keyword \(keyword) is unknown to the check"]
        }
    }

    private static func isType(_ value: JSONValue, _ type: String) -> Bool {
        switch (type, value.content) {
        case ("object", .object), ("array", .array), ("string", .string), ("boolean", .bool), ("number", .number): true
        case ("integer", .number): value.integer != nil
        default: false
        }
    }
}
