internal import AccessModel
internal import ClinicalModel
internal import GenomeModel
internal import Questions
internal import Records
internal import ReportModel

/// Makes the tasks that a reclassification asks of a region: one for each of its own carriers, whom it finds in its index. Somebody who is
/// being recalled about the same variant in the same direction gets none again. The carriers leave the region in no form.
struct RecallCarriers: Sendable {
    let partition: Partition
    let change: Reclassification

    /// How many tasks are new.
    @discardableResult
    func run() async throws -> Int {
        guard let plan = partition.settings.recallRule?.plan(for: change) else { return 0 }
        let records = partition.records
        let under = Set(
            try records.recalls().map(\.task).filter {
                !$0.state.isOver && $0.change != change && $0.change.subject == change.subject
                    && $0.change.to.group == change.to.group
            }.map(\.carrier))
        let carriers = try RecallCarriers.carriers(of: change.subject.variant, in: partition).filter { !under.contains($0) }
        let made = try records.recall(plan, carriers: carriers, at: partition.now())
        guard made > 0, let number = try records.recalls().first(where: { $0.task.change == change })?.plan else { return 0 }
        _ = try await partition.ledger.append(
            AuditEvent(
                time: partition.now(), act: .recall, actor: Actor.Role.system.rawValue, role: Actor.Role.system.rawValue,
                process: "recall plan", purpose: .laboratoryOperation, patients: carriers, returned: made,
                reference: RecallReference.plan(number), detail: ["urgency": plan.urgency.rawValue]))
        return made
    }

    /// Who carries an inherited variant by the region's own calls, and whose data is still used; in the order of their pseudonyms.
    static func carriers(of identifier: VariantIdentifier, in partition: Partition) throws -> [Pseudonym] {
        guard let snapshot = try partition.cohorts.snapshot(of: partition.records) else {
            throw PartitionError(.damaged, place: partition.layout.records)
        }
        let index = try partition.indexes.index(identifier.assembly, in: partition.layout)
        let lookup = VariantLookup(partition: partition, assembly: identifier.assembly, snapshot: snapshot, index: index)
        var rows = try lookup.rows(carrying: identifier.variant)
        rows.subtract(snapshot.useStopped)
        let germline = rows.members.filter { snapshot.facts.callSets[$0].origin == .germline }
        return Set(germline.map { snapshot.facts.people[snapshot.facts.callSets[$0].person].person.pseudonym }).sorted()
    }
}
