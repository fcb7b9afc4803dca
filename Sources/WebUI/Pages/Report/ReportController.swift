internal import AccessModel
internal import ClinicalModel
internal import HTTPTypes
package import Hummingbird
internal import NIOCore
internal import Operations
internal import Records
internal import ReportModel
internal import StructuredText

/// Reports and the templates that they are made by. Every act is an operation's.
package struct ReportController: PageController {
    let site: Site

    package init(site: Site) { self.site = site }

    package func addRoutes(to router: Router<PageContext>) {
        router.get(RouterPath(SiteURL.reports.route)) { request, context in try await list(request, context) }
        router.post(RouterPath(SiteURL.reports.route)) { request, context in try await begin(request, context) }
        router.post(RouterPath(SiteURL.reportTemplates.route)) { request, context in try await agree(request, context) }
        let report = SiteURL.report(region: "", report: "", version: nil)
        router.get(RouterPath(report.route)) { request, context in try await show(request, context) }
        router.post(RouterPath(report.route)) { request, context in try await fill(request, context) }
        router.post(RouterPath(SiteURL.reportSteps(region: "", report: "").route)) { request, context in
            try await step(request, context)
        }
        router.post(RouterPath(SiteURL.reportCitations(region: "", report: "").route)) { request, context in
            try await cite(request, context)
        }
        router.get(RouterPath(SiteURL.reportDocument(region: "", report: "", version: nil, language: nil).route)) {
            request, context in try await document(request, context)
        }
    }

    private func place(_ context: PageContext) throws -> (RegionCode, String) {
        guard let region = RegionCode(try context.pathText("region")), site.node.partitions[region] != nil else {
            throw PageDetour.notFound
        }
        return (region, try context.pathText("report"))
    }

    // MARK: The list

    private func list(_ request: Request, _ context: PageContext, fault: LocalizedText? = nil) async throws -> Response {
        let (actor, purpose) = try context.asking()
        var model = try await ListReports(node: site.node, actor: actor, purpose: purpose).run().map(ReportListModel.init)
        guard model != nil else { throw PageDetour.notFound }
        model?.caseName = request.queryText("case") ?? ""
        model?.person = request.queryText("person") ?? ""
        model?.laboratory = request.queryText("laboratory")
        model?.fault = fault
        guard let model else { throw PageDetour.notFound }
        return site.answer(model, to: request, context, status: fault == nil ? .ok : .unprocessableContent)
    }

    private func begin(_ request: Request, _ context: PageContext) async throws -> Response {
        let form = try await PageForm.read(request, context)
        let (actor, purpose) = try context.asking()
        guard let region = actor.region else { throw PageDetour.notFound }
        do {
            guard let laboratory = form.text("laboratory").flatMap({ OrganisationCode($0) }), let name = form.text("case"),
                let template = form.text("template")
            else { throw ReportError(.text(.missing), place: "case") }
            let report = try await BeginReport(
                node: site.node, region: region, actor: actor, purpose: purpose, laboratory: laboratory, caseName: name,
                person: form.text("person").flatMap { Pseudonym($0) }, template: template
            ).run()
            return site.redirect(to: .report(region: region.description, report: report.identifier, version: nil))
        } catch let error as ReportError {
            return try await list(request, context, fault: ReportController.words(error.message, error.remedy))
        }
    }

    private func agree(_ request: Request, _ context: PageContext) async throws -> Response {
        let form = try await PageForm.read(request, context)
        let (actor, purpose) = try context.asking()
        guard let region = actor.region else { throw PageDetour.notFound }
        do {
            let named = (form.text("template") ?? "").split(separator: " ").map(String.init)
            guard named.count == 2, let version = Int(named[1]),
                let side = form.text("side").flatMap({ TemplateAgreement.Side(rawValue: $0) }),
                let clinic = form.text("clinic").flatMap({ OrganisationCode($0) }),
                let laboratory = form.text("laboratory").flatMap({ OrganisationCode($0) })
            else { throw ReportError(.unknownValue, place: "template") }
            _ = try await AgreeToTemplate(
                node: site.node, region: region, actor: actor, purpose: purpose, template: named[0], version: version,
                clinic: clinic, laboratory: laboratory, side: side
            ).run()
            return site.redirect(to: .reports)
        } catch let error as ReportError {
            return try await list(request, context, fault: ReportController.words(error.message, error.remedy))
        } catch let refusal as TemplateAgreement.Refusal {
            return try await list(request, context, fault: ReportController.words(refusal.message, refusal.remedy))
        }
    }

    // MARK: One report

    private func show(_ request: Request, _ context: PageContext) async throws -> Response {
        let (region, report) = try place(context)
        return site.answer(
            try await model(region, report, request.queryText("version").flatMap { Int($0) }, context), to: request, context)
    }

    private func model(
        _ region: RegionCode, _ report: String, _ version: Int?, _ context: PageContext
    ) async throws -> ReportPageModel {
        let (actor, purpose) = try context.asking()
        return ReportPageModel(
            region: region,
            shown: try await ShowReport(
                node: site.node, region: region, actor: actor, purpose: purpose, report: report, number: version
            ).run(), genes: site.node.genes)
    }

    private func fill(_ request: Request, _ context: PageContext) async throws -> Response {
        let form = try await PageForm.read(request, context)
        let (actor, purpose) = try context.asking()
        let (region, report) = try place(context)
        return try await changing(region, report, request, context) { shown in
            let reading = try ReportFormReading(form, by: shown.document.template)
            _ = try await FillReport(
                node: site.node, region: region, actor: actor, purpose: purpose, report: report, values: reading.values,
                notExamined: reading.notExamined, citations: shown.document.content.citations,
                uninterpreted: reading.uninterpreted, countsAnew: reading.countsAnew
            ).run()
        }
    }

    private func cite(_ request: Request, _ context: PageContext) async throws -> Response {
        let form = try await PageForm.read(request, context)
        let (actor, purpose) = try context.asking()
        let (region, report) = try place(context)
        return try await changing(region, report, request, context) { _ in
            _ = try await CiteEvidence(
                node: site.node, region: region, actor: actor, purpose: purpose, report: report,
                picks: EvidenceCiting.picks(form)
            ).run()
        }
    }

    private func step(_ request: Request, _ context: PageContext) async throws -> Response {
        let form = try await PageForm.read(request, context)
        let (actor, purpose) = try context.asking()
        let (region, report) = try place(context)
        let words = form.text("words") ?? ""
        guard let act = form.text("act").flatMap({ ReportAct(rawValue: $0) }) else {
            throw ReportError(.unknownValue, place: "act")
        }
        return try await changing(region, report, request, context) { _ in
            switch act {
            case .sign:
                _ = try await SignReport(node: site.node, region: region, actor: actor, purpose: purpose, report: report).run()
            case .amend:
                _ = try await AmendReport(
                    node: site.node, region: region, actor: actor, purpose: purpose, report: report, reason: words
                ).run()
            default:
                _ = try await ReviewReport(
                    node: site.node, region: region, actor: actor, purpose: purpose, report: report, act: act, words: words
                ).run()
            }
        }
    }

    /// Does a change and shows the report again; with what was wrong where that can be mended on its page.
    private func changing(
        _ region: RegionCode, _ report: String, _ request: Request, _ context: PageContext,
        _ change: (ShownReport) async throws -> Void
    ) async throws -> Response {
        var shown = try await model(region, report, nil, context)
        do {
            try await change(shown.shown)
            return site.redirect(to: .report(region: region.description, report: report, version: nil))
        } catch let error as ReportError {
            shown.fault = ReportController.words(error.message, error.remedy)
        } catch let refusal as ReportRefusal {
            shown.fault = ReportController.words(refusal.message, refusal.remedy)
        }
        return site.answer(shown, to: request, context, status: .unprocessableContent)
    }

    private static func words(_ message: LocalizedText, _ remedy: LocalizedText) -> LocalizedText {
        LocalizedText(sv: message.sv + " " + remedy.sv, en: message.en + " " + remedy.en)
    }

    private func document(_ request: Request, _ context: PageContext) async throws -> Response {
        let (actor, purpose) = try context.asking()
        let (region, report) = try place(context)
        let language = request.queryText("language").flatMap({ Language(rawValue: $0) }) ?? context.language
        let bytes = try await ShowReport(
            node: site.node, region: region, actor: actor, purpose: purpose, report: report,
            number: request.queryText("version").flatMap { Int($0) }
        ).file(language)
        let body = ByteBuffer(bytes: bytes)
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/pdf", .contentLength: String(body.readableBytes), .cacheControl: "no-store",
                .contentDisposition: "inline; filename=\"\(report).pdf\"",
            ], body: ResponseBody(byteBuffer: body))
    }
}
