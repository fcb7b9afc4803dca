internal import AccessModel
internal import ClinicalModel
internal import HTTPTypes
internal import Hummingbird
internal import Operations
internal import Questions
internal import Records
internal import StructuredText

/// Cohort questions. They are sent by POST though asking changes nothing: a question may name a variant, and addresses are kept by browsers
/// and logs. Asking answers at once, without a detour: a reload asks anew, as the browser says.
struct CohortController: PageController {
    static let suggestionLimit = 8

    let site: Site

    func addRoutes(to router: Router<PageContext>) {
        router.get(RouterPath(SiteURL.cohorts.route), use: start)
        router.post(RouterPath(SiteURL.cohorts.route), use: work)
        router.get(RouterPath(SiteURL.cohortCodes.route), use: codes)
        router.get(RouterPath(SiteURL.savedQuestion(0).route), use: open)
        router.post(RouterPath(SiteURL.removeQuestion(0).route), use: remove)
    }

    private func model(_ form: CohortForm, _ context: PageContext) throws -> CohortModel {
        let (actor, purpose) = try context.asking()
        guard Section.cohorts.isOffered(to: actor.role) else {
            throw ProblemFacts(
                403, "not-allowed-role",
                LocalizedText(sv: "Din roll ställer inga frågor om grupper.", en: "Your role asks no questions about cohorts."),
                remedy: LocalizedText(sv: "Se startsidan för vad du kan göra.", en: "The start page says what you can do."),
                context.language)
        }
        let rule = site.node.regulations.law.regime(on: site.node.now().date).purposes[purpose]
        var model = CohortModel(
            form: form, purpose: purpose, purposeTitle: rule?.title ?? purpose.shortTitle, projects: actor.projects.sorted(),
            saved: try kept(by: actor)?.list() ?? [], mayEnquire: purpose == .feasibility && site.node.enquiries != nil,
            reporting: site.reporting(context))
        name(&model)
        return model
    }

    private func kept(by actor: Actor) -> KeepQuestions? {
        site.node.enquiries.map { KeepQuestions(database: $0, actor: actor) }
    }

    /// Says what the codes are called, and what the words of rows that are no codes may mean.
    private func name(_ model: inout CohortModel) {
        let hierarchies = site.node.regulations.hierarchies
        if let question = model.form.question {
            let codes = question.criterion.conditions.compactMap(\.codes).flatMap(\.named)
            model.names = hierarchies.names(of: codes)
            model.unknownCodes = question.criterion.unknownCodes(in: hierarchies)
        }
        for (place, row) in (model.form.rows?.rows ?? []).enumerated() {
            guard case .field(let field) = row.subject, !field.systems.isEmpty,
                let words = row.values.first(where: { Code($0) == nil && !$0.contains("..") })
            else { continue }
            model.suggestions[place] = suggestions(words, field)
        }
    }

    private func suggestions(_ words: String, _ field: CohortField) -> [CohortModel.Suggestion] {
        let hierarchies = site.node.regulations.hierarchies
        return hierarchies.suggestions(for: words, in: field.systems, limit: CohortController.suggestionLimit).compactMap {
            code in
            hierarchies.name(of: code).map { CohortModel.Suggestion(code: code.description, name: $0) }
        }
    }

    // MARK: Pages

    @Sendable private func start(_ request: Request, _ context: PageContext) throws -> Response {
        var model = try model(CohortForm(), context)
        switch request.queryText("done") {
        case "saved": model.done = context.language(sv: "Frågan är sparad.", en: "The question is saved.")
        case "removed": model.done = context.language(sv: "Frågan är borttagen.", en: "The question is removed.")
        default: break
        }
        return site.answer(model, to: request, context)
    }

    @Sendable private func open(_ request: Request, _ context: PageContext) throws -> Response {
        let (actor, _) = try context.asking()
        guard let id = Int(try context.pathText("question")), let kept = kept(by: actor) else { throw PageDetour.notFound }
        let saved = try kept.question(id)
        let question = try Question.parse(saved.question, as: .count)
        return site.answer(try model(CohortForm(question), context), to: request, context)
    }

    @Sendable private func remove(_ request: Request, _ context: PageContext) async throws -> Response {
        let (actor, _) = try context.asking()
        _ = try await PageForm.read(request, context)
        guard let id = Int(try context.pathText("question")), let kept = kept(by: actor) else { throw PageDetour.notFound }
        try kept.remove(id)
        return site.redirect(to: .cohortsDone("removed"))
    }

    @Sendable private func codes(_ request: Request, _ context: PageContext) throws -> Response {
        _ = try context.asking()
        guard let field = request.queryText("field").flatMap({ CohortField(rawValue: $0) }), !field.systems.isEmpty else {
            throw PageDetour.notFound
        }
        let words = String((request.queryText("q") ?? "").prefix(100))
        return site.answer(CodeSuggestionModel(suggestions: suggestions(words, field)), to: request, context)
    }

    // MARK: What the buttons do

    /// `do` says which button: `update`, `ask`, `save`, `add`, `add-or`, `remove 2`, `use 2 HP:0001250`.
    @Sendable private func work(_ request: Request, _ context: PageContext) async throws -> Response {
        let (actor, purpose) = try context.asking()
        let sent = try await PageForm.read(request, context, limit: 64 << 10)
        var form = CohortForm(sent)
        // Enter in a field does what the first button of the form does, which has this word.
        let words = (sent.text("do") ?? "update").split(separator: " ", maxSplits: 2).map(String.init)
        let place = words.count > 1 ? Int(words[1]) : nil
        switch words[0] {
        case "add", "add-or":
            if let subject = sent.text("subject").flatMap({ CriterionRow.Subject($0) }) {
                form.add(subject, isAlternative: words[0] == "add-or")
            }
        case "remove": if let place { form.remove(place) }
        case "use": if let place, words.count == 3 { form.choose(words[2], in: place) }
        default: break
        }
        var model = try model(form, context)
        switch words[0] {
        case "ask": try await ask(&model, actor, purpose, context)
        case "save":
            do {
                guard let question = form.question, let kept = kept(by: actor) else { break }
                _ = try kept.save(question, as: sent.text("name") ?? "", now: site.node.now())
                return site.redirect(to: .cohortsDone("saved"))
            } catch let error as EnquiryError {
                model.trouble = ProblemFacts(error, context.language)
            }
        default: break
        }
        let isFaulty = form.fault != nil || !form.rowFaults.isEmpty || model.trouble != nil
        let mattered = words[0] == "ask" || words[0] == "save"
        return site.answer(model, to: request, context, status: isFaulty && mattered ? .unprocessableContent : .ok)
    }

    private func ask(
        _ model: inout CohortModel, _ actor: Actor, _ purpose: Purpose, _ context: PageContext
    ) async throws {
        guard let question = model.form.question else { return }
        var terms = AskingTerms(actor: actor, purpose: purpose)
        terms.scope = model.form.scope
        if !model.form.study.isEmpty { terms.study = model.form.study }
        if !model.form.project.isEmpty { terms.project = model.form.project }
        if !model.form.register.isEmpty { terms.register = model.form.register }
        do {
            var asked = try terms.asked(question, process: "cohort count", at: site.node)
            asked.identifier = AskRegions.newIdentifier()
            let (answer, replies) = try await site.node.asking(terms.scope, by: actor).run(asked)
            (model.answer, model.decisions) = (answer, replies.decisions)
        } catch let error as AskedQuestionError {
            model.trouble = ProblemFacts.of(error, context.language)
        }
    }
}
