internal import AccessModel
internal import ClinicalModel
internal import GenomeModel
package import Hummingbird
internal import Operations
internal import Questions
internal import Records
internal import ReportModel

/// The answer about one variant.
///
/// The page asks every region one question; a breakdown is asked when it is chosen (`by`), one at a time. What was asked before is known
/// to the regions and charges nothing again, and each asking stands in their ledgers.
package struct VariantController: PageController {
    let site: Site

    package init(site: Site) { self.site = site }

    package func addRoutes(to router: Router<PageContext>) {
        router.get(RouterPath(SiteURL.variant("").route)) { request, context in try await show(request, context) }
    }

    private func show(_ request: Request, _ context: PageContext) async throws -> Response {
        let (actor, purpose) = try context.asking()
        let asking = PageAsking(request, actor, purpose)
        let text = try context.pathText("variant")
        let variant: Variant
        do throws(VariantNotationError) {
            variant = try VariantNotation.parse(text, assembly: asking.assembly)
        } catch {
            // The search page says what is wrong with it and what can be written.
            return site.redirect(to: .variantSearch(query: text))
        }
        // One address for one variant.
        let part = request.queryText("by").flatMap(VariantPart.init)
        guard text == variant.notation else {
            return site.redirect(to: .variantAsked(variant.notation, asking.query.items))
        }
        return site.answer(
            try await model(variant, part, asking, site.reporting(context)), to: request, context)
    }

    private func model(
        _ variant: Variant, _ part: VariantPart?, _ asking: PageAsking, _ reporting: RefusalReporting?
    ) async throws -> VariantModel {
        let node = site.node
        let regions = try node.asking(asking.terms.scope, by: asking.terms.actor)
        let text = variant.notation
        let whole = try asking.asked(Question(.frequency(text)), process: "page variant", at: node)
        let (answer, replies) = try await regions.run(whole)
        var rows: [VariantModel.Row] = []
        for (title, condition) in part?.rows ?? [] {
            let asked = try asking.asked(
                Question(.frequency(text), .condition(condition)), process: "page variant by", at: node)
            rows.append(VariantModel.Row(title: title, answer: try await regions.run(asked).answer))
        }
        let genes = asking.assembly == .grch38 ? variant.interval.map(node.genes.overlapping) ?? [] : []
        var together: GatherVariants.Gathered?
        if part == .together, let stretch = genes.first?.interval ?? variant.surroundings(asking.assembly) {
            let asked = try asking.asked(
                Question(.count, .condition(.carries(text))), process: "page variant together", at: node)
            var gather = GatherVariants(
                regions: regions, asked: asked,
                selection: .overlapping(stretch, reference: nil, alternate: nil))
            gather.pages = 1
            together = try await gather.run()
        }
        let known = try classifications(
            of: VariantIdentifier(assembly: asking.assembly, variant: variant), asking.terms)
        return VariantModel(
            variant: variant, assembly: asking.assembly, genes: genes, answer: answer,
            decisions: replies.decisions, annotations: replies.flatMap(\.annotations).eachVersion, part: part, rows: rows,
            together: together,
            query: asking.query, scope: asking.terms.scope, patients: try PatientChoice(asking, node),
            mayAskRelease: site.mayAskRelease(asking.terms),
            classifications: known,
            names: node.regulations.hierarchies.names(of: (known ?? []).map(\.subject.condition)), reporting: reporting)
    }
}

extension VariantController {
    /// Nil where the node does not hold the actor's region, or they may not see classifications.
    private func classifications(of variant: VariantIdentifier, _ terms: AskingTerms) throws -> [SharedClassification]? {
        guard let partition = terms.actor.region.flatMap({ site.node.partitions[$0] }) else { return nil }
        return try? ListConflicts(partition: partition, actor: terms.actor, purpose: terms.purpose).classifications(of: variant)
    }
}

extension Variant {
    /// The bases that it replaces.
    var interval: Interval? {
        Interval(contig: contig, first: position, last: Position(lastPosition) ?? position)
    }

    /// Fifty thousand bases to either side, for a variant that lies in no gene.
    func surroundings(_ assembly: Assembly) -> Interval? {
        let length = assembly.length(of: contig)
        let first = Position(max(1, Int(position.value) - 50_000)) ?? position
        let last = Position(min(length, Int(lastPosition) + 50_000)) ?? position
        return Interval(contig: contig, first: first, last: last)
    }
}

extension PatientChoice {
    init(_ asking: PageAsking, _ node: RunningNode) throws {
        let terms = asking.terms
        isNeeded = [.ownPatientCare, .sharedDocumentation, .anotherPatientsCare].contains(terms.purpose)
        chosen = terms.patient
        let home = terms.actor.region.flatMap { node.partitions[$0] }
        choices = isNeeded ? try home?.records.peopleInCare(of: terms.actor.identity, on: node.now().date) ?? [] : []
    }
}

extension Site {
    /// Whether whoever asks on these terms can ask a region for more.
    func mayAskRelease(_ terms: AskingTerms) -> Bool {
        node.releases != nil
            && AdministrativeRights.refusal(of: .askRelease, for: terms.actor, purpose: terms.purpose, in: nil) == nil
    }
}
