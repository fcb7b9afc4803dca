internal import AccessModel
internal import ClinicalModel
internal import GenomeModel
internal import HTTPTypes
internal import Hummingbird
internal import Operations
internal import Records
internal import ReportModel
internal import StructuredText

/// The editor of interpretations: begin, propose, edit, sign.
struct InterpretationController: PageController {
    let site: Site

    func addRoutes(to router: Router<PageContext>) {
        router.get(RouterPath(SiteURL.findingInterpretation("", "", "").route), use: new)
        router.post(RouterPath(SiteURL.findingInterpretation("", "", "").route), use: begin)
        router.post(RouterPath(SiteURL.findingProposal("", "", "").route), use: propose)
        router.get(RouterPath(SiteURL.interpretation("").route), use: show)
        router.post(RouterPath(SiteURL.interpretationSteps("").route), use: step)
    }

    // MARK: A finding that is to be interpreted

    /// The finding of the path, after the case has been opened: who may not see it does not come further.
    private func found(
        _ context: PageContext, with knowledge: KnowledgeDesk? = nil
    ) async throws -> (CaseAccess, RecordedFinding, EvidenceProposal?) {
        let access = try site.caseAccess(context)
        let (laboratory, name) = try CaseController.place(context)
        let shown = try await ShowCase(access, laboratory: laboratory, name: name, knowledge: knowledge).run()
        let identifier = try context.pathText("finding")
        guard let finding = shown.findings.first(where: { $0.finding.identifier == identifier }) else {
            throw FindingRefusal(.unknownFinding)
        }
        return (access, finding, shown.evidence(about: finding))
    }

    private func kind(_ text: String?, _ finding: RecordedFinding, _ access: CaseAccess) throws -> InterpretationContent.Kind {
        guard finding.finding.content.smallVariant != nil else { return .somatic }
        if let kind = text.flatMap(InterpretationContent.Kind.init) { return kind }
        let callSet = try finding.finding.callSet.flatMap { try access.partition.records.callSet(named: $0) }
        return callSet?.record.origin == .tumour ? .somatic : .germline
    }

    private func model(_ finding: RecordedFinding, _ kind: InterpretationContent.Kind, _ access: CaseAccess)
        -> InterpretationModel
    {
        InterpretationModel(
            subject: .new(laboratory: finding.laboratory.text, caseName: finding.caseName), finding: finding, version: nil,
            kind: kind, possible: [], withheld: nil, mayEdit: access.mayInterpret, names: NamedCodes())
    }

    @Sendable private func new(_ request: Request, _ context: PageContext) async throws -> Response {
        let (access, finding, evidence) = try await found(context, with: site.node.knowledge)
        var model = model(finding, try kind(request.queryText("kind"), finding, access), access)
        model.evidence = evidence
        return site.answer(
            model.picking(request.queryTexts(EvidenceStatements.field), context.language), to: request, context)
    }

    @Sendable private func begin(_ request: Request, _ context: PageContext) async throws -> Response {
        let form = try await PageForm.read(request, context)
        let (access, finding, _) = try await found(context)
        let kind = try kind(form.text("kind"), finding, access)
        return try await mending(model(finding, kind, access), form, request, context) {
            let content = try content(form, kind, finding.finding, before: nil, context.language)
            let begun = try await BeginInterpretation(
                access, laboratory: finding.laboratory, finding: finding.finding.identifier, content: content
            ).run()
            return site.redirect(to: .interpretation(begun.history.identifier))
        }
    }

    @Sendable private func propose(_ request: Request, _ context: PageContext) async throws -> Response {
        let form = try await PageForm.read(request, context)
        let (access, finding, _) = try await found(context)
        let kind = try kind(form.text("kind"), finding, access)
        return try await mending(model(finding, kind, access), form, request, context) {
            let aim: ProposeInterpretation.Aim
            switch kind {
            case .germline:
                guard let condition = form.text("condition").flatMap({ Code($0) }) else {
                    throw FindingRefusal(.field("condition"))
                }
                aim = .germline(condition: condition, gene: nil)
            case .somatic:
                guard let type = form.text("tumour-type").flatMap({ Code($0) ?? Code(.oncotree, $0) }) else {
                    throw FindingRefusal(.field("tumour-type"))
                }
                aim = .somatic(tumourType: type)
            }
            let proposed = try await ProposeInterpretation(
                access, node: site.node, laboratory: finding.laboratory, finding: finding.finding.identifier, aim: aim
            ).run()
            return site.redirect(to: .interpretation(proposed.history.identifier))
        }
    }

