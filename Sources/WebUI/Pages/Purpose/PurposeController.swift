internal import AccessModel
internal import ClinicalModel
internal import Hummingbird
internal import Identification
internal import Operations
internal import StructuredText

/// Choosing for which purpose one looks: a page and a button of its own, so that nobody changes it without noticing.
struct PurposeController: PageController {
    let site: Site

    func addRoutes(to router: Router<PageContext>) {
        router.get(RouterPath(SiteURL.purpose(next: nil).route), use: show)
        router.post(RouterPath(SiteURL.purpose(next: nil).route), use: change)
    }

    @Sendable private func show(_ request: Request, _ context: PageContext) throws -> Response {
        let visitor = try context.signedIn()
        let date = site.node.now().date
        let rules = site.node.regulations.law.regime(on: date).purposes
        let choices = visitor.session.purposes.map { purpose in
            let rule = rules[purpose]
            return PurposeModel.Choice(
                purpose: purpose, title: rule?.title ?? purpose.shortTitle, isInForce: rule?.force.holds(on: date) ?? false,
                basis: rule?.basis.text ?? LocalizedText(sv: "", en: ""),
                decides: rule?.decides ?? LocalizedText(sv: "", en: ""), isCurrent: purpose == visitor.purpose)
        }
        return site.answer(
            PurposeModel(choices: choices, next: SiteURL.local(request.queryText("next"))), to: request, context)
    }

    @Sendable private func change(_ request: Request, _ context: PageContext) async throws -> Response {
        let form = try await PageForm.read(request, context)
        let visitor = try context.signedIn()
        guard let purpose = form.text("purpose").flatMap(Purpose.init(rawValue:)),
            let (identifier, _) = site.sessions.change(visitor.identifier, to: purpose)
        else {
            throw ProblemFacts(
                403, "not-allowed-commission",
                LocalizedText(
                    sv: "Ditt uppdrag omfattar inte det här ändamålet.", en: "Your commission does not hold this purpose."),
                remedy: LocalizedText(
                    sv: "Välj ett ändamål som ingår i ditt uppdrag.", en: "Choose a purpose that your commission holds."),
                context.language)
        }
        var response = site.redirect(back: form.text("next"))
        response.setCookie(
            PageCookie.secret(PageCookie.session(isSecure: site.isSecure), identifier.text, isSecure: site.isSecure))
        return response
    }
}
