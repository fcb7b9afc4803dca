internal import AccessModel
internal import ClinicalModel
internal import GenomeModel
internal import HTTPTypes
package import Hummingbird
internal import Operations
internal import Questions
internal import Records
internal import StructuredText

/// Requests for more than a region answers by itself: asking, following, deciding. Every act is an operation's; the pages only show what it
/// says.
package struct ReleaseController: PageController {
    let site: Site

    package init(site: Site) { self.site = site }

    package func addRoutes(to router: Router<PageContext>) {
        router.get(RouterPath(SiteURL.releases.route)) { request, context in try list(request, context) }
        router.get(RouterPath(SiteURL.newRelease([]).route)) { request, context in try form(request, context) }
        router.post(RouterPath(SiteURL.releases.route)) { request, context in try await send(request, context) }
        router.get(RouterPath(SiteURL.release("").route)) { request, context in try await show(request, context) }
        router.post(RouterPath(SiteURL.releaseSteps("").route)) { request, context in try await step(request, context) }
    }

    private func list(_ request: Request, _ context: PageContext) throws -> Response {
        let (actor, _) = try context.asking()
        guard site.node.releases != nil else { throw ReleaseError(.notHere, place: "node") }
        let (sent, held) = try ListReleases(node: site.node, actor: actor).run()
        let decides = AdministrativeRights.of(.decideRelease).roles.contains(actor.role)
        return site.answer(ReleaseListModel(sent: sent, held: held, decides: decides), to: request, context)
    }

    private func form(_ request: Request, _ context: PageContext) throws -> Response {
        let (actor, purpose) = try context.asking()
        if let refusal = AdministrativeRights.refusal(of: .askRelease, for: actor, purpose: purpose, in: nil) { throw refusal }
        var model = try model(
            request.queryText("region"), request.queryText("variant"), request.queryText("assembly"),
            request.queryText("answered"), ReleaseRequest.newIdentifier(), purpose)
        model.patient = request.queryText("patient").flatMap { Pseudonym($0) }
        return site.answer(model, to: request, context)
    }

    private func model(
        _ region: String?, _ variant: String?, _ assembly: String?, _ answered: String?, _ id: String, _ purpose: Purpose
    ) throws -> NewReleaseModel {
        let assembly = assembly.flatMap(Assembly.init) ?? .grch38
        guard let region = region.flatMap({ RegionCode($0) }), site.node.regions.contains(region) else {
            throw ReleaseError(.unknownRegion, place: "region")
        }
        guard let variant = variant.flatMap({ try? VariantNotation.parse($0, assembly: assembly) }) else {
            throw ReleaseError(.question, place: "variant")
        }
        let site = site
        return NewReleaseModel(
            id: id, region: region, variant: variant, assembly: assembly, answered: answered.flatMap(RegionState.init)
        ) { site.title(of: purpose, $0) }
    }

    private func send(_ request: Request, _ context: PageContext) async throws -> Response {
        let form = try await PageForm.read(request, context)
        let (actor, purpose) = try context.asking()
        var model = try model(
            form.text("region"), form.text("variant"), form.text("assembly"), form.text("answered"), form.text("id") ?? "",
            purpose)
        model.text = form.text("words") ?? ""
        model.patient = form.text("patient").flatMap { Pseudonym($0) }
        do {
            guard let wish = form.text("wish").flatMap(ReleaseRequest.Wish.init) else {
                throw ReleaseError(.unknownValue, place: "wish")
            }
            model.wish = wish
            let sent = try await AskRelease(
                node: site.node, actor: actor, purpose: purpose,
                draft: ReleaseDraft(
                    id: model.id, region: model.region, question: Question(.frequency(model.variant.notation)).text,
                    assembly: model.assembly, answered: model.answered?.rawValue ?? "", wish: wish, words: model.text,
                    patient: model.patient)
            ).run()
            return site.redirect(to: .release(sent.request.id))
        } catch let error as ReleaseError where error.isAboutWords {
            model.error = error
            return site.answer(model, to: request, context, status: .unprocessableContent)
        }
    }

    private func show(_ request: Request, _ context: PageContext) async throws -> Response {
        let (actor, purpose) = try context.asking()
        let shown = try await ShowRelease(
            node: site.node, actor: actor, purpose: purpose, release: try context.pathText("release")
        ).run()
        let site = site
        return site.answer(
            ReleaseModel(shown: shown, reporting: site.reporting(context, about: shown.release.request.purpose)) {
                site.title(of: shown.release.request.purpose, $0)
            }, to: request, context)
    }

    /// One step, on the side that whoever acts stands on.
    private func step(_ request: Request, _ context: PageContext) async throws -> Response {
        let form = try await PageForm.read(request, context)
        let (actor, purpose) = try context.asking()
        let id = try context.pathText("release")
        guard let kind = form.text("kind").flatMap(ReleaseStep.Kind.init) else {
            throw ReleaseError(.unknownValue, place: "kind")
        }
        let shown = try await ShowRelease(node: site.node, actor: actor, purpose: purpose, release: id).run()
        let words = form.text("words") ?? ""
        do {
            if shown.side == .holder {
                guard let partition = site.node.partitions[shown.release.request.region] else { throw PageDetour.notFound }
                _ = try await DecideRelease(
                    partition: partition, actor: actor, purpose: purpose, release: id, kind: kind, words: words
                ).run()
            } else {
                _ = try await ContinueRelease(node: site.node, actor: actor, release: id, kind: kind, words: words).run()
            }
        } catch let error as ReleaseError where error.isAboutWords {
            let site = site
            var model = ReleaseModel(shown: shown, reporting: site.reporting(context, about: shown.release.request.purpose)) {
                site.title(of: shown.release.request.purpose, $0)
            }
            model.error = error
            model.text = words
            return site.answer(model, to: request, context, status: .unprocessableContent)
        }
        return site.redirect(to: .release(id))
    }
}

extension ReleaseError {
    /// What whoever wrote it can mend in the form.
    fileprivate var isAboutWords: Bool {
        switch code {
        case .text, .unknownValue: true
        default: false
        }
    }
}
