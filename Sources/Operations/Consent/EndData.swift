internal import AccessModel
package import ClinicalModel
internal import GenomeModel
package import Records
internal import StructuredText
internal import VariantFormats
internal import VariantStorage

/// Ends data about a person by one of four acts that are never mixed. Each says which decision it rests on, and proves itself before it is done.
///
/// *Stop using*: nothing counts it any more, and it leaves the index. *Stop showing*: it stays in use inside the unit that is answerable for it.
/// *Delete copy*: copies made for studies and registers go. *Destroy*: everything goes, but the ledger's own events. The clinical record
/// is whole after the first three (PDL 3 kap. 17 §).
package struct EndData: Sendable {
    package let partition: Partition
    package let person: Pseudonym
    package let act: Ending.Act
    /// The decision's reference.
    package let decision: String
    /// For *delete copy*: the project or register; nil for every copy.
    package var copyReference: String?
    package let actor: String

    package init(partition: Partition, person: Pseudonym, act: Ending.Act, decision: String, actor: String) {
        self.partition = partition
        self.person = person
        self.act = act
        self.decision = decision
        self.actor = actor
    }

    /// What was found when the act was proved: empty where it holds.
    package func run() async throws -> [EndingFault] {
        guard try partition.records.person(person) != nil else { throw PartitionError(.unknownPerson, place: "person") }
        return try await partition.changing {
            let names = try partition.records.callSets(of: person).map(\.record.name)
            let now = partition.now()
            switch act {
            case .stopUsing:
                _ = try partition.records.stopUsing(person, decision: decision, time: now)
                try EraseFromIndex(partition: partition).run()
            case .stopShowing: _ = try partition.records.stopShowing(person, decision: decision, time: now)
            case .deleteCopy: try deleteCopies(now)
            case .destroy:
                // First, so that the ledger knows of it though it be interrupted, and `verify` can prove what was finished later.
                try await log(names, now, proved: "ordered")
                try DestroyPerson(partition: partition, person: person, decision: decision, time: now).run()
            }
            let faults = try ProveEnding(partition: partition, person: person, act: act, callSets: names).run()
            try await log(names, now, proved: faults.isEmpty ? "yes" : "no")
            return faults
        }
    }

    private func log(_ names: [String], _ now: Timestamp, proved: String) async throws {
        _ = try await partition.ledger.append(
            AuditEvent(
                time: now, act: .ending, actor: actor, role: Actor.Role.dataSteward.rawValue, process: "person end",
                patients: [person], returned: names.count, reference: decision,
                detail: ["act": act.rawValue, "proved": proved, "callSets": names.joined(separator: " ")]))
    }

    private func deleteCopies(_ now: Timestamp) throws {
        let copies = try partition.records.copies(of: person).filter {
            $0.deleted == nil && (copyReference == nil || $0.reference == copyReference)
        }
        guard !copies.isEmpty else { throw PartitionError(.unknownCopy, place: copyReference ?? "person") }
        for copy in copies { try partition.fileSystem.remove(partition.layout.directory + "/" + copy.path) }
        for directory in Set(copies.map { $0.path.split(separator: "/").dropLast().joined(separator: "/") }) {
            try partition.fileSystem.syncDirectory(partition.layout.directory + "/" + directory)
        }
        _ = try partition.records.deleteCopies(person, copies: copies.map(\.id), decision: decision, time: now)
    }
}