    private func content(
        _ form: PageForm, _ kind: InterpretationContent.Kind, _ finding: Finding, before: InterpretationContent?,
        _ language: Language
    ) throws -> InterpretationContent {
        let reading = InterpretationForm(form: form, language: language, before: before)
        do {
            switch kind {
            case .germline:
                guard let variant = finding.content.smallVariant?.variant else { throw FindingRefusal(.otherKind) }
                return try reading.germline(variant)
            case .somatic: return try reading.somatic(finding)
            }
        } catch let fault as InterpretationForm.Fault {
            throw FindingRefusal(.field(fault.field))
        }
    }

    // MARK: One interpretation

    private func model(_ recorded: RecordedInterpretation, _ access: CaseAccess) throws -> InterpretationModel {
        guard let finding = recorded.findings.last, let last = recorded.history.versions.last else {
            throw FindingRefusal(.unknownFinding)
        }
        let open = recorded.history.open
        var withheld: ProposalDecision.Reason?
        if let stamp = open?.proposal, open?.state == .proposed,
            case .withheld(let reason) = try access.partition.proposalSwitch().decision(
                on: stamp, isResearch: access.purpose == .research, date: access.partition.now().date)
        {
            withheld = reason
        }
        let version = withheld == nil ? open ?? recorded.history.current ?? last : recorded.history.current
        let target = open ?? recorded.history.current
        let possible = InterpretationAct.allCases.filter { act in
            act != .supersede && withheld == nil
                && target?.state.after(act, needsTwoSignatures: target?.needsTwoSignatures ?? false) != nil
        }
        return InterpretationModel(
            subject: .known(recorded), finding: finding, version: version, kind: last.content.kind,
            possible: access.mayInterpret ? possible : [], withheld: withheld,
            mayEdit: access.mayInterpret && possible.contains(.edit),
            names: site.node.regulations.hierarchies.names(of: recorded.history.versions.flatMap(\.content.codes)))
    }

    @Sendable private func show(_ request: Request, _ context: PageContext) async throws -> Response {
        let access = try site.caseAccess(context)
        let (recorded, evidence) = try await ShowInterpretation(
            access, interpretation: try context.pathText("interpretation")
        ).run(with: site.node.knowledge)
        var model = try model(recorded, access)
        model.evidence = evidence
        return site.answer(
            model.picking(request.queryTexts(EvidenceStatements.field), context.language), to: request, context)
    }

    @Sendable private func step(_ request: Request, _ context: PageContext) async throws -> Response {
        let form = try await PageForm.read(request, context)
        let access = try site.caseAccess(context)
        let name = try context.pathText("interpretation")
        let recorded = try await ShowInterpretation(access, interpretation: name).run()
        let model = try model(recorded, access)
        guard let act = form.text("act").flatMap(InterpretationAct.init), act != .supersede else { throw PageDetour.notFound }
        return try await mending(model, form, request, context) {
            var work = WorkOnInterpretation(access, interpretation: name, act: act)
            if act == .edit {
                work.content = try content(
                    form, model.kind, model.finding.finding, before: model.version?.content, context.language)
            }
            work.words = form.text("words") ?? ""
            _ = try await work.run()
            return site.redirect(to: .interpretation(name))
        }
    }

    /// Runs an act whose trouble is shown beside the form that was sent.
    private func mending(
        _ model: InterpretationModel, _ form: PageForm, _ request: Request, _ context: PageContext,
        _ act: () async throws -> Response
    ) async throws -> Response {
        do {
            return try await act()
        } catch {
            guard let facts = ProblemFacts.of(error, context.language), [403, 409, 422].contains(facts.status) else {
                throw error
            }
            var model = model
            model.trouble = facts
            if form.text("act") == "edit" || form.text("act") == "begin" {
                model.sent = Dictionary(form.fields.map { ($0.name, $0.value) }, uniquingKeysWith: { _, later in later })
            }
            return site.answer(model, to: request, context, status: HTTPResponse.Status(integerLiteral: facts.status))
        }
    }
}
