internal import AccessModel
internal import ClinicalModel
internal import Hummingbird
internal import Operations
internal import Records
internal import StructuredText

/// What patients question, for the log reviewer of their region.
struct AccessCaseController: PageController {
    let site: Site

    func addRoutes(to router: Router<PageContext>) {
        router.get(RouterPath(LedgerAddress.cases.route), use: list)
        router.get(RouterPath(LedgerAddress.accessCase(0).route), use: show)
        router.post(RouterPath(LedgerAddress.accessCase(0).route), use: change)
    }

    private func acting(_ context: PageContext) throws -> AnswerAccessCase {
        let (actor, purpose) = try context.asking()
        try AdministrativeRights.check(.answerAccessCase, by: actor, for: purpose, in: actor.region)
        return AnswerAccessCase(partition: try site.home(of: actor, context.language), actor: actor, purpose: purpose)
    }

    @Sendable private func list(_ request: Request, _ context: PageContext) async throws -> Response {
        let acting = try acting(context)
        return site.answer(
            AccessCasesModel(
                cases: try await acting.list(), units: try site.units(of: acting.partition),
                today: DateText.swedishDay(site.node.now())), to: request, context)
    }

    @Sendable private func show(_ request: Request, _ context: PageContext) async throws -> Response {
        let acting = try acting(context)
        let (asked, event) = try await acting.show(try number(context))
        return site.answer(
            AccessCaseModel(
                asked: asked, event: event, units: try site.units(of: acting.partition),
                today: DateText.swedishDay(site.node.now()),
                mayJudge: event.map { !acting.actor.isSamePerson(as: $0.event.actor) } ?? true), to: request, context)
    }

    @Sendable private func change(_ request: Request, _ context: PageContext) async throws -> Response {
        let form = try await PageForm.read(request, context)
        let acting = try acting(context)
        let number = try number(context)
        switch form.text("act") {
        case "take": try await acting.take(number)
        case "answer":
            guard let finding = form.text("finding").flatMap(AccessCase.Finding.init(rawValue:)) else {
                throw ProblemFacts(
                    400, "finding-missing",
                    LocalizedText(sv: "Vad du kom fram till saknas.", en: "What you came to is missing."),
                    remedy: LocalizedText(sv: "Välj ett av alternativen.", en: "Choose one of them."), context.language)
            }
            try await acting.answer(number, finding, text: form.text("text") ?? "")
        default: throw PageDetour.notFound
        }
        return site.redirect(to: .ledgerPart(.accessCase(number)))
    }

    private func number(_ context: PageContext) throws -> Int {
        guard let number = Int(try context.pathText("case")) else { throw PageDetour.notFound }
        return number
    }
}
