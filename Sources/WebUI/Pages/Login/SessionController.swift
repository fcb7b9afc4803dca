internal import AccessModel
internal import HTTPTypes
internal import Hummingbird
internal import Identification
internal import Logging
internal import StructuredText

/// Signing in and out. The way in is the same for every identity provider, the embedded development issuer among them.
struct SessionController: PageController {
    let site: Site

    func addRoutes(to router: Router<PageContext>) {
        router.get(RouterPath(SiteURL.login(next: nil).route), use: choose)
        router.get(RouterPath(SiteURL.beginLogin(provider: "", next: nil).route), use: begin)
        router.get(RouterPath(SiteURL.finishLogin.route), use: finish)
        router.post(RouterPath(SiteURL.logout.route), use: end)
        if site.development != nil {
            router.get(RouterPath(SiteURL.developmentAuthorization.route), use: personas)
            router.post(RouterPath(SiteURL.developmentAuthorization.route), use: authorize)
        }
    }

    @Sendable private func choose(_ request: Request, _ context: PageContext) -> Response {
        site.answer(
            LoginModel(
                providers: site.signIn.providers.map { .init(name: $0.name, title: $0.title, isDevelopment: $0.isDevelopment) },
                next: SiteURL.local(request.queryText("next"))), to: request, context)
    }

    @Sendable private func begin(_ request: Request, _ context: PageContext) async throws -> Response {
        let provider = request.queryText("provider") ?? ""
        let beginning = try await site.signIn.begin(
            provider, callback: callback(request, provider), next: SiteURL.local(request.queryText("next")))
        let separator = beginning.endpoint.contains("?") ? "&" : "?"
        let items = beginning.request.items.map { SiteURL.escaped($0.name) + "=" + SiteURL.escaped($0.value) }
        var response = Site.redirect(beginning.endpoint + separator + items.joined(separator: "&"))
        response.setCookie(
            PageCookie.secret(
                PageCookie.login(isSecure: site.isSecure), beginning.binding.text, isSecure: site.isSecure, seconds: 600))
        return response
    }

    /// Where the provider sends the browser back to. It has to be registered there, so that another host in the request leads nowhere.
    private func callback(_ request: Request, _ provider: String) -> String {
        if site.signIn.providers.first(where: { $0.name == provider })?.isDevelopment == true { return SiteURL.finishLogin.path }
        let base = site.publicAddress ?? (site.isSecure ? "https://" : "http://") + (request.head.authority ?? "")
        return base + SiteURL.finishLogin.path
    }

    @Sendable private func finish(_ request: Request, _ context: PageContext) async throws -> Response {
        let cookie = PageCookie.login(isSecure: site.isSecure)
        guard let fields = FormText.fields(request.uri.query ?? ""), let answer = AuthorizationAnswer(fields) else {
            throw LoginError(.state)
        }
        let success = try await site.signIn.finish(answer, binding: request.cookies[cookie]?.value)
        let (identifier, session) = site.sessions.begin(
            success.credential, purpose: success.purpose, replacing: context.visitor?.identifier)
        // Who, but not for whom they work: that stands in the ledger with the first question.
        context.logger.info("signed in", metadata: ["role": .string(success.credential.actor.role.rawValue)])
        var response =
            session.purpose == nil
            ? site.redirect(to: .purpose(next: success.next)) : site.redirect(back: success.next)
        response.setCookie(
            PageCookie.secret(PageCookie.session(isSecure: site.isSecure), identifier.text, isSecure: site.isSecure))
        response.setCookie(PageCookie.secret(cookie, "", isSecure: site.isSecure))
        return response
    }

    @Sendable private func end(_ request: Request, _ context: PageContext) async throws -> Response {
        _ = try await PageForm.read(request, context)
        if let visitor = context.visitor { site.sessions.end(visitor.identifier) }
        var response = site.redirect(to: .login(next: nil))
        response.setCookie(PageCookie.secret(PageCookie.session(isSecure: site.isSecure), "", isSecure: site.isSecure))
        return response
    }

    // MARK: The development issuer's own page

    @Sendable private func personas(_ request: Request, _ context: PageContext) throws -> Response {
        let (issuer, asked) = try authorization(FormText.fields(request.uri.query ?? "") ?? [])
        return site.answer(PersonasModel(personas: issuer.issuer.personas, request: asked), to: request, context)
    }

    /// The form carries what the browser brought, and no session's token: nobody is signed in yet, and whoever forges it signs somebody in
    /// as a person who does not exist, in a sign-in that this browser did not begin and that therefore ends in an error.
    @Sendable private func authorize(_ request: Request, _ context: PageContext) async throws -> Response {
        let body = try await request.body.collect(upTo: 16 << 10)
        let fields = FormText.fields(String(decoding: body.readableBytesView, as: UTF8.self)) ?? []
        let (issuer, asked) = try authorization(fields.filter { $0.name != "choice" })
        let choice = fields.first { $0.name == "choice" }?.value.split(separator: " ").map(String.init) ?? []
        guard choice.count == 2, let purpose = Purpose(rawValue: choice[1]) else { throw LoginError(.refused) }
        let code: String
        do throws(DevelopmentIssuerError) {
            code = try issuer.code(for: choice[0], purpose: purpose, answering: asked)
        } catch {
            throw LoginError(.refused, detail: error.rawValue)
        }
        return Site.redirect(
            asked.callback
                + SiteURL.query(["code": code, "state": asked.state, "iss": DevelopmentIssuer.url]))
    }

    private func authorization(
        _ fields: [(name: String, value: String)]
    ) throws -> (DevelopmentAuthorization, AuthorizationRequest) {
        guard let issuer = site.development, let asked = AuthorizationRequest(fields),
            asked.client == DevelopmentIssuer.audience, asked.callback == SiteURL.finishLogin.path
        else { throw LoginError(.state) }
        return (issuer, asked)
    }
}
