internal import AccessModel
internal import ClinicalModel
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Operations
internal import Records
internal import StructuredText

/// The ledger: read it, see what stands out, prove it, take it along.
struct LedgerController: PageController {
    let site: Site

    func addRoutes(to router: Router<PageContext>) {
        router.get(RouterPath(SiteURL.ledger.route), use: show)
        router.post(RouterPath(LedgerAddress.verification.route), use: verify)
        router.get(RouterPath(LedgerAddress.export(format: "", LedgerSelection()).route), use: export)
    }

    private func reading(_ context: PageContext) throws -> ReadLedger {
        let (actor, purpose) = try context.asking()
        try AdministrativeRights.check(.reviewLedger, by: actor, for: purpose, in: actor.region)
        return ReadLedger(partition: try site.home(of: actor, context.language), actor: actor, purpose: purpose)
    }

    @Sendable private func show(_ request: Request, _ context: PageContext) async throws -> Response {
        try await site.answer(model(try LedgerSelection(request, context), context), to: request, context)
    }

    private func model(_ selection: LedgerSelection, _ context: PageContext) async throws -> LedgerModel {
        let reading = try reading(context)
        let partition = reading.partition
        let today = DateText.swedishDay(site.node.now())
        let usual = Timestamp(startOf: today.adding(days: -LedgerSelection.usualDays))...site.node.now()
        let (page, next) = try await reading.events(selection.filter(today: today))
        let mayAnswer = reading.actor.role == .logReviewer
        let cases = mayAnswer ? try partition.records.accessCases() : []
        return LedgerModel(
            region: Region.of(partition.layout.region)?.name ?? partition.layout.region.description, selection: selection,
            events: page, next: next, review: try await reading.review(selection.period(today: today) ?? usual),
            verification: try reading.lastVerification().map { .init(time: $0.time, last: $0.last, isWhole: $0.isWhole) },
            units: try site.units(of: partition), openCases: cases.count { $0.state != .answered },
            overdueCases: cases.count { $0.isOverdue(on: today) }, mayAnswerCases: mayAnswer)
    }

    @Sendable private func verify(_ request: Request, _ context: PageContext) async throws -> Response {
        _ = try await PageForm.read(request, context)
        _ = try await reading(context).verify()
        return site.redirect(to: .ledger)
    }

    @Sendable private func export(_ request: Request, _ context: PageContext) async throws -> Response {
        guard let format = ExportLedger.Format(rawValue: try context.pathText("format")) else { throw PageDetour.notFound }
        let reading = try reading(context)
        let today = DateText.swedishDay(site.node.now())
        let text = try await ExportLedger(reading: reading, format: format).run(
            try LedgerSelection(request, context).filter(today: today))
        let name = "logg-\(reading.partition.layout.region)-\(today).\(format.rawValue)"
        return Site.download(text, named: name, type: format == .csv ? "text/csv; charset=utf-8" : "application/json")
    }
}

extension Site {
    /// A file for the reader to keep. `name` is of the program's own making.
    static func download(_ text: String, named name: String, type: String) -> Response {
        let body = ByteBuffer(string: text)
        return Response(
            status: .ok,
            headers: [
                .contentType: type, .contentLength: String(body.readableBytes),
                .contentDisposition: "attachment; filename=\"\(name)\"",
            ], body: ResponseBody(byteBuffer: body))
    }
}
