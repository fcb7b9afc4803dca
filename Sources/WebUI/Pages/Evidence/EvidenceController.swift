internal import ClinicalModel
internal import Hummingbird
internal import Operations
internal import Records
internal import ReportModel

/// The knowledge about one finding of a case. The case is opened for it, and that is logged.
struct EvidenceController: PageController {
    let site: Site

    func addRoutes(to router: Router<PageContext>) {
        router.get(RouterPath(SiteURL.findingEvidence("", "", "", page: nil).route), use: show)
    }

    @Sendable private func show(_ request: Request, _ context: PageContext) async throws -> Response {
        let access = try site.caseAccess(context)
        let (laboratory, name) = try CaseController.place(context)
        guard let knowledge = site.node.knowledge else { throw KnowledgeError(.notHere, place: "knowledge") }
        let shown = try await ShowCase(access, laboratory: laboratory, name: name, knowledge: knowledge).run()
        let identifier = try context.pathText("finding")
        guard let finding = shown.findings.first(where: { $0.finding.identifier == identifier }),
            let proposal = shown.evidence(about: finding)
        else { throw FindingRefusal(.unknownFinding) }
        let page = request.queryText("page").flatMap { Int($0) } ?? 1
        return site.answer(
            EvidenceModel(
                laboratory: laboratory.text, caseName: name, finding: finding, proposal: proposal,
                page: max(1, min(page, 10_000))), to: request, context)
    }
}
