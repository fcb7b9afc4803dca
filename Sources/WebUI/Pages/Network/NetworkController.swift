internal import AccessModel
internal import Hummingbird
internal import Operations

/// How the node and the others are doing.
struct NetworkController: PageController {
    let site: Site

    func addRoutes(to router: Router<PageContext>) {
        let site = site
        router.get(RouterPath(SiteURL.network.route)) { request, context in
            let (actor, purpose) = try context.asking()
            if let refusal = AdministrativeRights.refusal(of: .seeNode, for: actor, purpose: purpose, in: nil) { throw refusal }
            return site.answer(
                NetworkModel(
                    name: site.node.name, version: site.version, isDevelopment: site.node.isDevelopment,
                    partitions: site.node.partitions.keys.sorted(), peers: site.node.peers()), to: request, context)
        }
    }
}
