internal import AccessModel
internal import ClinicalModel
internal import Hummingbird
internal import Operations
internal import Records
internal import StructuredText

/// Writing the next version of a policy: choose, see what it would have changed, propose.
struct DraftController: PageController {
    let site: Site

    func addRoutes(to router: Router<PageContext>) {
        if let example = OrganisationCode("x") {
            router.get(RouterPath(SharingAddress.draft(example).route), use: show)
            router.post(RouterPath(SharingAddress.draft(example).route), use: change)
        }
    }

    @Sendable private func show(_ request: Request, _ context: PageContext) throws -> Response {
        let desk = try PolicyDesk(site, context)
        let controller = try desk.controller(request.queryText("controller"))
        let book = try desk.partition.policies(of: controller)
        let last = book.versions.last
        // The first day that a new version may hold from, and not before tomorrow: nobody is surprised in the middle of a day.
        let tomorrow = desk.today.adding(days: 1)
        let from = max(tomorrow, last?.validFrom.map { $0.adding(days: 1) } ?? tomorrow)
        let second = last?.publishers.first { !desk.actor.isSamePerson(as: $0) }
        let draft = PolicyDraft(
            after: book, validFrom: from, publishers: [desk.actor.identity] + (second.map { [$0] } ?? []))
        return site.answer(
            try model(draft, desk, controller, book, days: PreviewPolicy.usualDays, preview: nil), to: request, context)
    }

    @Sendable private func change(_ request: Request, _ context: PageContext) async throws -> Response {
        let form = try await PageForm.read(request, context)
        let desk = try PolicyDesk(site, context)
        let controller = try desk.controller(form.text("controller"))
        let book = try desk.partition.policies(of: controller)
        let draft: PolicyDraft
        let next: PolicyBook
        do {
            draft = try PolicyForm.read(form, after: book, by: desk.actor.identity, under: desk.regime)
            next = try draft.book(after: book)
        } catch let fault as PolicyForm.Fault {
            throw ProblemFacts(400, fault.facts.code, fault.facts.message, remedy: fault.facts.remedy, context.language)
        } catch let fault as PolicyDraft.Fault {
            throw ProblemFacts(
                400, "draft-" + fault.rawValue, fault.message,
                remedy: LocalizedText(sv: "Gå tillbaka och rätta fältet.", en: "Go back and correct the field."), context.language
            )
        }
        let days = PreviewPolicy.days(chosen: form.text("days"))
        let written = ContinuePolicy.text(next, after: try desk.partition.publishedPolicy(of: controller)?.text)
        // Comments that go are shown before they go.
        let isAgreed = written.lost.isEmpty || form.text("without-comments") == "yes"
        if form.text("act") == "propose", isAgreed {
            _ = try await PublishPolicy(partition: desk.partition, actor: desk.actor).propose(written.text, file: "proposal")
            return desk.back(to: controller, .proposed)
        }
        guard let policy = next.versions.last else { throw PageDetour.notFound }
        let preview = DraftModel.Preview(
            policy: policy, text: written.text,
            differences: PolicyDifference.between(
                book.versions.last ?? .closed(region: book.region, controller: book.controller), policy),
            effect: try await desk.effect(of: policy, after: book, days: days), lost: written.lost)
        return site.answer(try model(draft, desk, controller, book, days: days, preview: preview), to: request, context)
    }

    private func model(
        _ draft: PolicyDraft, _ desk: PolicyDesk, _ controller: OrganisationCode, _ book: PolicyBook, days: Int,
        preview: DraftModel.Preview?
    ) throws -> DraftModel {
        let sets = book.versions.last?.dataSets ?? []
        let closed = Policy.closed(region: book.region, controller: book.controller)
        let shown = Policy(
            region: closed.region, controller: closed.controller, version: 0, validFrom: nil, publishers: [], rows: draft.rows,
            suppressBelow: draft.suppressBelow, bandFor: draft.bandFor, dataSets: sets, released: draft.released)
        return DraftModel(
            controller: controller, name: try desk.controllers().first { $0.code == controller }?.name ?? controller.text,
            draft: draft, matrix: PolicyMatrix(shown, under: desk.regime),
            dataSets: sets.isEmpty ? ReleasedDataSet.usual : sets, days: days, preview: preview)
    }
}
