internal import StructuredText

/// The node's own API, as its OpenAPI document describes it.
struct APIModel: PageModel {
    struct Operation: Hashable, Sendable {
        let method: String
        let path: String
        let tag: String
        let summary: LocalizedText
        let parameters: [Parameter]
        let answers: [String]
        let hasBody: Bool
    }

    struct Parameter: Hashable, Sendable {
        let name: String
        let place: String
        let isRequired: Bool
        let description: String
    }

    let document: JSONValue
    let operations: [Operation]

    init(_ document: JSONValue) {
        self.document = document
        operations = (document["paths"]?.members ?? []).flatMap { path in
            (path.value.members ?? []).map { APIModel.operation(path.name, $0.name, $0.value) }
        }
    }

    private static func operation(_ path: String, _ method: String, _ json: JSONValue) -> Operation {
        let english = json["summary"]?.string ?? ""
        let parameters = (json["parameters"]?.array ?? []).compactMap { parameter -> Parameter? in
            // Those that stand once for all operations are told of above the list.
            guard let name = parameter["name"]?.string else { return nil }
            return Parameter(
                name: name, place: parameter["in"]?.string ?? "", isRequired: parameter["required"]?.bool ?? false,
                description: parameter["description"]?.string ?? "")
        }
        let answers = (json["responses"]?.members ?? []).compactMap { answer in
            answer.value["description"]?.string.map { "\(answer.name) \($0)" }
        }
        return Operation(
            method: method.uppercased(), path: path, tag: json["tags"]?.array?.first?.string ?? "",
            summary: LocalizedText(sv: json["x-summary-sv"]?.string ?? english, en: english), parameters: parameters,
            answers: answers, hasBody: json["requestBody"] != nil)
    }

    var json: JSONValue { document }

    func view(_ language: Language) -> PageView {
        let tags = operations.reduce(into: [String]()) { tags, operation in
            if !tags.contains(operation.tag) { tags.append(operation.tag) }
        }
        var view = PageView(
            title: language(sv: "Nodens API", en: "The node's API"), template: "api",
            content: [
                "document": "/openapi.json",
                "documentText": .text(
                    language(sv: "Hela beskrivningen (OpenAPI 3.1)", en: "The whole description (OpenAPI 3.1)")),
                "terms": .text(
                    language(
                        sv:
                            "Varje anrop bär en legitimation (Authorization: Bearer …) och ett ändamål (Samsyn-Purpose). Omfattning, projekt, studie, register och patient anges i Samsyn-Scope, Samsyn-Project, Samsyn-Study, Samsyn-Register och Samsyn-Patient. Fel är problem enligt RFC 9457.",
                        en:
                            "Each call carries a token (Authorization: Bearer …) and a purpose (Samsyn-Purpose). Scope, project, study, register and patient go in Samsyn-Scope, Samsyn-Project, Samsyn-Study, Samsyn-Register and Samsyn-Patient. Errors are problems of RFC 9457."
                    )),
                "parametersText": .text(language(sv: "Värden", en: "Values")),
                "answersText": .text(language(sv: "Svar", en: "Answers")),
                "bodyText": .text(
                    language(
                        sv: "Tar en kropp; dess form står i beskrivningen.",
                        en: "Takes a body; its form stands in the description.")),
                "requiredText": .text(language(sv: "krävs", en: "required")),
                "groups": .list(tags.map { group($0, language) }),
            ], section: .help)
        view.lead = language(
            sv: "\(operations.count) anrop, samma som sidorna själva bygger på.",
            en: "\(operations.count) calls, the same that the pages themselves are built on.")
        return view
    }

    private func group(_ tag: String, _ language: Language) -> PageValue {
        [
            "title": .text(APIModel.title(of: tag, language)),
            "operations": .list(
                operations.filter { $0.tag == tag }.map { operation in
                    [
                        "method": .text(operation.method), "path": .text(operation.path),
                        "summary": .text(language(operation.summary)),
                        "hasParameters": .flag(!operation.parameters.isEmpty), "hasBody": .flag(operation.hasBody),
                        "parameters": .list(
                            operation.parameters.map {
                                [
                                    "name": .text($0.name), "place": .text($0.place), "isRequired": .flag($0.isRequired),
                                    "description": .text($0.description),
                                ]
                            }), "answers": .list(operation.answers.map { .text($0) }),
                    ]
                }),
        ]
    }

    private static func title(of tag: String, _ language: Language) -> String {
        switch tag {
        case "node": language(sv: "Noden", en: "The node")
        case "search": language(sv: "Sökning", en: "Search")
        case "submissions": language(sv: "Insändningar", en: "Submissions")
        case "people": language(sv: "Personer", en: "People")
        case "ledger": language(sv: "Logg", en: "Ledger")
        case "policies": language(sv: "Policyer", en: "Policies")
        case "findings": language(sv: "Fynd och bedömningar", en: "Findings and classifications")
        case "enquiries": language(sv: "Studieförfrågningar", en: "Study enquiries")
        default: tag
        }
    }
}
