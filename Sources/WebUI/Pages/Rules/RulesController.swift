internal import AccessModel
internal import ClinicalModel
internal import HTTPTypes
internal import Hummingbird
internal import Operations
internal import ReportModel
internal import StructuredText

/// What two stewards decide about computed proposals, and how many sign.
struct RulesController: PageController {
    let site: Site

    func addRoutes(to router: Router<PageContext>) {
        router.get(RouterPath(SiteURL.rules.route), use: show)
        router.post(RouterPath(SiteURL.rules.route), use: decide)
        router.post(RouterPath(SiteURL.rulesSigning.route), use: setSigning)
    }

    private func govern(_ context: PageContext) throws -> GovernInterpretations {
        let (actor, purpose) = try context.asking()
        return GovernInterpretations(partition: try site.home(of: actor, context.language), actor: actor, purpose: purpose)
    }

    private func model(_ govern: GovernInterpretations) throws -> RulesModel {
        let today = DateText.swedishDay(site.node.now())
        return RulesModel(standing: try govern.standing(on: today), today: today, actor: govern.actor)
    }

    @Sendable private func show(_ request: Request, _ context: PageContext) throws -> Response {
        var model = try model(try govern(context))
        model.done = request.queryText("done").flatMap(RulesModel.Done.init)
        return site.answer(model, to: request, context)
    }

    @Sendable private func decide(_ request: Request, _ context: PageContext) async throws -> Response {
        let form = try await PageForm.read(request, context)
        let govern = try govern(context)
        let rules = RuleSet(name: form.text("rules") ?? "", version: form.text("version") ?? "")
        return try await mending(govern, form, request, context) {
            if form.text("act") == "confirm" {
                try await govern.confirm(rules)
                return .decided
            }
            guard let setting = form.text("setting").flatMap(ProposalSwitch.Setting.init) else {
                throw FindingRefusal(.field("setting"))
            }
            guard let from = form.text("from").flatMap({ CivilDate($0) }) else { throw FindingRefusal(.field("from")) }
            try await govern.propose(setting, of: rules, from: from, ground: form.text("ground") ?? "")
            return .proposed
        }
    }

    @Sendable private func setSigning(_ request: Request, _ context: PageContext) async throws -> Response {
        let form = try await PageForm.read(request, context)
        let govern = try govern(context)
        return try await mending(govern, form, request, context) {
            guard let laboratory = form.text("laboratory").flatMap({ OrganisationCode($0) }) else {
                throw GovernInterpretations.Refusal.unknownLaboratory
            }
            guard let number = form.text("signatures").flatMap({ Int($0) }), (1...2).contains(number) else {
                throw FindingRefusal(.field("signatures"))
            }
            try await govern.setSigning(of: laboratory, needsTwoSignatures: number == 2)
            return .signing
        }
    }

    /// Shows the page again with what was wrong, where that can be mended on it.
    private func mending(
        _ govern: GovernInterpretations, _ form: PageForm, _ request: Request, _ context: PageContext,
        _ act: () async throws -> RulesModel.Done
    ) async throws -> Response {
        do {
            return site.redirect(to: .rulesDone(try await act().rawValue))
        } catch {
            guard let facts = ProblemFacts.of(error, context.language), facts.status == 422 else { throw error }
            var model = try model(govern)
            model.trouble = facts
            model.sentGround = form.text("ground") ?? ""
            return site.answer(model, to: request, context, status: .unprocessableContent)
        }
    }
}
