internal import AccessModel
internal import GenomeModel
package import Hummingbird
internal import Operations
internal import Questions

/// The answer about one structural event: how often those that match it are seen, in each region. One question to every region.
package struct EventController: PageController {
    let site: Site

    package init(site: Site) { self.site = site }

    package func addRoutes(to router: Router<PageContext>) {
        router.get(RouterPath(SiteURL.eventAsked("", []).route)) { request, context in try await show(request, context) }
    }

    private func show(_ request: Request, _ context: PageContext) async throws -> Response {
        let (actor, purpose) = try context.asking()
        let asking = PageAsking(request, actor, purpose)
        let text = try context.pathText("event")
        let event: StructuralEvent
        do throws(VariantNotationError) {
            event = try StructuralNotation.parse(text, assembly: asking.assembly)
        } catch {
            // The search page says what is wrong with it and what can be written.
            return site.redirect(to: .variantSearch(query: text))
        }
        // One address for one event.
        guard text == event.notation else { return site.redirect(to: .eventAsked(event.notation, asking.query.items)) }
        let node = site.node
        let origin = request.queryText("origin").flatMap(Origin.init) ?? .germline
        let regions = try node.asking(asking.terms.scope, by: asking.terms.actor)
        let asked = try asking.asked(
            Question(.frequency(event.notation), .condition(.origin([origin]))), process: "page event", at: node)
        let (answer, replies) = try await regions.run(asked)
        let genes = asking.assembly == .grch38 ? event.interval.map(node.genes.overlapping) ?? [] : []
        let model = EventModel(
            event: event, assembly: asking.assembly, origin: origin, genes: genes, answer: answer, decisions: replies.decisions,
            query: asking.query, scope: asking.terms.scope, patients: try PatientChoice(asking, node),
            reporting: site.reporting(context))
        return site.answer(model, to: request, context)
    }
}

extension StructuralEvent {
    /// The bases of a span; of other events the first breakpoint.
    var interval: Interval? {
        Interval(contig: first.contig, first: first.position, last: kind.hasSpan ? second.position : first.position)
    }
}
