package import StructuredText

extension Schema {
    /// The schema as JSON Schema 2020-12 writes it, which is what OpenAPI 3.1 takes. Named schemas stand as references.
    package var json: JSONValue {
        func object(_ members: [(String, JSONValue?)]) -> JSONValue { JSONValue(members: members) }
        switch self {
        case .any: return [:]
        case .binary: return ["type": "string", "contentMediaType": "application/octet-stream"]
        case .text(let rule):
            return object([
                ("type", "string"), ("pattern", rule.pattern.map { JSONValue(.string("^(?:\($0))$")) }),
                ("format", rule.format.map { JSONValue(.string($0)) }),
                ("minLength", rule.lengths.lowerBound > 0 ? JSONValue(rule.lengths.lowerBound) : .none),
                ("maxLength", JSONValue(rule.lengths.upperBound)),
                ("examples", rule.example.map { JSONValue([$0]) }),
            ])
        case .words(let words): return ["type": "string", "enum": JSONValue(words)]
        case .integer(let range):
            return [
                "type": "integer", "minimum": JSONValue(range.lowerBound), "maximum": JSONValue(range.upperBound),
            ]
        case .number: return ["type": "number"]
        case .boolean: return ["type": "boolean"]
        case .list(let schema, let limit):
            return object([("type", "array"), ("items", schema.json), ("maxItems", limit.map { JSONValue($0) })])
        case .object(let members, let isOpen):
            let required = members.filter(\.isRequired).map(\.name)
            return object([
                ("type", "object"), ("required", required.isEmpty ? .none : JSONValue(required)),
                ("properties", object(members.map { ($0.name, $0.schema.json) })),
                ("additionalProperties", JSONValue(isOpen)),
            ])
        case .either(let schemas): return ["anyOf": JSONValue(schemas.map(\.json))]
        case .nullable(let schema): return ["anyOf": [schema.json, ["type": "null"]]]
        case .named(let name, _): return ["$ref": JSONValue(.string("#/components/schemas/\(name)"))]
        case .described(let text, let schema):
            return object([("description", JSONValue(.string(text)))] + (schema.json.members ?? []).map { ($0.name, $0.value) })
        }
    }

    /// Every named schema in it, by name.
    package func collect(into named: inout [String: Schema]) {
        switch self {
        case .any, .binary, .text, .words, .integer, .number, .boolean: break
        case .list(let schema, _), .nullable(let schema), .described(_, let schema): schema.collect(into: &named)
        case .object(let members, _): for member in members { member.schema.collect(into: &named) }
        case .either(let schemas): for schema in schemas { schema.collect(into: &named) }
        case .named(let name, let schema):
            guard named[name] == nil else { return }
            named[name] = schema
            schema.collect(into: &named)
        }
    }
}
