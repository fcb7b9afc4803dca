internal import AccessModel
internal import ClinicalModel
internal import Hummingbird
internal import Operations
internal import StructuredText

/// The law, for anybody: it is public, and nothing of anybody's data is in it.
struct LawController: PageController {
    let site: Site

    func addRoutes(to router: Router<PageContext>) {
        router.get(RouterPath(SiteURL.law.route), use: show)
    }

    @Sendable private func show(_ request: Request, _ context: PageContext) throws -> Response {
        let today = DateText.swedishDay(site.node.now())
        let law = site.node.regulations.law
        let date = request.queryText("with").flatMap { CivilDate($0) }.flatMap {
            law.changes(after: today).contains($0) ? $0 : nil
        }
        let left = law.regime(on: today)
        let right = date.map { law.regime(on: $0) } ?? law.regimeIfAdopted(on: today)
        let question = LawQuestion(request)
        let role = context.visitor?.actor.role
        return site.answer(
            LawModel(
                today: today, law: law, left: left, right: right, rightDate: date, question: question,
                leftDecision: question.decision(under: left, on: today),
                rightDecision: question.decision(under: right, on: date ?? today),
                mayReport: role.map(AdministrativeRights.of(.reportObstacle).roles.contains) ?? false,
                mayHandle: role.map(AdministrativeRights.of(.handleObstacles).roles.contains) ?? false), to: request, context)
    }
}
