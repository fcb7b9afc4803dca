internal import AccessModel
internal import ClinicalModel
internal import Records
internal import ReportModel
internal import StructuredText

/// A report that is about to be changed, with what every act on it needs.
struct ChangeReport {
    let node: RunningNode
    let partition: Partition
    let actor: Actor
    let purpose: Purpose
    let history: ReportHistory
    let template: ReportTemplate

    /// Throws `ReportError.unknown`.
    init(node: RunningNode, region: RegionCode, actor: Actor, purpose: Purpose, report: String) throws {
        guard let partition = node.partitions[region], let history = try partition.records.report(named: report),
            let template = try partition.records.template(history.template, version: history.templateVersion)
        else { throw ReportError(.unknown, place: "report") }
        self.node = node
        self.partition = partition
        self.actor = actor
        self.purpose = purpose
        self.history = history
        self.template = template
    }

    func check(_ act: AdministrativeAct, process: String) async throws {
        try await ReportAccess(
            partition: partition, law: node.regulations.law, actor: actor, purpose: purpose, act: act
        ).check(history.person, process: process, reference: history.identifier, changes: true)
    }

    /// Takes a step on the report as it stands now; `ReportError.changedMeanwhile` where it is not as it was read.
    func take(
        _ step: ReportStep, content: ReportContent? = nil, files: [Language: ReportFile] = [:]
    ) throws -> ReportHistory {
        try change(files: files, citations: files.isEmpty ? [] : content?.citations ?? []) {
            try $0.after(step, content: content, by: template, rule: .usual)
        }
    }

    func change(
        files: [Language: ReportFile] = [:], citations: [ReportCitation] = [],
        _ make: (ReportHistory) throws -> ReportHistory
    ) throws -> ReportHistory {
        try partition.records.changeReport(history.identifier, files: files, citations: citations) { now in
            guard now == history else { throw ReportError(.changedMeanwhile, place: "report") }
            return try make(now)
        }
    }
}
