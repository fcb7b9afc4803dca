internal import AccessModel
internal import ClinicalModel
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Operations
internal import Records
internal import ReportModel
internal import StructuredText

/// Every region's classifications, the conflicts between them, and the recalls that follow.
struct ClassificationController: PageController {
    let site: Site

    func addRoutes(to router: Router<PageContext>) {
        router.get(RouterPath(SiteURL.conflicts.route), use: board)
        router.get(RouterPath(SiteURL.conflict("", "").route), use: show)
        router.post(RouterPath(SiteURL.conflict("", "").route), use: discuss)
        router.get(RouterPath(SiteURL.classificationExport("").route), use: export)
        router.get(RouterPath(SiteURL.recalls.route), use: recalls)
        router.get(RouterPath(SiteURL.recall(0).route), use: recall)
        router.post(RouterPath(SiteURL.recall(0).route), use: step)
    }

    private func list(_ context: PageContext) throws -> ListConflicts {
        let (actor, purpose) = try context.asking()
        return ListConflicts(partition: try site.home(of: actor, context.language), actor: actor, purpose: purpose)
    }

    private static func json(_ shown: ShownConflict) -> JSONValue {
        [
            "variant": JSONValue(.string(shown.subject.variant.description)),
            "condition": JSONValue(.string(shown.subject.condition.description)),
            "severity": JSONValue(shown.conflict?.severity.rawValue), "state": JSONValue(.string(shown.state.rawValue)),
            "positions": JSONValue(shown.positions.map(\.json)),
        ]
    }

    @Sendable private func board(_ request: Request, _ context: PageContext) throws -> Response {
        let conflicts = try list(context).run()
        return site.answer(
            ConflictBoardModel(
                conflicts: conflicts, today: site.node.now().date,
                names: site.node.regulations.hierarchies.names(of: conflicts.map(\.subject.condition)),
                json: ["conflicts": JSONValue(conflicts.map(ClassificationController.json))]), to: request, context)
    }

    private func subject(_ context: PageContext) throws -> SharedClassification.Subject {
        guard let variant = VariantIdentifier(try context.pathText("variant")),
            let condition = Code(try context.pathText("condition"))
        else { throw PageDetour.notFound }
        return SharedClassification.Subject(variant: variant, condition: condition)
    }

    private func model(_ list: ListConflicts, _ subject: SharedClassification.Subject) throws -> ConflictModel {
        let shown = try list.show(subject)
        return ConflictModel(
            shown: shown, units: try site.units(of: list.partition),
            names: site.node.regulations.hierarchies.names(of: [subject.condition]),
            mayDiscuss: AdministrativeRights.refusal(
                of: .discussConflict, for: list.actor, purpose: list.purpose, in: list.partition.layout.region) == nil,
            json: ClassificationController.json(shown))
    }

    @Sendable private func show(_ request: Request, _ context: PageContext) throws -> Response {
        site.answer(try model(try list(context), try subject(context)), to: request, context)
    }

    @Sendable private func discuss(_ request: Request, _ context: PageContext) async throws -> Response {
        let form = try await PageForm.read(request, context)
        let (list, subject) = (try list(context), try subject(context))
        guard let act = form.text("act").flatMap(ConflictAct.init),
            let laboratory = form.text("laboratory").flatMap({ OrganisationCode($0) })
        else { throw PageForm.fault(400, "form-malformed", context) }
        var discuss = DiscussConflict(
            partition: list.partition, actor: list.actor, purpose: list.purpose, subject: subject, laboratory: laboratory,
            act: act)
        discuss.words = form.text("words") ?? ""
        discuss.proposed = act == .propose ? form.text("class").flatMap(PathogenicityClass.init) : nil
        do {
            _ = try await discuss.run()
        } catch {
            guard let facts = ProblemFacts.of(error, context.language), [403, 409, 422].contains(facts.status) else {
                throw error
            }
            var model = try model(list, subject)
            model.trouble = facts
            model.text = discuss.words
            return site.answer(model, to: request, context, status: HTTPResponse.Status(integerLiteral: facts.status))
        }
        // The others hear of it at once where they can be reached, and else with the next exchange.
        _ = try? await ExchangeClassifications(node: site.node).run()
        return site.redirect(to: .conflict(subject.variant.description, subject.condition.description))
    }

    @Sendable private func export(_ request: Request, _ context: PageContext) throws -> Response {
        guard let form = ExportClassifications.Form(rawValue: try context.pathText("form")) else { throw PageDetour.notFound }
        let text = try ExportClassifications(try list(context)).run(form)
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/tab-separated-values; charset=utf-8",
                .contentDisposition: "attachment; filename=\"classifications-\(form.rawValue).tsv\"",
            ], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    // MARK: Recalls

    @Sendable private func recalls(_ request: Request, _ context: PageContext) async throws -> Response {
        let access = try site.caseAccess(context)
        let recalls = try await HandleRecalls(access).list()
        return site.answer(
            RecallListModel(recalls: recalls, openable: try access.openable(recalls), today: site.node.now().date),
            to: request, context)
    }

    private func model(_ recall: RecordedRecall, _ access: CaseAccess, _ request: Request) -> RecallModel {
        var fields: [RecallLetter.Field: String] = [.date: site.node.now().date.description, .signer: access.actor.name]
        for field in RecallLetter.Field.allCases {
            if let text = request.queryText(field.rawValue), !text.isEmpty { fields[field] = String(text.prefix(200)) }
        }
        let filled = fields
        return RecallModel(
            region: access.partition.layout.region, recall: recall, today: site.node.now().date,
            letter: { try? HandleRecalls.letter(filled, in: $0) }, fields: fields)
    }

    private func number(_ context: PageContext) throws -> Int {
        guard let number = Int(try context.pathText("recall")) else { throw PageDetour.notFound }
        return number
    }

    @Sendable private func recall(_ request: Request, _ context: PageContext) async throws -> Response {
        let access = try site.caseAccess(context)
        let recall = try await HandleRecalls(access).show(try number(context))
        return site.answer(model(recall, access, request), to: request, context)
    }

    @Sendable private func step(_ request: Request, _ context: PageContext) async throws -> Response {
        let form = try await PageForm.read(request, context)
        let access = try site.caseAccess(context)
        let number = try number(context)
        guard let act = form.text("act").flatMap(RecallAct.init) else { throw PageForm.fault(400, "form-malformed", context) }
        let handling = HandleRecalls(access)
        do {
            _ = try await handling.take(act, in: number, words: form.text("words") ?? "")
        } catch let refusal as RecallTask.Refusal {
            var model = model(try await handling.show(number), access, request)
            let facts = ProblemFacts.of(refusal, context.language)
            model.trouble = facts
            return site.answer(
                model, to: request, context, status: HTTPResponse.Status(integerLiteral: facts?.status ?? 409))
        }
        return site.redirect(to: .recall(number))
    }
}
