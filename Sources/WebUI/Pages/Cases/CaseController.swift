internal import AccessModel
internal import ClinicalModel
internal import GenomeModel
internal import HTTPTypes
internal import Hummingbird
internal import Operations
internal import Records
internal import ReportModel
internal import StructuredText

/// Cases of laboratories, and findings written by hand. Every act asks Operations, which decide and log.
struct CaseController: PageController {
    let site: Site

    func addRoutes(to router: Router<PageContext>) {
        router.get(RouterPath(SiteURL.cases.route), use: list)
        router.get(RouterPath(SiteURL.laboratoryCase("", "", done: nil).route), use: show)
        router.post(RouterPath(SiteURL.caseFindings("", "").route), use: record)
    }

    @Sendable private func list(_ request: Request, _ context: PageContext) async throws -> Response {
        let access = try site.caseAccess(context)
        return site.answer(
            CaseListModel(cases: try await ListCases(access).run(), units: try site.units(of: access.partition)), to: request,
            context)
    }

    @Sendable private func show(_ request: Request, _ context: PageContext) async throws -> Response {
        let access = try site.caseAccess(context)
        let (laboratory, name) = try CaseController.place(context)
        var model = try await model(access, laboratory, name)
        model.done = request.queryText("done").flatMap(CaseModel.Done.init)
        return site.answer(model, to: request, context)
    }

    private func model(_ access: CaseAccess, _ laboratory: OrganisationCode, _ name: String) async throws -> CaseModel {
        let shown = try await ShowCase(
            access, laboratory: laboratory, name: name, knowledge: site.node.knowledge, isSurveying: true
        ).run()
        return CaseModel(
            shown: shown, units: try site.units(of: access.partition),
            names: site.node.regulations.hierarchies.names(
                of: shown.readings.flatMap { $0.history.versions.flatMap(\.content.codes) }),
            mayInterpret: access.mayInterpret, genes: site.node.genes)
    }

    @Sendable private func record(_ request: Request, _ context: PageContext) async throws -> Response {
        let form = try await PageForm.read(request, context)
        let access = try site.caseAccess(context)
        let (laboratory, name) = try CaseController.place(context)
        do {
            _ = try await RecordFinding(
                access, caseName: name, laboratory: laboratory, finding: try finding(form, laboratory)
            ).run()
            return site.redirect(to: .laboratoryCase(laboratory.text, name, done: CaseModel.Done.finding.rawValue))
        } catch {
            guard let facts = ProblemFacts.of(error, context.language), facts.status == 422 || facts.status == 409 else {
                throw error
            }
            var model = try await model(access, laboratory, name)
            model.trouble = facts
            model.sent = Dictionary(form.fields.map { ($0.name, $0.value) }, uniquingKeysWith: { _, later in later })
            return site.answer(model, to: request, context, status: HTTPResponse.Status(integerLiteral: facts.status))
        }
    }

    private func finding(_ form: PageForm, _ laboratory: OrganisationCode) throws -> Finding {
        func needed(_ name: String) throws -> String {
            guard let text = form.text(name) else { throw FindingRefusal(.field(name)) }
            return text
        }
        guard let variant = try? VariantNotation.parse(try needed("variant"), assembly: .grch38) else {
            throw FindingRefusal(.field("variant"))
        }
        let consequences = try (form.text("consequence") ?? "").split(whereSeparator: {
            $0 == "," || $0 == "&" || $0.isWhitespace
        })
        .map { word in
            guard let term = SequenceOntologyTerm(rawValue: String(word)) else { throw FindingRefusal(.field("consequence")) }
            return term
        }
        let small = SmallVariantFinding(
            variant: VariantIdentifier(assembly: .grch38, variant: variant), gene: form.text("gene"),
            transcript: form.text("transcript"), coding: form.text("coding"), protein: form.text("protein"),
            consequences: consequences, zygosity: form.text("zygosity").flatMap(SmallVariantFinding.Zygosity.init))
        guard let small else { throw FindingRefusal(.field("variant")) }
        return Finding(
            identifier: try needed("identifier"), content: .smallVariant(small),
            method: FindingMethod(
                kind: .other, name: try needed("method"), version: try needed("version"), laboratory: laboratory),
            callSet: nil, specimen: try needed("specimen"), date: site.node.now().date)
    }

    static func place(_ context: PageContext) throws -> (OrganisationCode, String) {
        guard let laboratory = OrganisationCode(try context.pathText("laboratory")) else { throw PageDetour.notFound }
        return (laboratory, try context.pathText("case"))
    }
}

extension Site {
    /// What whoever looks may see of the cases of their own region. Throws where this node does not hold it.
    func caseAccess(_ context: PageContext) throws -> CaseAccess {
        let (actor, purpose) = try context.asking()
        return CaseAccess(
            partition: try home(of: actor, context.language), law: node.regulations.law, actor: actor, purpose: purpose)
    }
}

extension CaseAccess {
    /// Whether the actor may record findings and interpret them under this purpose.
    var mayInterpret: Bool {
        AdministrativeRights.refusal(of: .interpret, for: actor, purpose: purpose, in: partition.layout.region) == nil
    }
}
