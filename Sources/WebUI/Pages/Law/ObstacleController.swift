internal import AccessModel
internal import ClinicalModel
internal import Hummingbird
internal import Operations
internal import Records
internal import StructuredText

/// Reporting that the law stood in the way, and the list of such reports.
struct ObstacleController: PageController {
    let site: Site

    func addRoutes(to router: Router<PageContext>) {
        let report = LawAddress.report(purpose: "", reason: "", legalPoint: "", region: nil).route
        router.get(RouterPath(report), use: showForm)
        router.post(RouterPath(report), use: keep)
        router.get(RouterPath(LawAddress.obstacles.route), use: list)
        router.get(RouterPath(LawAddress.export.route), use: export)
        router.get(RouterPath(LawAddress.obstacle(0).route), use: list)
        router.post(RouterPath(LawAddress.obstacle(0).route), use: move)
    }

    // MARK: Reporting

    @Sendable private func showForm(_ request: Request, _ context: PageContext) throws -> Response {
        let (actor, purpose) = try context.asking()
        try AdministrativeRights.check(.reportObstacle, by: actor, for: purpose, in: nil)
        let about = request.queryText("purpose").flatMap(Purpose.init(rawValue:)) ?? purpose
        let basis = site.node.regulations.law.regime(on: DateText.swedishDay(site.node.now())).purposes[about]?.basis.reference
        let point = request.queryText("point").flatMap { $0.isEmpty ? nil : String($0.prefix(300)) }
        return site.answer(
            ReportObstacleModel(
                purpose: about, reason: request.queryText("reason").flatMap { Reason.Code(text: $0) } ?? .force,
                legalPoint: point ?? basis ?? "", refusing: request.queryText("region").flatMap { RegionCode($0) },
                kept: request.queryText("kept").flatMap { Int($0) }), to: request, context)
    }

    @Sendable private func keep(_ request: Request, _ context: PageContext) async throws -> Response {
        let form = try await PageForm.read(request, context)
        let (actor, purpose) = try context.asking()
        guard let about = form.text("purpose").flatMap(Purpose.init(rawValue:)),
            let reason = form.text("reason").flatMap({ Reason.Code(text: $0) })
        else { throw PageDetour.notFound }
        let report = LegalObstacle.Report(
            purpose: about, reason: reason, legalPoint: form.text("point") ?? "",
            refusing: form.text("region").flatMap { RegionCode($0) }, words: form.text("words") ?? "")
        let (_, number) = try await ReportLegalObstacle(
            partitions: site.node.partitions, actor: actor, purpose: purpose
        ).run(report)
        return site.redirect(to: .lawPart(.kept(number, purpose: about.rawValue, reason: reason.text)))
    }

    // MARK: The list

    private func handling(_ context: PageContext) throws -> HandleLegalObstacles {
        let (actor, purpose) = try context.asking()
        try AdministrativeRights.check(.handleObstacles, by: actor, for: purpose, in: actor.region)
        return HandleLegalObstacles(
            partition: try site.home(of: actor, context.language), actor: actor, purpose: purpose)
    }

    @Sendable private func list(_ request: Request, _ context: PageContext) throws -> Response {
        let handling = try handling(context)
        let obstacles = try handling.list()
        let number = context.parameters.get("obstacle")
        let opened = obstacles.first { String($0.number) == number }
        if number != nil, opened == nil { throw PageDetour.notFound }
        return site.answer(
            ObstaclesModel(obstacles: obstacles, units: try site.units(of: handling.partition), opened: opened), to: request,
            context)
    }

    @Sendable private func move(_ request: Request, _ context: PageContext) async throws -> Response {
        let form = try await PageForm.read(request, context)
        let handling = try handling(context)
        guard let number = Int(try context.pathText("obstacle")),
            let state = form.text("state").flatMap(LegalObstacle.State.init(rawValue:))
        else { throw PageDetour.notFound }
        try await handling.move(number, to: state, note: form.text("note") ?? "")
        return site.redirect(to: .lawPart(.obstacles))
    }

    @Sendable private func export(_ request: Request, _ context: PageContext) async throws -> Response {
        let handling = try handling(context)
        let text = try await handling.export()
        let name = "lagliga-hinder-\(handling.partition.layout.region)-\(DateText.swedishDay(site.node.now())).csv"
        return Site.download(text, named: name, type: "text/csv; charset=utf-8")
    }
}
