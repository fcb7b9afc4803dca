internal import AccessModel
internal import ClinicalModel
internal import HTTPTypes
internal import Hummingbird
internal import KnowledgeModel
internal import Operations
internal import Records
internal import ReportModel
internal import StructuredText

/// What the node knows from others: its versions, what one would change and for whose reports, and making one current. Every act is an
/// operation's.
struct KnowledgeController: PageController {
    let site: Site

    func addRoutes(to router: Router<PageContext>) {
        router.get(RouterPath(SiteURL.knowledge.route), use: list)
        router.get(RouterPath(SiteURL.knowledgeVersion("", kind: nil, after: nil).route), use: show)
        router.post(RouterPath(SiteURL.knowledgeSteps("").route), use: step)
        router.get(RouterPath(SiteURL.knowledgeItem("", key: "").route), use: item)
    }

    private func desk() throws -> KnowledgeDesk {
        guard let desk = site.node.knowledge else { throw KnowledgeError(.notHere, place: "knowledge") }
        return desk
    }

    @Sendable private func list(_ request: Request, _ context: PageContext) throws -> Response {
        let (actor, purpose) = try context.asking()
        let shelves = try ListKnowledge(desk: try desk(), actor: actor, purpose: purpose).run()
        return site.answer(KnowledgeListModel(shelves: shelves), to: request, context)
    }

    @Sendable private func show(_ request: Request, _ context: PageContext) throws -> Response {
        site.answer(
            try model(
                context, kind: request.queryText("kind").flatMap(KnowledgeChanges.Kind.init), after: request.queryText("after")),
            to: request, context)
    }

    private func model(
        _ context: PageContext, kind: KnowledgeChanges.Kind? = nil, after: String? = nil
    ) throws -> KnowledgeVersionModel {
        let (actor, purpose) = try context.asking()
        let desk = try desk()
        let entry = try desk.entry(try context.pathText("version"))
        let view = try ShowKnowledgeDifference(desk: desk, actor: actor, purpose: purpose).run(entry.version.identifier)
        let page = try view.changes.changes(
            after: after.map { ItemIdentity(view.changes.source, $0) }, kind: kind, limit: KnowledgeVersionModel.pageSize + 1)
        return KnowledgeVersionModel(
            view: view, faults: try desk.database.faults(of: entry.version.identifier),
            steps: try desk.database.steps(of: entry.version.series).filter { $0.version == entry.version.identifier },
            kind: kind, page: page, region: actor.region,
            mayKeep: AdministrativeRights.refusal(of: .keepKnowledge, for: actor, purpose: purpose, in: actor.region) == nil,
            mayReadReports: AdministrativeRights.refusal(of: .readReport, for: actor, purpose: purpose, in: actor.region) == nil)
    }

    @Sendable private func step(_ request: Request, _ context: PageContext) async throws -> Response {
        let form = try await PageForm.read(request, context)
        let (actor, purpose) = try context.asking()
        let desk = try desk()
        let version = try desk.entry(try context.pathText("version")).version
        let adopt = AdoptKnowledge(desk: desk, actor: actor, purpose: purpose)
        do {
            switch form.text("act") {
            case "adopt": try await adopt.run(version.identifier, seen: form.text("seen") ?? "", now: site.node.now())
            case "discard": try adopt.discard(version.identifier, now: site.node.now())
            default: throw PageDetour.notFound
            }
            return site.redirect(
                to: .knowledgeVersion(String(version.digest.prefix(KnowledgeListModel.digits)), kind: nil, after: nil))
        } catch {
            guard let facts = ProblemFacts.of(error, context.language), [409, 422].contains(facts.status) else { throw error }
            var model = try model(context)
            model.trouble = facts
            return site.answer(model, to: request, context, status: HTTPResponse.Status(integerLiteral: facts.status))
        }
    }

    @Sendable private func item(_ request: Request, _ context: PageContext) throws -> Response {
        let (actor, purpose) = try context.asking()
        let desk = try desk()
        let version = try desk.entry(try context.pathText("version")).version
        guard let key = request.queryText("key"), !key.isEmpty else { throw PageDetour.notFound }
        let identity = ItemIdentity(version.series.source, key)
        let history = try ShowKnowledgeItem(desk: desk, actor: actor, purpose: purpose).run(identity, of: version.series)
        return site.answer(KnowledgeItemModel(identity: identity, series: version.series, history: history), to: request, context)
    }
}
