import Foundation
import Operations
import Records
import Synchronization
import TestSupport
import Testing
import VariantStorage

@Suite("Several submitters at once, and readers beside them")
struct IntakeConcurrencyTests {
    /// What submitters and readers know of each other.
    private final class Tally: Sendable {
        private let people = Mutex(0)
        private let names = Mutex<Set<String>>([])
        private let done = Mutex(false)

        func nextPerson() -> Int {
            people.withLock { people in
                people += 1
                return people
            }
        }

        func accept(_ name: String) { _ = names.withLock { $0.insert(name) } }
        func end() { done.withLock { $0 = true } }
        var accepted: Set<String> { names.withLock { $0 } }
        var isDone: Bool { done.withLock { $0 } }
    }

    @Test("Nothing is lost, everything is counted once, and what a reader has seen it sees again")
    func submittersAndReaders() async throws {
        let bench = try await IntakeBench()
        let tally = Tally()
        // Two openings of the partition share nothing in the process, like two processes.
        let partitions = [try await bench.open(), try await bench.open()]
        let end = ContinuousClock.now + .seconds(Soak.isOn ? 60 : 3)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for submitter in 0..<4 {
                group.addTask {
                    let partition = partitions[submitter % 2]
                    repeat {
                        let person = tally.nextPerson()
                        let draft = try SubmissionDraft.panel(person)
                        let receipt = try await bench.submit(draft, to: partition)
                        #expect(receipt.state == .available, "\(String(describing: receipt.failure))")
                        tally.accept("C\(person)-G")
                        // The same again from elsewhere.
                        if person.isMultiple(of: 5) {
                            #expect(try await bench.submit(draft, to: partitions[1 - submitter % 2]) == receipt)
                        }
                    } while ContinuousClock.now < end
                }
            }
            for partition in partitions {
                group.addTask {
                    var seen = Set<String>()
                    while !tally.isDone {
                        let sure = tally.accepted
                        let carriers = try partition.carriers(1000)
                        let recorded = try partition.records.cohortFacts().callSets.map(\.name)
                        #expect(Set(carriers).count == carriers.count && Set(recorded).count == recorded.count)
                        #expect(sure.isSubset(of: carriers) && sure.isSubset(of: recorded))
                        #expect(seen.isSubset(of: recorded))
                        seen = Set(recorded)
                        try await Task.sleep(for: .milliseconds(5))
                    }
                }
            }
            for _ in 0..<4 { try await group.next() }
            tally.end()
            try await group.waitForAll()
        }
        let names = tally.accepted
        let partition = try await bench.open()
        #expect(names.count >= 4)
        #expect(try partition.carriers(1000) == names.sorted())
        #expect(try partition.submissionEvents().count == names.count)
        #expect(try await VerifyPartition(partition: partition).run().faults.map { "\($0)" } == [])
    }

    @Test("The same submission from eight senders at once is one")
    func sameAtOnce() async throws {
        let bench = try await IntakeBench()
        let draft = try SubmissionDraft.panel(1)
        let receipts = try await withThrowingTaskGroup(of: SubmissionReceipt.self) { group in
            for _ in 0..<8 { group.addTask { try await bench.submit(draft) } }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(receipts.count == 1)
        let partition = try await bench.open()
        #expect(try partition.carriers(1000) == ["C1-G"])
        #expect(try partition.submissionEvents().count == 1)
    }
}
