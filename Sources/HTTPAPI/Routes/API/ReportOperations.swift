internal import AccessModel
internal import ClinicalModel
internal import HTTPTypes
internal import Hummingbird
internal import Interchange
internal import NIOCore
internal import Operations
internal import ReportModel
internal import StructuredText

/// Reports: beginning, filling, reviewing, signing and amending them, and every form in which they are given out.
enum ReportOperations {
    static let all = [begin, show, fill, step, fhir, phenopacket, registerMessage] + TemplateOperations.all

    private static let regionParameter = Parameter.path("region", .regionCode, "The region's code.")
    private static let report = Parameter.path(
        "report", .text(.init(pattern: "rep-[0-9a-f]{16}", lengths: 20...20, example: "rep-0123456789abcdef")),
        "The report's identifier.")
    private static let version = Parameter.query(
        "version", .integer(1...10_000), "Of the report; without it the one that a reader sees first.")
    private static let parameters = [regionParameter, report]

    private static func region(_ call: Call) throws -> RegionCode { try call.partition().layout.region }

    private static func shown(_ call: Call) async throws -> ShownReport {
        let terms = try call.terms()
        return try await ShowReport(
            node: call.node, region: try region(call), actor: terms.actor, purpose: terms.purpose,
            report: call.parameter("report") ?? "", number: call.number("version")
        ).run()
    }

    private static func json(_ shown: ShownReport, _ language: Language) -> JSONValue {
        let document = shown.document
        return [
            "report": JSONValue(.string(document.history.identifier)), "subject": document.history.subject.json,
            "template": JSONValue(.string(document.template.identifier)),
            "templateVersion": JSONValue(document.template.version), "version": document.version.json,
            "lacks": JSONValue(
                document.lacks.map { lack in
                    [
                        "code": JSONValue(.string(lack.code.rawValue)), "place": JSONValue(.string(lack.place)),
                        "message": JSONValue(.string(lack.message.text(language))),
                    ] as JSONValue
                }), "possible": JSONValue(shown.possible.map(\.rawValue)),
        ]
    }

    private static let form: Schema = .named(
        "Report",
        .object([
            .init("report", .text()), .init("subject", .object([], isOpen: true)), .init("template", .text()),
            .init("templateVersion", .integer(1...10_000)), .init("version", .object([], isOpen: true)),
            .init("lacks", .list(.object([.init("code", .text()), .init("place", .text()), .init("message", .text())]))),
            .init("possible", .list(.words(ReportAct.self))),
        ]))

    private static let begin = APIOperation(
        "begin-report", .post, "/api/v1/regions/{region}/reports", .reports, sv: "Börja ett svar i ett ärende.",
        en: "Begin a report in a case, by the template that clinic and laboratory have agreed on.",
        outcomes: [.init(.created, "The draft.", form)]
    ) { call in
        let terms = try call.terms()
        let history = try await BeginReport(
            node: call.node, region: try region(call), actor: terms.actor, purpose: terms.purpose,
            laboratory: try known(call.body["laboratory"]?.string.flatMap { OrganisationCode($0) }, "laboratory"),
            caseName: call.body["case"]?.string ?? "", person: call.body["person"]?.string.flatMap { Pseudonym($0) },
            template: call.body["template"]?.string ?? ""
        ).run()
        let shown = try await ShowReport(
            node: call.node, region: history.subject.region, actor: terms.actor, purpose: terms.purpose,
            report: history.identifier
        ).run()
        return call.answer(
            json(shown, call.language), .created,
            headers: [.location: "/api/v1/regions/\(history.subject.region)/reports/\(history.identifier)"])
    }
    .with(\.parameters, [regionParameter])
    .with(
        \.body,
        .json(
            .object([
                .init("laboratory", .text()), .init("case", .text()), .init("person", .text(), isRequired: false),
                .init("template", .text()),
            ]))
    )
    .with(\.problems, [.notFound, .conflict, .unprocessableContent])

    private static func known<Value>(_ value: Value?, _ place: String) throws -> Value {
        guard let value else { throw ReportError(.unknownValue, place: place) }
        return value
    }

    private static let show = APIOperation(
        "show-report", .get, "/api/v1/regions/{region}/reports/{report}", .reports, sv: "Vad säger svaret, och vad saknas?",
        en: "What does the report say, and what does it lack?", outcomes: [.init(.ok, "The version.", form)]
    ) { call in call.answer(json(try await shown(call), call.language)) }
    .with(\.parameters, parameters + [version])
    .with(\.problems, [.notFound])

