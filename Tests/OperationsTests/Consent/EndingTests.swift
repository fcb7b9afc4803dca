import AccessModel
import ClinicalModel
import Foundation
import GenomeModel
import Operations
import Questions
import Records
import StructuredText
import Synchronization
import TestSupport
import Testing
import VariantStorage

@Suite("Ending data about a person, by one of four acts")
struct EndingTests {
    /// A family of three in one file, and eight others.
    private func region() async throws -> TestRegion {
        let region = try await TestRegion.make("24", in: try Workspace())
        try await region.submit(
            "FAMILY",
            [
                Someone(number: 100, diagnoses: ["ICD10:F79.9"], genotypes: ["0/1", "0/1"]),
                Someone(number: 101, genotypes: ["0/0", "0/1"]), Someone(number: 102, genotypes: ["0/0", "0/0", "1/1"]),
            ], relations: true)
        try await region.submit("OTHERS", (0..<8).map { Someone(number: $0, genotypes: ["0/1"]) })
        // A name that begins like the one that goes.
        try await region.submit("LIKE", [Someone(number: 1001)])
        return region
    }

    private func end(_ region: TestRegion, _ someone: Int, _ act: Ending.Act) async throws -> [EndingFault] {
        try await EndData(
            partition: region.partition, person: try region.pseudonym(someone), act: act, decision: "D-1", actor: "test"
        ).run()
    }

    private func expectSound(_ region: TestRegion, endings: Int) async throws {
        let report = try await VerifyPartition(partition: region.partition).run()
        #expect(report.faults.isEmpty, "\(report.faults)")
        #expect(report.endings == endings)
    }

    @Test("Stop using: no question counts it, the index has it no more, the clinical record is whole")
    func stopUsing() async throws {
        let region = try await region()
        #expect(try await region.ownCount("all") == 12)
        #expect(try await end(region, 100, .stopUsing).isEmpty)
        #expect(try await region.ownCount("all") == 11)
        #expect(try await region.ownCount("carries \(TestRegion.variant(1))") == 1)
        #expect(try region.partition.index(.grch38)?.callSetNames().contains("C100") == false)
        #expect(try region.partition.records.diagnoses(of: try region.pseudonym(100)).count == 1)
        try await expectSound(try await region.reopened(), endings: 1)
    }

    @Test("Stop showing: the owner counts it, others do not")
    func stopShowing() async throws {
        let region = try await region()
        try await region.publish()
        try await region.publishPolicy()
        #expect(try await end(region, 100, .stopShowing).isEmpty)
        #expect(try await region.ownCount("all") == 12)
        let others = try await region.ask(try TestRegion.persona("statistiker"), .statistics, "all").answer
        #expect(others.count == 11)
        try await expectSound(region, endings: 1)
    }

