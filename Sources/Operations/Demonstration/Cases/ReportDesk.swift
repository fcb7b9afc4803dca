internal import AccessModel
internal import ClinicalModel
internal import Records
internal import ReportModel

/// One case's report on its way. Who fills it signs it too; somebody else reviews it.
struct ReportDesk {
    let desk: CaseDesk
    let one: DemonstrationCase

    private var author: Actor { desk.staff.signers[0] }

    /// Clinic and laboratory agree to the template's first version, unless they have.
    func agree(clinic: OrganisationCode) async throws {
        let known = try desk.partition.records.agreements().contains {
            $0.template == one.template && $0.clinic == clinic && $0.laboratory == one.laboratory
        }
        guard !known else { return }
        for (side, actor) in [(TemplateAgreement.Side.clinic, desk.staff.physician), (.laboratory, author)] {
            _ = try await AgreeToTemplate(
                node: desk.node, region: desk.region, actor: actor, purpose: .ownPatientCare, template: one.template, version: 1,
                clinic: clinic, laboratory: one.laboratory, side: side
            ).run()
        }
    }

    func write(of person: Pseudonym) async throws {
        let report = try await BeginReport(
            node: desk.node, region: desk.region, actor: author, purpose: .ownPatientCare, laboratory: one.laboratory,
            caseName: one.name, person: person, template: one.template
        ).run().identifier
        try await fill(report, one.values)
        if one.report != .draft { try await review(report) }
        if one.report == .signed || one.report == .amended { try await sign(report) }
    }

    func amend() async throws {
        let known = try desk.partition.records.reports(ofCase: one.name, laboratory: one.laboratory)
        guard let report = known.first else { throw ReportError(.unknown, place: "report") }
        _ = try await AmendReport(
            node: desk.node, region: desk.region, actor: author, purpose: .ownPatientCare, report: report.identifier,
            reason: one.amendmentReason
        ).run()
        try await fill(report.identifier, one.values.merging(one.amendedValues) { $1 })
        try await review(report.identifier)
        try await sign(report.identifier)
    }

    private func fill(_ report: String, _ values: [String: ItemValue]) async throws {
        _ = try await FillReport(
            node: desk.node, region: desk.region, actor: author, purpose: .ownPatientCare, report: report, values: values,
            notExamined: one.notExamined, uninterpreted: uninterpreted
        ).run()
        guard desk.node.knowledge != nil, !one.citations.isEmpty else { return }
        _ = try await CiteEvidence(
            node: desk.node, region: desk.region, actor: author, purpose: .ownPatientCare, report: report, picks: one.citations
        ).run()
    }

    /// What the laboratory tells without a meaning, it has no criteria for.
    private var uninterpreted: [String: UninterpretedReason] {
        let bare = one.findings.filter { $0.interpretation == nil && $0.finding.content.needsInterpretation }
        return Dictionary(uniqueKeysWithValues: bare.map { ($0.finding.identifier, .noCriteria) })
    }

    private func review(_ report: String) async throws {
        _ = try await ReviewReport(
            node: desk.node, region: desk.region, actor: desk.staff.reviewer, purpose: .laboratoryOperation, report: report
        ).run()
    }

    private func sign(_ report: String) async throws {
        _ = try await SignReport(
            node: desk.node, region: desk.region, actor: author, purpose: .ownPatientCare, report: report
        ).run()
    }
}
