internal import AccessModel
internal import ClinicalModel
internal import HTTPTypes
internal import Hummingbird
internal import Operations
internal import Questions
internal import Records
internal import StructuredText

/// Study enquiries: registering one from a question, asking the regions, answering for one, closing.
struct EnquiryController: PageController {
    let site: Site

    func addRoutes(to router: Router<PageContext>) {
        router.get(RouterPath(SiteURL.enquiries.route), use: list)
        router.post(RouterPath(SiteURL.enquiries.route), use: register)
        router.get(RouterPath(SiteURL.newEnquiry.route), use: draft)
        router.post(RouterPath(SiteURL.newEnquiry.route), use: draftOfQuestion)
        router.get(RouterPath(SiteURL.enquiry("").route), use: show)
        router.post(RouterPath(SiteURL.askEnquiry("").route), use: ask)
        router.post(RouterPath(SiteURL.answerEnquiry("").route), use: answer)
        router.post(RouterPath(SiteURL.closeEnquiry("").route), use: close)
    }

    private func enquiries(_ context: PageContext) throws -> (EnquiryDatabase, Actor, Purpose) {
        let (actor, purpose) = try context.asking()
        guard let enquiries = site.node.enquiries else { throw PageDetour.notFound }
        return (enquiries, actor, purpose)
    }

    /// For what whoever asks does: under the purpose that the law speaks of.
    private func asking(_ context: PageContext) throws -> (EnquiryDatabase, Actor) {
        let (enquiries, actor, purpose) = try enquiries(context)
        try EnquiryError.requireFeasibility(purpose)
        return (enquiries, actor)
    }

    @Sendable private func list(_ request: Request, _ context: PageContext) throws -> Response {
        let (enquiries, actor, purpose) = try enquiries(context)
        return site.answer(
            EnquiryListModel(
                enquiries: try ListEnquiries(enquiries: enquiries, actor: actor).run(), mayRegister: purpose == .feasibility,
                today: site.node.now().date), to: request, context)
    }

    // MARK: Registering

    private func draft(_ criteria: String) -> EnquiryDraftModel {
        let today = site.node.now().date
        return EnquiryDraftModel(criteria: criteria, deadline: today.adding(days: 30).description, today: today)
    }

    @Sendable private func draft(_ request: Request, _ context: PageContext) throws -> Response {
        _ = try asking(context)
        return site.answer(draft(""), to: request, context)
    }

    /// With the question that is being built.
    @Sendable private func draftOfQuestion(_ request: Request, _ context: PageContext) async throws -> Response {
        _ = try asking(context)
        let form = CohortForm(try await PageForm.read(request, context, limit: 64 << 10))
        return site.answer(draft(form.question?.criterion.text ?? form.text), to: request, context)
    }

    @Sendable private func register(_ request: Request, _ context: PageContext) async throws -> Response {
        let (enquiries, actor) = try asking(context)
        let form = try await PageForm.read(request, context, limit: 256 << 10)
        do {
            let names = ["title", "sponsor", "criteria", "plannedStudy", "contact", "deadline"]
            let json = JSONValue(members: names.map { ($0, JSONValue(.string(form.text($0) ?? ""))) })
            let enquiry = try RegisterEnquiry(enquiries: enquiries, actor: actor, draft: try EnquiryDraft(json: json))
                .run(now: site.node.now())
            return site.redirect(to: .enquiry(enquiry.id))
        } catch let error as EnquiryError {
            var model = draft(form.text("criteria") ?? "")
            model.title = form.text("title") ?? ""
            model.sponsor = form.text("sponsor") ?? ""
            model.plannedStudy = form.text("plannedStudy") ?? ""
            model.contact = form.text("contact") ?? ""
            model.deadline = form.text("deadline") ?? ""
            let facts = ProblemFacts(error, context.language)
            model.trouble = facts
            model.place = error.place
            return site.answer(model, to: request, context, status: HTTPResponse.Status(integerLiteral: facts.status))
        }
    }

    // MARK: One enquiry

    private func model(_ context: PageContext) throws -> EnquiryModel {
        let (enquiries, actor, purpose) = try enquiries(context)
        let table = try ShowEnquiry(enquiries: enquiries, actor: actor, enquiry: try context.pathText("enquiry"))
            .run(on: site.node.now().date)
        let isRegistrant = purpose == .feasibility && table.enquiry.registrant == actor.identity
        let answersFor =
            actor.role == .dataSteward ? actor.region.flatMap { region in table.rows.first { $0.region == region }?.region } : nil
        return EnquiryModel(
            table: table, isRegistrant: isRegistrant, answersFor: answersFor,
            reporting: site.reporting(context, about: .feasibility))
    }

    @Sendable private func show(_ request: Request, _ context: PageContext) throws -> Response {
        site.answer(try model(context), to: request, context)
    }

    @Sendable private func ask(_ request: Request, _ context: PageContext) async throws -> Response {
        let (enquiries, actor) = try asking(context)
        _ = try await PageForm.read(request, context)
        let id = try context.pathText("enquiry")
        try await AskEnquiry(
            enquiries: enquiries, regions: try site.node.asking(.nation, by: actor), actor: actor, enquiry: id
        ).run(now: site.node.now)
        return site.redirect(to: .enquiry(id))
    }

    @Sendable private func answer(_ request: Request, _ context: PageContext) async throws -> Response {
        let (enquiries, actor, _) = try enquiries(context)
        let form = try await PageForm.read(request, context, limit: 256 << 10)
        let id = try context.pathText("enquiry")
        do {
            let names = ["decision", "words", "site", "contact"]
            let json = JSONValue(members: names.map { ($0, JSONValue(.string(form.text($0) ?? ""))) })
            try AnswerEnquiry(enquiries: enquiries, actor: actor, enquiry: id, draft: try OpinionDraft(json: json))
                .run(now: site.node.now())
            return site.redirect(to: .enquiry(id))
        } catch let error as EnquiryError where ProblemFacts(error, context.language).status == 422 {
            var model = try model(context)
            model.trouble = ProblemFacts(error, context.language)
            return site.answer(model, to: request, context, status: .unprocessableContent)
        }
    }

    @Sendable private func close(_ request: Request, _ context: PageContext) async throws -> Response {
        let (enquiries, actor) = try asking(context)
        _ = try await PageForm.read(request, context)
        let id = try context.pathText("enquiry")
        try CloseEnquiry(enquiries: enquiries, actor: actor, enquiry: id).run(now: site.node.now())
        return site.redirect(to: .enquiry(id))
    }
}
