package import AccessModel
package import ClinicalModel
internal import Records
package import ReportModel
internal import StructuredText

/// Signs a reviewed report: locks the versions of the interpretations that are in force at that moment, keeps what it cites, and the documents as
/// they are given out.
package struct SignReport: Sendable {
    package let node: RunningNode
    package let region: RegionCode
    package let actor: Actor
    package let purpose: Purpose
    package let report: String

    package init(node: RunningNode, region: RegionCode, actor: Actor, purpose: Purpose, report: String) {
        self.node = node
        self.region = region
        self.actor = actor
        self.purpose = purpose
        self.report = report
    }

    /// Throws `ReportError`, `ReportRefusal`, `AdministrativeRefusal`. The documents are durable before the signature is.
    package func run() async throws -> ReportHistory {
        let change = try ChangeReport(node: node, region: region, actor: actor, purpose: purpose, report: report)
        try await change.check(.signReport, process: "report sign")
        guard let content = change.history.open?.content else { throw ReportRefusal(.wrongState) }
        let locked = try lock(content, change)
        let step = ReportStep(.sign, by: actor, at: change.partition.now())
        // What will be signed, as it will be; refused before anything is made of it.
        let signed = try change.history.after(step, content: locked, by: change.template, rule: .usual)
        guard let printing = node.printing else { throw ReportError(.rendererMissing, place: "document") }
        let document = try DescribeReport(partition: change.partition).document(
            signed, number: nil, codes: node.regulations.hierarchies)
        var printed: [Language: [UInt8]] = [:]
        for language in Language.allCases { printed[language] = try await printing(document, language) }
        // A destruction removes files that no row names: none is to come between a file and its row.
        return try await change.partition.changing {
            let files = try printed.mapValues {
                ReportFile(sha256: try change.partition.files.keep($0), bytes: $0.count)
            }
            return try change.take(step, content: locked, files: files)
        }
    }

    /// The content with the interpretations as they are now. A finding that the case has no longer stays as it was, and is told as one whose
    /// interpretation is not signed.
    private func lock(_ content: ReportContent, _ change: ChangeReport) throws -> ReportContent {
        let subject = change.history.subject
        let known = try GatherFindings(
            partition: change.partition, caseName: subject.caseName, laboratory: subject.laboratory, person: change.history.person
        ).run()
        var locked = content
        locked.findings = content.findings.map { reported in
            guard let now = known[reported.finding.identifier] else { return reported }
            return ReportedFinding(finding: now.finding, interpretation: now.interpretation, counts: reported.counts)
        }
        return locked
    }
}
