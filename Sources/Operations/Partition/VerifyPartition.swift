internal import AccessModel
internal import ClinicalModel
internal import GenomeModel
internal import Records
internal import StructuredText
internal import VariantStorage

/// Proves a whole partition: databases, identities, files, indexes, ledger, and every ending that was ordered; after finishing what was
/// interrupted. Cost: every byte is read once.
package struct VerifyPartition: Sendable {
    package struct Report: Sendable {
        package var people = 0
        package var callSets = 0
        package var submissions = 0
        package var quarantined = 0
        package var files = 0
        package var events = 0
        package var endings = 0
        /// Where, and what is wrong. Empty where all holds.
        package var faults: [(place: String, fault: String)] = []
    }

    package let partition: Partition

    package init(partition: Partition) { self.partition = partition }

    package func run() async throws -> Report {
        try await ReconcilePartition(partition: partition, isThorough: true).run()
        var report = Report()
        let records = partition.records
        report.faults += try records.faults().map { ("records.sqlite", $0) }
        report.faults += try partition.identity.faults().map { ("identity.sqlite", $0) }
        let facts = try records.cohortFacts()
        report.people = facts.people.count
        for fact in facts.people where try partition.identity.number(of: fact.person.pseudonym) == nil {
            report.faults.append(("identity.sqlite", "a person of the records has no identity."))
        }
        for submission in try records.submissions() {
            report.submissions += 1
            if submission.state == .quarantined { report.quarantined += 1 }
            if submission.state == .received {
                report.faults.append(
                    (submission.id, "it was received and is not through; it goes on when the partition is opened."))
            }
        }
        for sha256 in try records.filesInUse().sorted() {
            report.files += 1
            switch try partition.files.digest(of: sha256) {
            case .none: report.faults.append(("files/" + sha256, "the file is missing."))
            case .some(let found) where found != sha256: report.faults.append(("files/" + sha256, "the bytes have changed."))
            default: break
            }
        }
        let counted = try records.indexedCallSets()
        for assembly in Assembly.allCases {
            let expected = counted[assembly] ?? []
            report.callSets += expected.count
            guard let index = try partition.index(assembly) else {
                if !expected.isEmpty { report.faults.append(("variants/" + assembly.rawValue, "the index is missing.")) }
                continue
            }
            do throws(StorageError) {
                _ = try index.verify()
                try AnnotationStore(directory: partition.layout.annotations(assembly)).verify()
            } catch {
                report.faults.append(("variants/" + assembly.rawValue, error.description))
            }
            let present = index.callSetNames()
            let missing = expected.subtracting(present).count
            let surplus = present.subtracting(expected).count
            if missing > 0 {
                report.faults.append(
                    ("variants/" + assembly.rawValue, "\(missing) call sets of the records are not in the index."))
            }
            if surplus > 0 { report.faults.append(("variants/" + assembly.rawValue, "\(surplus) call sets are in no record.")) }
        }
        let ledger = try partition.ledger.verify()
        report.events = ledger.events
        if let fault = ledger.fault { report.faults.append(("audit.sqlite", fault.text.en)) }
        // A destruction stands in the ledger twice: ordered, and proved.
        var seen: Set<[String]> = []
        for event in try partition.ledger.events(LedgerFilter(act: .ending, limit: .max)).map(\.event) {
            guard let act = event.detail["act"].flatMap(Ending.Act.init), let person = event.patients.first,
                seen.insert([act.rawValue, person.text, event.reference ?? "", event.time.description]).inserted
            else { continue }
            report.endings += 1
            // Later acts are stricter: what was stopped and then destroyed is proved as destroyed.
            if act != .destroy, try records.person(person) == nil { continue }
            let names: [String]
            switch act {
            case .destroy: names = (event.detail["callSets"] ?? "").split(separator: " ").map(String.init)
            default: names = try records.callSets(of: person).map(\.record.name)
            }
            report.faults += try ProveEnding(partition: partition, person: person, act: act, callSets: names).run()
                .map { ("ending \(event.reference ?? "")", $0.description) }
        }
        _ = try await partition.ledger.append(
            AuditEvent(
                time: partition.now(), act: .verification, actor: "system", role: Actor.Role.system.rawValue,
                process: "partition verify", detail: ["faults": String(report.faults.count)]))
        return report
    }
}
