internal import HTTPTypes
internal import StructuredText

/// A value that comes in a request's path, query or header fields.
package struct Parameter: Sendable {
    package enum Place: String, Sendable {
        case path, query, header
    }

    package let name: String
    package let place: Place
    package let schema: Schema
    package let isRequired: Bool
    package let description: String

    package static func path(_ name: String, _ schema: Schema, _ description: String) -> Parameter {
        Parameter(name: name, place: .path, schema: schema, isRequired: true, description: description)
    }

    package static func query(_ name: String, _ schema: Schema, _ description: String) -> Parameter {
        Parameter(name: name, place: .query, schema: schema, isRequired: false, description: description)
    }

    package static func header(
        _ name: String, _ schema: Schema, _ description: String, isRequired: Bool = false
    ) -> Parameter {
        Parameter(name: name, place: .header, schema: schema, isRequired: isRequired, description: description)
    }

    /// The written text as the value that the schema speaks of.
    func read(_ text: String) throws -> JSONValue {
        let value: JSONValue =
            switch schema.bare {
            case .integer where Int(text) != nil: JSONValue(.number(text))
            case .boolean where text == "true" || text == "false": JSONValue(text == "true")
            case .list: JSONValue(text.split(separator: ",").map(String.init))
            default: JSONValue(.string(text))
            }
        if let fault = schema.fault(in: value) {
            var problem = Problem(
                .badRequest, "parameter-malformed",
                LocalizedText(
                    sv: "En parameter i begäran är inte vad beskrivningen säger.",
                    en: "A parameter of the request is not what the description says."),
                remedy: LocalizedText(
                    sv: "\(name) är \(fault.expected.sv).", en: "\(name) is \(fault.expected.en)."))
            problem.details = [("parameter", JSONValue(.string(name)))]
            throw problem
        }
        return value
    }
}
