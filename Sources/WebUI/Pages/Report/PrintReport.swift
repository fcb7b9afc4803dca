internal import ClinicalModel
internal import Operations
package import ReportModel
package import StructuredText

/// Makes the document of a version of a report: the page's own parts, in a frame for paper, through a renderer.
package struct PrintReport: Sendable {
    let templates: PageTemplates
    let style: String
    let render: RenderDocument

    /// `folder` is the web application's. Throws `WebFileError`.
    package init(folder: String, templates: PageTemplates) throws(WebFileError) {
        self.templates = templates
        style = try WebFiles.text(folder + "/print/report.css")
        render = RenderDocument(script: folder + "/print/print.py")
    }

    package func run(_ document: ReportDocument, _ language: Language) async throws -> [UInt8] {
        try await render.run(page(document, language))
    }

    /// Makes a document of next to nothing, for whoever wants to know whether it can be done. Throws as `run`.
    package func rehearse() async throws {
        _ = try await render.run("<!doctype html><html lang=\"sv\"><title>åäö</title><style>\(style)</style><p>åäö</p></html>")
    }

    /// The page for paper, which fetches nothing.
    package func page(_ document: ReportDocument, _ language: Language) -> String {
        let parts = ReportParts(document: document, language: language)
        let isSigned = document.version.signature != nil
        let fields: [String: PageValue] = [
            "lang": .text(language.rawValue), "title": .text(parts.title), "report": .text(document.history.identifier),
            "style": .markup(Markup(trusted: style)),
            "caseLine": .text(
                language(sv: "Ärende ", en: "Case ") + document.history.subject.caseName + " · " + document.history.identifier),
            "laboratory": .text(document.laboratoryName), "pageText": .text(language(sv: "Sida", en: "Page")),
            "ofText": .text(language(sv: "av", en: "of")),
            "unsigned": .optional(
                isSigned ? nil : language(sv: "Inte signerat: gäller inte som svar.", en: "Not signed: no valid report.")),
            "findingText": .text(language(sv: "Fynd", en: "Finding")),
            "meaningText": .text(language(sv: "Bedömning", en: "Assessment")),
        ]
        return templates.render("report/print", .fields(parts.fields.merging(fields) { $1 })) ?? ""
    }
}
