internal import AccessModel
internal import ClinicalModel
internal import Records
internal import ReportModel

extension ListWaiting {
    /// What waits in the own region's cases, of people whom the actor may see.
    func findings(_ partition: Partition) throws -> [WaitingTask] {
        let access = CaseAccess(partition: partition, law: node.regulations.law, actor: actor, purpose: purpose)
        return try recalls(partition, access) + conflicts(partition) + reports(partition, access) + decisions(partition)
    }

    private func recalls(_ partition: Partition, _ access: CaseAccess) throws -> [WaitingTask] {
        guard may(.handleRecalls) else { return [] }
        let waiting = try partition.records.recalls().filter { !$0.task.state.isOver }
        return [WaitingTask(kind: .recallToHandle, count: try access.openable(waiting).count)]
    }

    private func conflicts(_ partition: Partition) throws -> [WaitingTask] {
        guard may(.discussConflict), may(.seeClassifications) else { return [] }
        let open = try ListConflicts(partition: partition, actor: actor, purpose: purpose).run().filter {
            !$0.parties.isEmpty && [.open, .discussed].contains($0.state)
        }
        return [WaitingTask(kind: .conflictToDiscuss, count: open.count)]
    }

    private func reports(_ partition: Partition, _ access: CaseAccess) throws -> [WaitingTask] {
        guard may(.prepareReport) else { return [] }
        let open = try access.visible(partition.records.latestReports(limit: ListReports.limit)).compactMap { report in
            report.open.map { (report, $0) }
        }
        func task(_ kind: WaitingTask.Kind, _ waiting: [(ReportHistory, ReportVersion)]) -> WaitingTask {
            WaitingTask(
                kind: kind, count: waiting.count,
                examples: waiting.prefix(ListWaiting.shown).map { report, version in
                    WaitingTask.Example(
                        identifier: report.identifier, name: report.subject.caseName,
                        time: version.steps.last?.time ?? version.begun)
                })
        }
        let toSign = open.filter { _, version in
            version.state == .reviewed && !(version.review.map { actor.isSamePerson(as: $0.person) } ?? false)
        }
        return [
            task(.reportToFinish, open.filter { $0.1.state == .draft }), task(.reportToSign, may(.signReport) ? toSign : []),
        ]
    }

    private func decisions(_ partition: Partition) throws -> [WaitingTask] {
        guard may(.governInterpretations) else { return [] }
        let waiting = try partition.waitingProposalDecisions().filter { !actor.isSamePerson(as: $0.proposer) }
        return [WaitingTask(kind: .proposalDecisionToConfirm, count: waiting.count)]
    }
}
