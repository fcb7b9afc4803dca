internal import AccessModel
internal import ClinicalModel
internal import HTTPTypes
internal import Hummingbird
internal import Operations
internal import ReportModel
internal import StructuredText

/// Templates of reports, and what clinics and laboratories have agreed on.
enum TemplateOperations {
    static let all = [list, agree]

    private static let region = Parameter.path("region", .regionCode, "The region's code.")

    private static let agreement: Schema = .named(
        "TemplateAgreement",
        .object([
            .init("template", .text()), .init("version", .integer(1...10_000)), .init("clinic", .organisation),
            .init("laboratory", .organisation), .init("words", .list(.object([], isOpen: true))),
        ]))

    private static let list = APIOperation(
        "list-report-templates", .get, "/api/v1/regions/{region}/report-templates", .reports,
        sv: "Vilka mallar finns, och vilka har klinik och laboratorium kommit överens om?",
        en: "Which templates are there, and on which have clinics and laboratories agreed?",
        outcomes: [
            .init(
                .ok, "Templates of the node, and agreements of the region in the order in which they were begun.",
                .object([
                    .init(
                        "templates",
                        .list(
                            .object([
                                .init("template", .text()), .init("version", .integer(1...10_000)), .init("title", .text()),
                            ]))), .init("agreements", .list(agreement)),
                ]))
        ]
    ) { call in
        let terms = try call.terms()
        guard try call.partition().layout.region == terms.actor.region,
            let listed = try await ListReports(node: call.node, actor: terms.actor, purpose: terms.purpose).run()
        else { throw AdministrativeRefusal(code: .region, act: .agreeTemplate) }
        return call.answer([
            "templates": JSONValue(
                listed.templates.map { template in
                    [
                        "template": JSONValue(.string(template.identifier)), "version": JSONValue(template.version),
                        "title": JSONValue(.string(template.title.text(call.language))),
                    ] as JSONValue
                }), "agreements": JSONValue(listed.agreements.map(\.json)),
        ])
    }
    .with(\.parameters, [region])
    .with(\.problems, [.notFound])

    private static let agree = APIOperation(
        "agree-to-report-template", .post, "/api/v1/regions/{region}/report-templates/agreements", .reports,
        sv: "Godkänn en mall för kliniken eller laboratoriet.", en: "Agree to a template for a clinic or a laboratory.",
        outcomes: [.init(.created, "The agreement with the words of both sides so far.", agreement)]
    ) { call in
        let terms = try call.terms()
        func organisation(_ name: String) throws -> OrganisationCode {
            guard let code = call.body[name]?.string.flatMap({ OrganisationCode($0) }) else {
                throw ReportError(.unknownValue, place: name)
            }
            return code
        }
        guard let side = call.body["side"]?.string.flatMap(TemplateAgreement.Side.init) else {
            throw ReportError(.unknownValue, place: "side")
        }
        let agreed = try await AgreeToTemplate(
            node: call.node, region: try call.partition().layout.region, actor: terms.actor, purpose: terms.purpose,
            template: call.body["template"]?.string ?? "", version: call.body["version"]?.integer ?? 0,
            clinic: try organisation("clinic"), laboratory: try organisation("laboratory"), side: side
        ).run()
        return call.answer(agreed.json, .created)
    }
    .with(\.parameters, [region])
    .with(
        \.body,
        .json(
            .object([
                .init("template", .text(.init(lengths: 1...64))), .init("version", .integer(1...10_000)),
                .init("clinic", .organisation), .init("laboratory", .organisation),
                .init("side", .words(TemplateAgreement.Side.self)),
            ]))
    )
    .with(\.problems, [.notFound, .conflict, .unprocessableContent])
}