    @Test("A copy of a call set that came without a sample's name is of the file's only sample, its structural calls among it")
    func copyOfOnlySample() async throws {
        let bench = try await IntakeBench()
        let partition = try await bench.open()
        var draft = try SubmissionDraft.panel(1).withAllCalls(1)
        draft["callSets.0.sample"] = nil
        let receipt = try await bench.submit(draft, to: partition)
        try #require(receipt.state == .available, "\(receipt.page(.en))")
        let person = try #require(try partition.records.cohortFacts().people.first?.person.pseudonym)
        func steward(_ name: String) -> Actor {
            Actor(
                identity: name, name: name, role: .dataSteward, region: partition.layout.region,
                provider: OrganisationCode("SE24-NUS"), careUnit: nil, purposes: [.laboratoryOperation])
        }
        let text = try AccessFiles.text("Examples/policy/24.yaml")
        _ = try await PublishPolicy(partition: partition, actor: steward("one")).propose(text, file: "test")
        _ = try await PublishPolicy(partition: partition, actor: steward("two")).publish(
            try #require(OrganisationCode("SE24-NUS")))
        let asker = try TestRegion.persona("forskare-uppsala")
        try partition.records.register(
            ProjectApproval(
                registration: "2026-9", title: "A study", approvedFrom: try #require(CivilDate("2026-01-01")),
                approvedTo: try #require(CivilDate("2027-12-31")), regions: [partition.layout.region],
                dataKinds: ["clinical", "genomic"], people: [asker.identity], requiresConsent: false))
        let outcome = try await ReleaseCopy(
            partition: partition, law: try AccessFiles.law(), actor: asker, purpose: .research, person: person,
            reference: "2026-9", date: TestRegion.today
        ).run()
        guard case .released(let paths) = outcome, paths.count == 2 else {
            Issue.record("\(outcome)")
            return
        }
        for path in paths {
            let header = try Shell.run("zcat '\(partition.layout.directory)/\(path)' | grep -m1 '^#CHROM'").output
            #expect(header.contains("\tp-") && !header.contains("S1"))
        }
        #expect(paths[1].hasSuffix("-structural.vcf.gz"))
        let events = try Shell.run("zcat '\(partition.layout.directory)/\(paths[1])' | grep -v '^#'").output
        #expect(events.contains("SVTYPE=BND") && events.contains("SVTYPE=DEL"))
        // Each has its record, by which it is deleted.
        #expect(Set(try partition.records.copies(of: person).map(\.path)) == Set(paths))
    }

    @Test("A copy is made under the project's own name, recorded and logged, and deleted without touching the record")
    func copies() async throws {
        let region = try await region()
        try await region.publishPolicy()
        let asker = try TestRegion.persona("forskare-uppsala")
        let person = try region.pseudonym(100)
        let number = "2025-01234-01"
        func copy() async throws -> ReleaseCopy.Outcome {
            try await ReleaseCopy(
                partition: region.partition, law: try AccessFiles.law(), actor: asker, purpose: .research, person: person,
                reference: number, date: TestRegion.today
            ).run()
        }
        guard case .refused = try await copy() else {
            Issue.record("A copy was made without an approval")
            return
        }
        try region.partition.records.register(
            ProjectApproval(
                registration: number, title: "A study", approvedFrom: try #require(CivilDate("2026-01-01")),
                approvedTo: try #require(CivilDate("2027-12-31")), regions: [region.code], dataKinds: ["clinical", "genomic"],
                people: [asker.identity], requiresConsent: true))
        guard case .refused = try await copy() else {
            Issue.record("A copy was made without the person's consent")
            return
        }
        _ = try await StateConsent(
            partition: region.partition, law: try AccessFiles.law(), person: person, kind: .study, study: number, isGiven: true,
            from: TestRegion.today, giver: .patient, recorder: "test"
        ).run()
        guard case .released(let paths) = try await copy(), let path = paths.first else {
            Issue.record("The copy was refused")
            return
        }
        #expect(paths.count == 1)
        let file = region.layout.directory + "/" + path
        let text = try Shell.run("zcat '\(file)'").output
        let copies = try region.partition.records.copies(of: person)
        let name = try #require(copies.first?.projectPseudonym)
        #expect(copies.count == 1 && text.contains("\tFORMAT\t\(name)\n"))
        for trace in ["S100", "S101", "S102", "C100", person.text] { #expect(!text.contains(trace) && !path.contains(trace)) }
        #expect(text.split(separator: "\n").contains { $0.hasPrefix("1\t1000000\t") && $0.hasSuffix("0/1") })
        // What only the father has is not in it.
        #expect(!text.contains("1/1"))
        let event = try #require(try region.partition.ledger.events(LedgerFilter(patient: person, act: .recordRead)).last?.event)
        #expect(event.reference == number && event.decision == .record && event.actor == asker.identity)
        // The same copy again is the same copy.
        _ = try await copy()
        #expect(try region.partition.records.copies(of: person).count == 1)

        #expect(try await end(region, 100, .deleteCopy).isEmpty)
        #expect(!FileManager.default.fileExists(atPath: file))
        #expect(try region.partition.records.copies(of: person).allSatisfy { $0.deleted != nil })
        #expect(try await region.ownCount("all") == 12)
        await #expect(throws: PartitionError.self) { try await end(region, 100, .deleteCopy) }
        try await expectSound(region, endings: 1)
    }

    @Test("Destroy: no byte is left but the ledger's, and the relatives' records stay whole and usable")
    func destroy() async throws {
        let region = try await region()
        let person = try region.pseudonym(100)
        let submission = try #require(try region.partition.records.callSets(of: person).first?.submission)
        for trace in [person.text, "C100", "S100", "B100"] { #expect(!(try region.files(with: trace)).isEmpty, "\(trace)") }
        #expect(try await end(region, 100, .destroy).isEmpty)
        try expectGone(region, person)
        // Its variant of its own is gone with it, and the relatives' are there.
        #expect(try await region.ownCount("all") == 11)
        #expect(try await region.ownCount("carries \(TestRegion.variant(1))") == 1)
        let records = region.partition.records
        let row = try #require(try records.submission(id: submission))
        let manifest = try JSONReader.read(row.manifest)
        #expect(manifest["callSets"]?.array?.compactMap { $0["name"]?.string } == ["C101", "C102"])
        #expect(manifest["people"]?.array?.count == 2)
        let receipt = try JSONReader.read(try #require(row.receipt))
        #expect(receipt["callSets"]?.array?.count == 2)
        let file = try #require(try records.files(of: submission).first)
        #expect(manifest["files"]?.array?.first?["sha256"]?.string == file.sha256)
        let header = try Shell.run("zcat -f '\(region.layout.file(file.sha256))' | grep '^#CHROM'").output
        #expect(header.hasSuffix("\tFORMAT\tS101\tS102\n"))
        #expect(FileManager.default.fileExists(atPath: region.layout.receipts + "/\(submission).json"))
        // Each of the other acts still works on a relative.
        #expect(try await end(region, 101, .stopShowing).isEmpty)
        #expect(try await end(region, 101, .stopUsing).isEmpty)
        try await expectSound(try await region.reopened(), endings: 3)
        // The last of the family: then the whole submission goes.
        #expect(try await end(region, 101, .destroy).isEmpty)
        #expect(try await end(region, 102, .destroy).isEmpty)
        #expect(try records.files(of: submission).isEmpty)
        try await expectSound(try await region.reopened(), endings: 5)
    }

    @Test("What was destroyed does not come back when the same manifest is sent again")
    func sentAgain() async throws {
        let region = try await TestRegion.make("24", in: try Workspace())
        try await region.submit("A", [Someone(number: 100)])
        #expect(try await end(region, 100, .destroy).isEmpty)
        await #expect(throws: PartitionError.self) { try await region.submit("A", [Someone(number: 100)]) }
        #expect(try region.partition.records.person(try region.pseudonym(100)) == nil)
        try await expectSound(try await region.reopened(), endings: 1)
    }

    @Test("Interrupted anywhere, it is finished at the next opening")
    func interrupted() async throws {
        // The first act sets the mark that a change begins; before it nothing has been ordered.
        var point = 1
        let step = Soak.isOn ? 1 : 4
        while true {
            let region = try await region()
            let person = try region.pseudonym(100)
            let breaking = try await region.reopened(BreakingFileSystem.after(point))
            do {
                _ = try await end(breaking, 100, .destroy)
                // It came through: every point has been tried.
                #expect(point > 8)
                return
            } catch let error as StorageError {
                #expect(error.code == .system(call: "test", errno: EIO), "\(error)")
            }
            let later = try await region.reopened()
            try expectGone(later, person)
            #expect(try await later.ownCount("all") == 11)
            try await expectSound(later, endings: 1)
            point += step
        }
    }

    private func expectGone(_ region: TestRegion, _ person: Pseudonym) throws {
        #expect(try region.partition.records.person(person) == nil)
        for trace in [person.text, "C100\"", "S100\t", "\"B100\"", "person-100\""] {
            let found = try region.files(with: trace)
            #expect(found.isEmpty, "\(trace): \(found)")
        }
    }
}

/// The real file system until so many acts have been done; then every one fails, as when the machine stops.
enum BreakingFileSystem {
    static func after(_ count: Int) -> FileSystem { Counter().breaking(after: count) }

    private final class Counter: Sendable {
        private let done = Mutex(0)

        private func reach(_ limit: Int) throws(StorageError) {
            let place = done.withLock { value in
                value += 1
                return value
            }
            if place > limit { throw StorageError(.system(call: "test", errno: EIO), place: "test") }
        }

        func breaking(after limit: Int) -> FileSystem {
            let real = FileSystem.posix
            return FileSystem(
                createDirectory: { (path) throws(StorageError) in
                    try self.reach(limit)
                    try real.createDirectory(path)
                },
                create: { (path) throws(StorageError) in
                    try self.reach(limit)
                    return try real.create(path)
                },
                write: { (file, bytes) throws(StorageError) in
                    try self.reach(limit)
                    try real.write(file, bytes)
                },
                sync: { (file) throws(StorageError) in
                    try self.reach(limit)
                    try real.sync(file)
                },
                close: { real.close($0) },
                rename: { (source, target) throws(StorageError) in
                    try self.reach(limit)
                    try real.rename(source, target)
                },
                remove: { (path) throws(StorageError) in
                    try self.reach(limit)
                    try real.remove(path)
                },
                syncDirectory: { (path) throws(StorageError) in
                    try self.reach(limit)
                    try real.syncDirectory(path)
                })
        }
    }
}
