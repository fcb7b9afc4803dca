internal import AccessModel
internal import HTTPTypes
internal import Hummingbird
internal import Identification
internal import Logging
internal import NIOCore
internal import Operations
internal import StructuredText

/// Makes a page of every error, or problem details where JSON was asked for, with the same code and words as the platform's API. Who is not
/// signed in is asked to sign in, and comes back to where they wanted to go.
struct AnswerWithPages: RouterMiddleware {
    let site: Site
    /// Of the pages' addresses.
    let methods: AddressMethods

    func handle(_ request: Request, context: PageContext, next: PageContext.Next) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as CancellationError {
            throw error
        } catch {
            return answer(error, request, context)
        }
    }

    private func answer(_ error: any Error, _ request: Request, _ context: PageContext) -> Response {
        let address = request.method == .get ? SiteURL.local(request.localAddress) : nil
        if !request.wantsJSON {
            switch error as? PageDetour {
            case .signIn: return site.redirect(to: .login(next: address))
            case .choosePurpose: return site.redirect(to: .purpose(next: address))
            case .notFound, .foreignForm, nil: break
            }
        }
        let allowed = methodsInstead(error, request)
        let facts = allowed.isEmpty ? facts(error, context) : AnswerWithPages.notByMethod(context.language)
        let model = ProblemModel(facts: facts, request: context.id, report: site.reporting(context)?.address(facts))
        let status = HTTPResponse.Status(integerLiteral: facts.status)
        var response = site.answer(model, to: request, context, status: status)
        if request.wantsJSON { response.headers[.contentType] = "application/problem+json" }
        if let seconds = facts.retryAfter { response.headers[.retryAfter] = String(seconds) }
        if !allowed.isEmpty { response.headers[.allow] = allowed.joined(separator: ", ") }
        return response
    }

    /// What an address takes that has no route for the method; empty where it has none at all, or one that threw by itself.
    private func methodsInstead(_ error: any Error, _ request: Request) -> [String] {
        guard (error as? any HTTPResponseError)?.status == .notFound else { return [] }
        let methods = methods.methods(of: request.uri.path)
        return methods.contains(request.method.rawValue) ? [] : methods
    }

    private static func notByMethod(_ language: Language) -> ProblemFacts {
        ProblemFacts(
            405, "method-not-allowed",
            LocalizedText(
                sv: "Adressen tar inte emot en begäran av det slaget.", en: "The address does not take a request of this kind."),
            remedy: LocalizedText(
                sv: "Gå tillbaka och använd sidans formulär, eller börja från startsidan.",
                en: "Go back and use the page's form, or begin at the start page."), language)
    }

    private func facts(_ error: any Error, _ context: PageContext) -> ProblemFacts {
        let language = context.language
        if let detour = error as? PageDetour { return detour.facts(language) }
        if let facts = ProblemFacts.of(error, language) { return facts }
        if let error = error as? LoginError {
            context.logger.info("sign-in refused", metadata: ["code": .string(error.description)])
            let facts = ProblemFacts(
                error.code == .provider ? 502 : 403, "login-" + error.code.rawValue, error.message, remedy: error.remedy, language
            )
            return error.code == .provider ? facts.retrying(after: 60) : facts
        }
        if let error = error as? any HTTPResponseError, error.status.code < 500 {
            return error.status == .notFound
                ? PageDetour.notFound.facts(language)
                : ProblemFacts(
                    error.status.code, "refused",
                    LocalizedText(sv: "Begäran avvisades.", en: "The request was refused."),
                    remedy: LocalizedText(sv: "Gå tillbaka och försök igen.", en: "Go back and try again."), language)
        }
        // Its type only: a description may carry what nobody should read in a log.
        context.logger.error("page failed", metadata: ["error": .string("\(type(of: error))")])
        return ProblemFacts(
            500, "internal", LocalizedText(sv: "Sidan kunde inte visas.", en: "The page could not be shown."),
            remedy: LocalizedText(
                sv: "Försök igen. Hjälper inte det, ge den som driver noden numret nedan.",
                en: "Try again. If that does not help, give whoever runs the node the number below."), language)
    }
}

extension PageDetour {
    func facts(_ language: Language) -> ProblemFacts {
        switch self {
        case .signIn:
            ProblemFacts(
                401, "token-missing", LocalizedText(sv: "Du är inte inloggad.", en: "Nobody is signed in."),
                remedy: LocalizedText(sv: "Logga in.", en: "Sign in."), language)
        case .choosePurpose:
            ProblemFacts(
                403, "purpose-missing", LocalizedText(sv: "Inget ändamål är valt.", en: "No purpose has been chosen."),
                remedy: LocalizedText(sv: "Välj ett ändamål.", en: "Choose a purpose."), language)
        case .notFound:
            ProblemFacts(
                404, "not-found", LocalizedText(sv: "Sidan finns inte.", en: "There is nothing at this address."),
                remedy: LocalizedText(
                    sv: "Kontrollera adressen, eller börja från startsidan.",
                    en: "Check the address, or begin at the start page."), language)
        case .foreignForm:
            ProblemFacts(
                403, "foreign-form",
                LocalizedText(
                    sv: "Formuläret hör inte till din inloggning.", en: "The form does not belong to your session."),
                remedy: LocalizedText(
                    sv: "Öppna sidan på nytt och skicka formuläret därifrån.",
                    en: "Open the page anew and send the form from there."), language)
        }
    }
}
