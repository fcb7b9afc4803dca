internal import AccessModel
internal import ClinicalModel
internal import GenomeModel
internal import HTTPTypes
package import Hummingbird
internal import NIOCore
internal import Operations
internal import Questions

/// The pages of genes and ranges, and their lists to take along. Every look is a question about variants and one about structural events to every region, more where a region tells of
/// more than a page of entries holds; figures that were told before charge nothing again.
package struct StretchController: PageController {
    let site: Site

    package init(site: Site) { self.site = site }

    package func addRoutes(to router: Router<PageContext>) {
        router.get(RouterPath(SiteURL.gene("").route)) { request, context in try await gene(request, context) }
        router.get(RouterPath(SiteURL.stretch(.range(""), []).route)) { request, context in try await range(request, context) }
    }

    private func gene(_ request: Request, _ context: PageContext) async throws -> Response {
        let (actor, purpose) = try context.asking()
        let symbol = try context.pathText("symbol")
        guard let gene = site.node.genes.gene(symbol) else { return site.redirect(to: .variantSearch(query: symbol)) }
        let asking = PageAsking(request, actor, purpose)
        // Loci are known on GRCh38, and a gene has one address.
        guard gene.symbol == symbol, asking.assembly == .grch38 else {
            var query = asking.query
            query.assembly = nil
            return site.redirect(to: .stretch(.gene(gene.symbol), query.items))
        }
        return try await answer(.gene(gene.symbol), gene, gene.interval, asking, request, context)
    }

    private func range(_ request: Request, _ context: PageContext) async throws -> Response {
        let (actor, purpose) = try context.asking()
        let text = try context.pathText("range")
        let asking = PageAsking(request, actor, purpose)
        let interval: Interval
        do throws(IntervalNotationError) {
            interval = try Interval.parse(text, assembly: asking.assembly)
        } catch {
            return site.redirect(to: .variantSearch(query: text))
        }
        guard interval.notation == text else {
            return site.redirect(to: .stretch(.range(interval.notation), asking.query.items))
        }
        return try await answer(.range(interval.notation), nil, interval, asking, request, context)
    }

    private func answer(
        _ name: SiteURL.Stretch, _ gene: GeneLocus?, _ interval: Interval, _ asking: PageAsking, _ request: Request,
        _ context: PageContext
    ) async throws -> Response {
        let node = site.node
        let filter = StretchFilter(request)
        let whole = try node.asking(asking.terms.scope, by: asking.terms.actor)
        var regions = AskRegions(sources: whole.sources.filter { filter.region == nil || $0.region == filter.region })
        regions.patience = whole.patience
        guard !regions.sources.isEmpty else { throw AskedQuestionError.noRegion }
        let download = request.queryText("download")
        let asked = try asking.asked(
            Question(.count, filter.criterion), process: download == nil ? "page variants" : "page variants download", at: node)
        var gather = GatherVariants(
            regions: regions, asked: asked, selection: filter.selection(interval, gene: gene?.symbol))
        // A list to take along is whole.
        if download != nil { gather.pages = 20 }
        let gathered = try await gather.run()
        let listed = filter.apply(gathered.variants)
        let events = try await self.events(interval, filter, asking, regions, isNeeded: download == nil)
        if let download { return try file(download, name, listed, gathered, asking.assembly) }
        let model = StretchModel(
            name: name, gene: gene, exons: gene.map { node.genes.exons(of: $0.symbol) } ?? [], interval: interval,
            assembly: asking.assembly, genes: gene == nil && asking.assembly == .grch38 ? node.genes.overlapping(interval) : [],
            gathered: gathered, listed: listed, events: events, decisions: gathered.decisions, filter: filter,
            query: asking.query,
            scope: asking.terms.scope, patients: try PatientChoice(asking, node), regions: whole.sources.map(\.region),
            reporting: site.reporting(context))
        return site.answer(model, to: request, context)
    }

    /// Structural events of the stretch: a second question to every region.
    private func events(
        _ interval: Interval, _ filter: StretchFilter, _ asking: PageAsking, _ regions: AskRegions, isNeeded: Bool
    ) async throws -> GatherEvents.Gathered? {
        guard isNeeded, filter.hgvs == nil else { return nil }
        let asked = try asking.asked(Question(.count, filter.criterion), process: "page events", at: site.node)
        return try await GatherEvents(regions: regions, asked: asked, selection: EventSelection(in: interval)).run()
    }

    private func file(
        _ form: String, _ name: SiteURL.Stretch, _ listed: [NationalVariant], _ gathered: GatherVariants.Gathered,
        _ assembly: Assembly
    ) throws -> Response {
        let list = VariantListFile(variants: listed, answer: gathered.answer, assembly: assembly)
        let (bytes, type, suffix): ([UInt8], String, String)
        switch form {
        case "vcf": (bytes, type, suffix) = (try list.vcf(), "text/x-vcf; charset=utf-8", "vcf")
        case "tsv": (bytes, type, suffix) = (Array(list.table.utf8), "text/tab-separated-values; charset=utf-8", "tsv")
        default: throw PageDetour.notFound
        }
        // The name holds letters, digits and hyphens alone, whatever the address was.
        let safe = String(name.text.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
        return Response(
            status: .ok,
            headers: [
                .contentType: type, .contentDisposition: "attachment; filename=\"\(safe)-\(assembly.rawValue).\(suffix)\"",
                .cacheControl: "no-store",
            ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
