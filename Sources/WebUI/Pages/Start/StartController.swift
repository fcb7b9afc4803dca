internal import AccessModel
internal import Hummingbird
internal import Operations
internal import Records

/// The first page.
struct StartController: PageController {
    let site: Site

    func addRoutes(to router: Router<PageContext>) {
        let site = site
        router.get(RouterPath(SiteURL.start.route)) { request, context in
            let (actor, purpose) = try context.asking()
            let release = try actor.region.flatMap { site.node.partitions[$0] }?.records.publicationBatches().last
            let model = StartModel(
                name: actor.name, role: actor.role, canSearch: Section.variants.isOffered(to: actor.role),
                tasks: try ListWaiting(node: site.node, actor: actor, purpose: purpose).run(), regions: regions,
                release: release.map { ($0.number, DateText.swedishDay($0.closed), $0.people) },
                sections: Section.allCases.filter { $0 != .start && $0.isOffered(to: actor.role, for: purpose) })
            return site.answer(model, to: request, context)
        }
    }

    private var regions: [StartModel.RegionState] {
        let peers = site.node.peers()
        return site.node.regions.map { region in
            StartModel.RegionState(
                region: region, isHere: site.node.partitions[region] != nil,
                circuit: peers.first { $0.regions.contains(region) }?.circuit)
        }
    }
}
