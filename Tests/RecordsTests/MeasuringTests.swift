import AccessModel
import ClinicalModel
import Foundation
import GRDB
import Records
import StructuredText
import Testing

/// Figures on the machine at hand, held against what the partition promises. Only with `SAMSYN_MEASURE=1` (`make bench-partitions`): they take a minute.
@Suite(
    "Measured", .serialized, .enabled(if: ProcessInfo.processInfo.environment["SAMSYN_MEASURE"] == "1", "needs SAMSYN_MEASURE=1"))
struct MeasuringTests {
    private func seconds(_ body: () async throws -> Void) async rethrows -> Double {
        let start = ContinuousClock.now
        try await body()
        return (ContinuousClock.now - start) / .seconds(1)
    }

    private func sync(_ mode: String, _ records: RecordsDatabase) throws {
        try records.database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = \(mode)") }
    }

    @Test("64 callers append one event at a time: 500 answers a second and more")
    func appends() async throws {
        let directory = try TemporaryDirectory()
        let ledger = try LedgerTests.open(directory)
        let time = try await seconds {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for caller in 0..<64 {
                    group.addTask {
                        for number in 0..<200 { try await ledger.append(LedgerTests.event(caller * 1000 + number)) }
                    }
                }
                try await group.waitForAll()
            }
        }
        let alone = try await seconds { for number in 0..<200 { try await ledger.append(LedgerTests.event(number)) } }
        print("ledger: \(Int(64 * 200 / time)) appends/s by 64 callers, \(Int(200 / alone))/s by one")
        #expect(64 * 200 / time >= 500)
    }

    @Test("A million events are verified in less than ten seconds")
    func verifying() async throws {
        let directory = try TemporaryDirectory()
        let ledger = try LedgerTests.open(directory)
        let patients = try (1...1000).map { try Example.pseudonym($0) }
        let writing = try await seconds {
            for batch in 0..<100 {
                try await ledger.append(
                    (0..<10_000).map { LedgerTests.event(batch * 10_000 + $0, patients: [patients[$0 % 1000]]) })
            }
        }
        var verification: LedgerVerification?
        let verifying = try await seconds { verification = try ledger.verify() }
        #expect(verification?.isWhole == true)
        print("ledger: 1,000,000 events with a patient each written in \(writing) s, verified in \(verifying) s")
        #expect(verifying < 10)
    }

    @Test("Cohort facts of 10,000 people with 12,000 call sets, and a panel submission accepted")
    func facts() async throws {
        let directory = try TemporaryDirectory()
        let records = try RecordsDatabase(path: directory.path("records.sqlite"))
        try Example.prepare(records)
        for number in 1...10_000 {
            // Not synced one by one: only the last hundred are measured.
            if number == 1 { try sync("OFF", records) }
            try Example.submit(number, to: records)
        }
        for number in 1...2000 {
            _ = try records.receive(Example.submission(10_000 + number))
            try records.accept(
                AcceptedSubmission(
                    submission: Example.submissionName(10_000 + number),
                    callSets: [Example.callSet("again\(number)", of: number, specimen: "s\(number)")], steps: [], receipt: [:]))
        }
        try sync("FULL", records)
        var facts: [Double] = []
        for _ in 0..<5 {
            var callSets = 0
            facts.append(try await seconds { callSets = try records.cohortFacts().callSets.count })
            #expect(callSets == 12_000)
        }
        let accepting = try await seconds { for number in 20_001...20_100 { try Example.submit(number, to: records) } }
        print("records: cohortFacts \(facts.sorted()[2] * 1000) ms; received and accepted in \(accepting / 100 * 1000) ms")
    }

    @Test("Identity numbers resolved, one by one and together")
    func identities() async throws {
        let directory = try TemporaryDirectory()
        let identities = try IdentityDatabase.create(path: directory.path("identity.sqlite"), key: RegionKey())
        let today = try Example.date("2026-11-21")
        let format = try #require(ReserveNumberFormat("R99999999"))
        let numbers = try (0..<10_000).map {
            try IdentityNumber.parse("R\(10_000_000 + $0)", reserveFormats: [format], today: today)
        }
        let alone = try await seconds { for number in numbers[..<500] { _ = try identities.resolve(number) } }
        let together = try await seconds { _ = try identities.resolve(numbers) }
        let known = try await seconds { for number in numbers { _ = try identities.resolve(number) } }
        print(
            "identities: \(Int(500 / alone))/s new one by one, \(Int(9500 / together))/s new together, \(Int(10_000 / known))/s known"
        )
    }
}
