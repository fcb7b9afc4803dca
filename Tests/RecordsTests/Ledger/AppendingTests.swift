import ClinicalModel
import Foundation
import GRDB
import Records
import Testing

/// Processes that append at once, and processes that are killed while they do.
@Suite("Appending from several processes", .serialized)
struct AppendingTests {
    /// Appends in a process of its own; each number goes to the file `acknowledged` only when `append` has returned it. Where `killAfter` is set
    /// the process is killed that many microseconds after its first event.
    private static func child(_ path: String, _ acknowledged: String, events: Int, killAfter: Int?) async throws {
        let ledger = try Ledger.open(path: path, secret: LedgerTests.secret)
        _ = FileManager.default.createFile(atPath: acknowledged, contents: nil)
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: acknowledged))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for lane in 0..<4 {
                group.addTask {
                    for number in 0..<events / 4 {
                        let patients = number % 3 == 0 ? [try Example.pseudonym(number + 1)] : []
                        let seq = try await ledger.append(LedgerTests.event(lane * 10_000 + number, patients: patients))
                        file.write(Data("\(seq)\n".utf8))
                        if let killAfter, lane == 0, number == 0 {
                            DispatchQueue.global().asyncAfter(deadline: .now() + .microseconds(killAfter)) {
                                kill(getpid(), SIGKILL)
                            }
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        if killAfter != nil { try await Task.sleep(for: .seconds(60)) }
    }

    private static func numbers(_ path: String) throws -> [Int] {
        // The last line may be cut, then it ends without a line break and nobody relied on it.
        let text = try String(contentsOfFile: path, encoding: .utf8)
        return text.prefix(through: text.lastIndex(of: "\n") ?? text.startIndex).split(separator: "\n").compactMap { Int($0) }
    }

    private static func appendInChild(_ path: String, _ acknowledged: String, events: Int) async {
        await #expect(processExitsWith: .success) {
            [path = path as String, acknowledged = acknowledged as String, events = events as Int] in
            try await AppendingTests.child(path, acknowledged, events: events, killAfter: nil)
        }
    }

    @Test("Two processes that append at once keep one chain, and each is told its own numbers")
    func twoProcesses() async throws {
        let directory = try TemporaryDirectory()
        let ledger = try LedgerTests.open(directory)
        let (one, two) = (directory.path("one"), directory.path("two"))
        async let first: Void = Self.appendInChild(ledger.path, one, events: 200)
        async let second: Void = Self.appendInChild(ledger.path, two, events: 200)
        _ = await (first, second)
        #expect(try (Self.numbers(one) + Self.numbers(two)).sorted() == Array(1...400))
        #expect(try ledger.verify() == LedgerVerification(events: 400, first: 1, last: 400, isHeadChecked: true, fault: nil))
    }

    private static let moments: [Int] =
        ProcessInfo.processInfo.environment["SAMSYN_SOAK"] == "1" ? (0..<200).map { $0 * 500 } : [0, 900, 4000, 15_000, 60_000]

    @Test("Killed at any moment, what was acknowledged is there, and the next process goes on", arguments: moments)
    func killed(microseconds: Int) async throws {
        let directory = try TemporaryDirectory()
        let ledger = try LedgerTests.open(directory)
        try await ledger.append(LedgerTests.event(0))
        let acknowledged = directory.path("acknowledged")
        await #expect(processExitsWith: .signal(SIGKILL)) {
            [path = ledger.path as String, acknowledged = acknowledged as String, microseconds = microseconds as Int] in
            try await AppendingTests.child(path, acknowledged, events: 40_000, killAfter: microseconds)
        }
        let numbers = try Self.numbers(acknowledged)
        #expect(!numbers.isEmpty)
        let reopened = try LedgerTests.open(directory)
        let verification = try reopened.verify()
        #expect(verification.isWhole && verification.isHeadChecked)
        #expect(try verification.last >= #require(numbers.max()))
        #expect(Set(numbers).count == numbers.count)
        #expect(try await reopened.append(LedgerTests.event(1)) == verification.last + 1)
        #expect(try await ledger.append(LedgerTests.event(2)) == verification.last + 2)
        #expect(try ledger.verify().isWhole)
    }
}
