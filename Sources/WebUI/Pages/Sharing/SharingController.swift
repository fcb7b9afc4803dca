internal import AccessModel
internal import ClinicalModel
internal import Hummingbird
internal import Operations
internal import Records
internal import StructuredText

/// What leaves the region's controllers: read it, write the next version, sign what somebody else has proposed.
struct SharingController: PageController {
    let site: Site

    func addRoutes(to router: Router<PageContext>) {
        router.get(RouterPath(SiteURL.sharing.route), use: show)
        router.get(RouterPath(SharingAddress.version(0).route), use: showVersion)
        router.post(RouterPath(SharingAddress.publication.route), use: publish)
        router.post(RouterPath(SharingAddress.withdrawal.route), use: withdraw)
        router.post(RouterPath(SharingAddress.batches.route), use: publishBatch)
    }

    @Sendable private func show(_ request: Request, _ context: PageContext) async throws -> Response {
        let desk = try PolicyDesk(site, context)
        let controller = try desk.controller(request.queryText("controller"))
        let book = try desk.partition.policies(of: controller)
        let policy = book.policy(on: desk.today)
        let days = PreviewPolicy.days(chosen: request.queryText("days"))
        var proposal: SharingModel.Proposal?
        if let waiting = try desk.partition.proposals().first(where: { $0.controller == controller }) {
            let proposed = try LoadPolicy.parse(waiting.text, file: "proposal")
            if let next = proposed.versions.last {
                let effect =
                    request.queryText("effect") == "yes" ? try await desk.effect(of: next, after: book, days: days) : nil
                proposal = .init(
                    proposal: waiting, policy: next, differences: PolicyDifference.between(policy, next),
                    maySign: !desk.actor.isSamePerson(as: waiting.proposer), effect: effect, days: days)
            }
        }
        return site.answer(
            SharingModel(
                region: Region.of(desk.partition.layout.region)?.name ?? "", controllers: try desk.controllers(),
                controller: controller, policy: policy, matrix: PolicyMatrix(policy, under: desk.regime), proposal: proposal,
                versions: try desk.versions(of: controller), batches: try desk.partition.records.publicationBatches().reversed(),
                saved: request.queryText("saved").flatMap(SharingModel.Saved.init(rawValue:))), to: request, context)
    }

    @Sendable private func showVersion(_ request: Request, _ context: PageContext) throws -> Response {
        let desk = try PolicyDesk(site, context)
        guard let number = Int(try context.pathText("version")),
            let version = try desk.partition.records.policies().first(where: { $0.version == number })
        else { throw PageDetour.notFound }
        let book = try LoadPolicy.parse(version.text, file: "policy version \(version.version)")
        guard let policy = book.versions.last else { throw PageDetour.notFound }
        let before = try desk.earlier(than: version)
        return site.answer(
            PolicyVersionModel(
                version: version, policy: policy, differences: PolicyDifference.between(before, policy),
                matrix: PolicyMatrix(policy, under: site.node.regulations.law.regime(on: version.validFrom))), to: request,
            context)
    }

    @Sendable private func publish(_ request: Request, _ context: PageContext) async throws -> Response {
        let form = try await PageForm.read(request, context)
        let desk = try PolicyDesk(site, context)
        let controller = try desk.controller(form.text("controller"))
        // Who signs without having had the text before them signs nothing.
        guard let digest = form.text("digest") else { throw PublishPolicy.Refusal.otherText }
        _ = try await PublishPolicy(partition: desk.partition, actor: desk.actor).publish(controller, signing: digest)
        return desk.back(to: controller, .published)
    }

    @Sendable private func withdraw(_ request: Request, _ context: PageContext) async throws -> Response {
        let form = try await PageForm.read(request, context)
        let desk = try PolicyDesk(site, context)
        let controller = try desk.controller(form.text("controller"))
        try await PublishPolicy(partition: desk.partition, actor: desk.actor).withdraw(controller)
        return desk.back(to: controller, .withdrawn)
    }

    @Sendable private func publishBatch(_ request: Request, _ context: PageContext) async throws -> Response {
        let form = try await PageForm.read(request, context)
        let desk = try PolicyDesk(site, context)
        try AdministrativeRights.check(.publishBatch, by: desk.actor, for: desk.purpose, in: desk.actor.region)
        let batch = try await PublishBatch(partition: desk.partition, actor: desk.actor.identity).run()
        return desk.back(to: try desk.controller(form.text("controller")), batch == nil ? .tooFew : .batch)
    }
}
