internal import GenomeModel
internal import HTTPTypes
package import Hummingbird
internal import Operations
internal import Questions
internal import StructuredText

/// The one field of search, and what is suggested as one writes into it. No region is asked here.
package struct SearchController: PageController {
    let site: Site

    package init(site: Site) { self.site = site }

    package func addRoutes(to router: Router<PageContext>) {
        router.get(RouterPath(SiteURL.variantSearch(query: nil).route)) { request, context in try search(request, context) }
        router.get(RouterPath(SiteURL.suggestions(query: nil).route)) { request, context in try suggest(request, context) }
    }

    private func search(_ request: Request, _ context: PageContext) throws -> Response {
        let (actor, purpose) = try context.asking()
        let asking = PageAsking(request, actor, purpose)
        let text = request.queryText("q") ?? ""
        let found = SearchText(text, assembly: asking.assembly, genes: site.node.genes)
        if let found, let address = SearchController.address(found, asking.query) { return site.redirect(to: address) }
        return site.answer(SearchModel(text: text, assembly: asking.assembly, found: found), to: request, context)
    }

    /// Where a search leads; nil where it has to be looked at.
    static func address(_ found: SearchText, _ query: AskingQuery) -> SiteURL? {
        var query = query
        switch found {
        case .variant(let variant, let assembly):
            query.assembly = assembly == .grch38 ? nil : assembly
            return .variantAsked(variant.notation, query.items)
        case .gene(let gene):
            query.assembly = nil
            return .stretch(.gene(gene.symbol), query.items)
        case .range(let interval, let assembly):
            query.assembly = assembly == .grch38 ? nil : assembly
            return .stretch(.range(interval.notation), query.items)
        case .consequence(let gene, let change):
            query.assembly = nil
            return .stretch(.gene(gene.symbol), query.items + [SiteURL.Item("hgvs", change)])
        case .event(let event, let assembly):
            query.assembly = assembly == .grch38 ? nil : assembly
            return .eventAsked(event.notation, query.items)
        case .dbSNP, .classification, .unclear: return nil
        }
    }

    /// What is meant, or genes that begin so: always JSON. Without scripts the search page lists the same.
    private func suggest(_ request: Request, _ context: PageContext) throws -> Response {
        _ = try context.signedIn()
        let found = SearchText(request.queryText("q") ?? "", assembly: .grch38, genes: site.node.genes)
        var suggestions: [JSONValue] = []
        func add(_ text: String, _ title: String, _ address: SiteURL) {
            suggestions.append([
                "text": JSONValue(.string(text)), "title": JSONValue(.string(title)), "address": JSONValue(.string(address.path)),
            ])
        }
        switch found {
        case .variant(let variant, let assembly):
            add(
                variant.notation, assembly.rawValue,
                SearchController.address(.variant(variant, assembly), AskingQuery()) ?? .start)
        case .range(let interval, let assembly):
            add(
                interval.notation, assembly.rawValue,
                SearchController.address(.range(interval, assembly), AskingQuery()) ?? .start)
        case .gene(let gene):
            for gene in [gene] + site.node.genes.beginning(with: gene.symbol, limit: 8).filter({ $0 != gene }) {
                add(gene.symbol, gene.name, .gene(gene.symbol))
            }
        case .consequence(let gene, let change):
            add(
                "\(gene.symbol):\(change)", gene.name,
                SearchController.address(.consequence(gene, change: change), AskingQuery()) ?? .start)
        case .event(let event, let assembly):
            add(event.notation, assembly.rawValue, SearchController.address(.event(event, assembly), AskingQuery()) ?? .start)
        case .unclear(_, let genes): for gene in genes { add(gene.symbol, gene.name, .gene(gene.symbol)) }
        case .dbSNP, .classification, nil: break
        }
        let json: JSONValue = ["suggestions": JSONValue(suggestions)]
        return Response(
            status: .ok, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: .init(string: json.canonicalText)))
    }
}
