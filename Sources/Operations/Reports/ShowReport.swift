package import AccessModel
package import ClinicalModel
internal import Records
package import ReportModel
package import StructuredText

/// A report as somebody sees it, with what they can do.
package struct ShownReport: Hashable, Sendable {
    package let document: ReportDocument
    /// Of the case, by identifier: what items can name. Empty for whoever cannot fill it.
    package let findings: [ReportedFinding]
    /// What whoever looks can do now, amending included.
    package let possible: [ReportAct]
    /// Whether a patient reads their own.
    package let isOwn: Bool
    /// What the knowledge in force says of the findings that the draft tells; nil for whoever cannot fill it, and where the node keeps none.
    package let evidence: EvidenceProposal?
    /// What the person's analyses in the case looked at along the genome.
    package let survey: [SurveyedCallSet]
}

/// Shows a version of a report, where law, policy and the person let the actor see it. A patient sees what is, or has been, signed.
package struct ShowReport: Sendable {
    package let node: RunningNode
    package let region: RegionCode
    package let actor: Actor
    package let purpose: Purpose
    package let report: String
    /// Nil for the one that a reader sees first.
    package let number: Int?

    package init(
        node: RunningNode, region: RegionCode, actor: Actor, purpose: Purpose, report: String, number: Int? = nil
    ) {
        self.node = node
        self.region = region
        self.actor = actor
        self.purpose = purpose
        self.report = report
        self.number = number
    }

    /// Throws `ReportError`, `AdministrativeRefusal`.
    package func run() async throws -> ShownReport {
        let (partition, history, number) = try await opened()
        let document = try DescribeReport(partition: partition).document(
            history, number: number, codes: node.regulations.hierarchies)
        let may = { (act: AdministrativeAct) in
            AdministrativeRights.refusal(of: act, for: actor, purpose: purpose, in: region) == nil
        }
        let isLatest = document.version.number == history.latest?.number
        let possible =
            !isLatest
            ? []
            : ReportAct.allCases.filter { act in
                guard document.version.state.after(act) != nil else { return false }
                return act == .sign || act == .withdraw ? may(.signReport) : may(.prepareReport)
            }
        var findings: [ReportedFinding] = []
        if possible.contains(.fill) {
            let subject = history.subject
            findings = try GatherFindings(
                partition: partition, caseName: subject.caseName, laboratory: subject.laboratory, person: history.person
            ).run().values.sorted { $0.finding.identifier < $1.finding.identifier }
        }
        return ShownReport(
            document: document, findings: findings, possible: possible, isOwn: actor.role == .patient,
            evidence: possible.contains(.fill) ? try evidence(for: document, in: partition) : nil,
            survey: try survey(history, in: partition))
    }

    private func survey(_ history: ReportHistory, in partition: Partition) throws -> [SurveyedCallSet] {
        let subject = history.subject
        let callSets = try partition.records.callSets(ofCase: subject.caseName, laboratory: subject.laboratory)
        return try SurveyGenome(partition: partition, unit: actor.provider).run(
            callSets.filter { $0.record.person == history.person }, isReadingCalls: false)
    }

    private func evidence(for document: ReportDocument, in partition: Partition) throws -> EvidenceProposal? {
        guard let knowledge = node.knowledge else { return nil }
        let subject = document.history.subject
        let readings = try partition.records.interpretations(ofCase: subject.caseName, laboratory: subject.laboratory)
            .filter { $0.findings.contains { $0.pseudonym == document.history.person } }
        return try FindEvidence(desk: knowledge, partition: partition, purpose: purpose).run(
            document.content.findings.map(\.finding), of: document.history.person, readings: readings.map(\.history),
            callSets: try partition.records.callSets(ofCase: subject.caseName, laboratory: subject.laboratory),
            lacking: document.content.notExamined)
    }

    /// The bytes of the document as it was given out. Throws `ReportError.noDocument` for a version that is not signed.
    package func file(_ language: Language) async throws -> [UInt8] {
        let (partition, history, number) = try await opened()
        guard let shown = number ?? history.current?.number ?? history.latest?.number,
            let file = try partition.records.file(of: report, number: shown, language)
        else { throw ReportError(.noDocument, place: "version") }
        return try partition.files.bytes(of: file.sha256)
    }

    private func opened() async throws -> (Partition, ReportHistory, Int?) {
        guard let partition = node.partitions[region], let history = try partition.records.report(named: report) else {
            throw ReportError(.unknown, place: "report")
        }
        try await ReportAccess(
            partition: partition, law: node.regulations.law, actor: actor, purpose: purpose, act: .readReport
        ).check(history.person, process: "report show", reference: report, changes: false)
        guard actor.role == .patient else { return (partition, history, number) }
        let issued = history.versions.filter { $0.signature != nil }
        let asked = number.map { wanted in issued.first { $0.number == wanted } } ?? issued.last
        guard let asked else { throw ReportError(.unknown, place: "report") }
        return (partition, history, asked.number)
    }
}