    private static let fill = APIOperation(
        "fill-report", .put, "/api/v1/regions/{region}/reports/{report}", .reports, sv: "Ge utkastet ett nytt innehåll.",
        en: "Give the draft another content. Findings, interpretations and counts are the platform's to fill in.",
        outcomes: [.init(.ok, "The draft.", form)]
    ) { call in
        let terms = try call.terms()
        let content = try ReportContent(json: call.body)
        _ = try await FillReport(
            node: call.node, region: try region(call), actor: terms.actor, purpose: terms.purpose,
            report: call.parameter("report") ?? "", values: content.values, notExamined: content.notExamined,
            citations: content.citations, uninterpreted: content.uninterpreted
        ).run()
        return call.answer(json(try await shown(call), call.language))
    }
    .with(\.parameters, parameters)
    .with(
        \.body,
        .json(
            .object([
                .init("values", .list(.object([.init("item", .text()), .init("value", .object([], isOpen: true))]))),
                .init("notExamined", .list(.object([], isOpen: true)), isRequired: false),
                .init("citations", .list(.object([], isOpen: true)), isRequired: false),
                .init(
                    "uninterpreted",
                    .list(.object([.init("finding", .text()), .init("reason", .words(UninterpretedReason.self))])),
                    isRequired: false),
            ]))
    )
    .with(\.problems, [.notFound, .conflict, .unprocessableContent, .badRequest])

    private static let step = APIOperation(
        "take-report-step", .post, "/api/v1/regions/{region}/reports/{report}/steps", .reports,
        sv: "Granska, sänd tillbaka, signera, ändra eller återkalla.", en: "Review, send back, sign, amend or withdraw.",
        outcomes: [.init(.ok, "The report after it.", form)]
    ) { call in
        let terms = try call.terms()
        let (region, name) = (try region(call), call.parameter("report") ?? "")
        let words = call.body["words"]?.string ?? ""
        switch try known(call.body["act"]?.string.flatMap({ ReportAct(rawValue: $0) }), "act") {
        case .sign:
            _ = try await SignReport(
                node: call.node, region: region, actor: terms.actor, purpose: terms.purpose, report: name
            ).run()
        case .amend:
            _ = try await AmendReport(
                node: call.node, region: region, actor: terms.actor, purpose: terms.purpose, report: name, reason: words
            ).run()
        case let act:
            _ = try await ReviewReport(
                node: call.node, region: region, actor: terms.actor, purpose: terms.purpose, report: name, act: act,
                words: words
            ).run()
        }
        return call.answer(json(try await shown(call), call.language))
    }
    .with(\.parameters, parameters)
    .with(
        \.body,
        .json(
            .object([
                .init("act", .words(["review", "send-back", "sign", "amend", "withdraw"])),
                .init("words", .text(), isRequired: false),
            ]))
    )
    .with(\.problems, [.notFound, .conflict, .unprocessableContent, .serviceUnavailable])

    private static let fhir = APIOperation(
        "report-as-fhir", .get, "/api/v1/regions/{region}/reports/{report}/fhir", .reports,
        sv: "Svaret som ett FHIR R4-paket.", en: "The report as a FHIR R4 bundle after HL7's genomics reporting guide.",
        outcomes: [.init(.ok, "The bundle.", .object([], isOpen: true))]
    ) { call in call.answer(FHIRBundle(try await shown(call).document, language: call.language).json) }
    .with(\.parameters, parameters + [version])
    .with(\.problems, [.notFound])

    private static let phenopacket = APIOperation(
        "report-as-phenopacket", .get, "/api/v1/regions/{region}/reports/{report}/phenopacket", .reports,
        sv: "Svaret som ett Phenopacket.", en: "The report as a Phenopacket 2.0.",
        outcomes: [.init(.ok, "The phenopacket.", .object([], isOpen: true))]
    ) { call in call.answer(ReportPhenopacket(try await shown(call).document).json) }
    .with(\.parameters, parameters + [version])
    .with(\.problems, [.notFound])

    private static let registerMessage = APIOperation(
        "report-for-registers", .get, "/api/v1/regions/{region}/reports/{report}/register-message", .reports,
        sv: "Svaret så som kvalitetsregister tar emot det.", en: "The report as quality registers will take it.",
        outcomes: [.init(.ok, "The message.", .object([], isOpen: true))]
    ) { call in call.answer(RegisterMessage(try await shown(call).document).json) }
    .with(\.parameters, parameters + [version])
    .with(\.problems, [.notFound])
}
