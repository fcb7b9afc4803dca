internal import AccessModel
internal import HTTPTypes
internal import Hummingbird
internal import Operations
package import StructuredText

/// The description of the platform's own API (OpenAPI 3.1), made of the same values as the router.
package struct OpenAPIDocument: Sendable {
    let operations: [APIOperation]

    package static let version = "1.0.0"

    package init(operations: [APIOperation]) { self.operations = operations }

    package var json: JSONValue {
        var paths: [(String, [(String, JSONValue?)])] = []
        for operation in operations {
            let entry = (operation.method.rawValue.lowercased(), Optional(OpenAPIDocument.json(operation)))
            if let place = paths.firstIndex(where: { $0.0 == operation.path }) {
                paths[place].1.append(entry)
            } else {
                paths.append((operation.path, [entry]))
            }
        }
        return [
            "openapi": "3.1.0",
            "info": [
                "title": "Samsyn", "version": JSONValue(.string(OpenAPIDocument.version)),
                "description": "One question, and every region answers for itself. Every error is a problem of RFC 9457.",
            ],
            "servers": [["url": "/"]],
            "tags": JSONValue(APIOperation.Tag.allCases.map { ["name": JSONValue(.string($0.rawValue))] as JSONValue }),
            "security": [["bearer": []]],
            "paths": JSONValue(members: paths.map { ($0.0, JSONValue(members: $0.1)) }),
            "components": [
                "securitySchemes": ["bearer": ["type": "http", "scheme": "bearer", "bearerFormat": "JWT"]],
                "schemas": JSONValue(members: named.sorted { $0.key < $1.key }.map { ($0.key, $0.value.json) }),
                "parameters": JSONValue(members: OpenAPIDocument.terms.map { ($0.name, OpenAPIDocument.json($0)) }),
                "responses": ["Problem": OpenAPIDocument.problem],
            ],
        ]
    }

    /// Every schema that has a name.
    package var named: [String: Schema] {
        var named: [String: Schema] = [:]
        Schema.problem.collect(into: &named)
        for operation in operations {
            for outcome in operation.outcomes { outcome.schema?.collect(into: &named) }
            for parameter in operation.parameters { parameter.schema.collect(into: &named) }
            if case .json(let schema) = operation.body { schema.collect(into: &named) }
        }
        return named
    }

    /// What `AskingTerms` reads.
    static let terms: [Parameter] = [
        .header(
            "Samsyn-Purpose", .words(Purpose.self), "Why it is asked. May be left out where the token is bound to a purpose."),
        .header("Samsyn-Scope", .words(SearchScope.self), "How far a question reaches; nation where it is left out."),
        .header(
            "Samsyn-Project", .text(.init(pattern: "[A-Za-z0-9/ -]{1,64}", lengths: 1...64)), "The project that it is asked in."),
        .header(
            "Samsyn-Study", .text(.init(pattern: "[A-Za-z0-9/ -]{1,64}", lengths: 1...64)), "For feasibility: the planned study."),
        .header(
            "Samsyn-Register", .text(.init(pattern: "[A-Za-z0-9/ -]{1,64}", lengths: 1...64)), "For a quality register: its name."
        ),
        .header("Samsyn-Patient", .pseudonym, "The patient for whose sake it is asked: a pseudonym of the actor's own region."),
    ]

    private static let problem: JSONValue = [
        "description": "A problem (RFC 9457).",
        "content": ["application/problem+json": ["schema": Schema.problem.json]],
    ]

    private static func json(_ parameter: Parameter) -> JSONValue {
        let isList = if case .list = parameter.schema.bare { true } else { false }
        return JSONValue(members: [
            ("name", JSONValue(.string(parameter.name))), ("in", JSONValue(.string(parameter.place.rawValue))),
            ("required", JSONValue(parameter.isRequired)), ("description", JSONValue(.string(parameter.description))),
            ("schema", parameter.schema.json), ("style", isList ? .some("form") : .none),
            ("explode", isList ? JSONValue(false) : .none),
        ])
    }

    private static func json(_ operation: APIOperation) -> JSONValue {
        var parameters = operation.parameters.map(json)
        if operation.needsPurpose {
            parameters += terms.map { ["$ref": JSONValue(.string("#/components/parameters/\($0.name)"))] as JSONValue }
        }
        return JSONValue(members: [
            ("operationId", JSONValue(.string(operation.id))), ("tags", JSONValue([operation.tag.rawValue])),
            ("summary", JSONValue(.string(operation.summary.en))), ("x-summary-sv", JSONValue(.string(operation.summary.sv))),
            ("security", operation.isOpen ? JSONValue([JSONValue]()) : .none),
            ("parameters", parameters.isEmpty ? .none : JSONValue(parameters)), ("requestBody", body(operation.body)),
            ("responses", responses(operation)),
        ])
    }

    private static func body(_ body: APIOperation.Body) -> JSONValue? {
        func content(_ types: [String], _ schema: JSONValue) -> JSONValue {
            [
                "required": true,
                "content": JSONValue(members: types.map { ($0, ["schema": schema] as JSONValue) }),
            ]
        }
        return switch body {
        case .none: .none
        case .json(let schema): content(["application/json"], schema.json)
        case .text(let type): content([type], ["type": "string"])
        case .stream(let types): content(types, ["type": "string", "format": "binary"])
        }
    }

    private static func responses(_ operation: APIOperation) -> JSONValue {
        var responses: [(String, JSONValue?)] = operation.outcomes.map { outcome in
            (
                String(outcome.status.code),
                JSONValue(members: [
                    ("description", JSONValue(.string(outcome.description))),
                    (
                        "content",
                        outcome.schema.map { JSONValue(members: [(outcome.type, ["schema": $0.json] as JSONValue)]) }
                    ),
                ])
            )
        }
        var problems = operation.problems.map(\.code) + [400, 405, 408, 414, 431, 500, 503]
        if !operation.isOpen { problems += [401] }
        if operation.needsPurpose { problems += [403] }
        problems += [413, 415]
        for code in Set(problems).sorted() where !responses.contains(where: { $0.0 == String(code) }) {
            // What answers HEAD has no body.
            let problem: JSONValue =
                operation.method == .head
                ? ["description": "A problem."] : ["$ref": "#/components/responses/Problem"]
            responses.append((String(code), problem))
        }
        return JSONValue(members: responses)
    }
}
