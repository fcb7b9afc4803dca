import Foundation
import Operations
import Records
import StructuredText
import Testing
import VariantStorage

@Suite("Every failure of the intake")
struct IntakeFailureTests {
    @Test("Each code has a row in docs/intake.md and a case here, at the same step")
    func table() throws {
        let path = IntakeBench.repository.appendingPathComponent("docs/intake.md")
        let rows = try IntakeFailureTests.rows(String(contentsOf: path, encoding: .utf8), after: "## Failures")
        let documented = Dictionary(rows.map { ($0[0], $0[1]) }, uniquingKeysWith: { $0 + " twice " + $1 })
        let tested = Dictionary(
            FailureCase.all.map { ($0.code.rawValue, $0.step.rawValue) }, uniquingKeysWith: { $0 + " twice " + $1 })
        #expect(documented == tested)
        #expect(Set(tested.keys) == Set(IntakeFailure.Code.allCases.map(\.rawValue)))
        for row in rows { #expect(row.count == 5 && row.allSatisfy { !$0.isEmpty }, "\(row)") }
    }

    @Test("The steps, points and warnings of the documentation are those of the program")
    func names() throws {
        let text = try String(contentsOf: IntakeBench.repository.appendingPathComponent("docs/intake.md"), encoding: .utf8)
        #expect(IntakeFailureTests.rows(text, after: "## Steps").map { $0[0] } == IntakeStep.allCases.map(\.rawValue))
        #expect(
            Set(IntakeFailureTests.rows(text, after: "## Crashes").map { $0[0] }) == Set(IntakePoint.allCases.map(\.rawValue)))
        #expect(
            Set(IntakeFailureTests.rows(text, after: "## Warnings").map { $0[0] })
                == Set(SubmissionReceipt.Warning.Kind.allCases.map(\.rawValue)))
    }

    /// The cells of the first table after a heading, without backticks.
    static func rows(_ text: String, after heading: String) -> [[String]] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).drop { $0 != heading }.dropFirst()
        let table = lines.drop { !$0.hasPrefix("|") }.prefix { $0.hasPrefix("|") }.dropFirst(2)
        return table.map { line in
            line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false).map {
                $0.replacing("`", with: "").trimmingCharacters(in: .whitespaces)
            }
        }
    }

    @Test(
        "What fails says what and how to mend it, lies whole in quarantine, and changed nothing else",
        arguments: FailureCase.all + FailureCase.ofNamingFiles)
    func failure(_ failing: FailureCase) async throws {
        if failing.code == .sharedBinaryFile, !Shell.has("bcftools") { return }
        let bench = try await IntakeBench()
        let draft = try await failing.make(bench)
        let manifest = try bench.write(draft)
        let folder = String(manifest.dropLast("/manifest.json".count))
        try failing.spoil(folder)
        let partition = try await bench.open()
        let before = try PartitionContent(partition)
        let events = try partition.submissionEvents().count
        let sent = try draft.files.keys.filter { !failing.absent.contains($0) }
            .map { ($0, try Data(contentsOf: URL(fileURLWithPath: folder + "/" + $0))) }

        let receipt = try await SubmitCallSets(partition: partition, manifest: manifest).run()
        let failure = try #require(receipt.failure, "\(receipt.state)")
        #expect(failure.code == failing.code, "\(failure)")
        #expect(failure.step == failing.step)
        for text in [failure.message, failure.remedy] {
            #expect(!text.sv.isEmpty && !text.en.isEmpty && text.sv != text.en, "\(text)")
        }
        try expectSetAside(partition, receipt, draft, sent)
        if !failing.withheld.isEmpty {
            let number = try IntakeBench.number(5)
            let found = try Shell.run("grep -rlaF -- '\(number)' '\(partition.layout.directory)' || true").output
            #expect(found.isEmpty, "\(found)")
            let names = Set(listDirectory(partition.layout.quarantine(receipt.submission)))
            #expect(names.isDisjoint(with: failing.withheld))
            #expect(receipt.files.contains { $0.name == "calls.vcf" && $0.sha256.utf8.count == 64 })
        }
        #expect(try PartitionContent(partition) == before)
        #expect(try partition.submissionEvents().count == events + 1)

        // Once more, as it lies in quarantine: the same failure, another event, and still nothing else.
        let again = try await SubmitCallSets(partition: partition, manifest: manifest).run()
        #expect(again.submission == receipt.submission && again.failure?.code == failing.code)
        try expectSetAside(partition, again, draft, sent)
        #expect(try PartitionContent(partition) == before)
        #expect(try partition.submissionEvents().count == events + 2)
        #expect(try await VerifyPartition(partition: partition).run().faults.map { "\($0)" } == [])
    }

    private func expectSetAside(
        _ partition: Partition, _ receipt: SubmissionReceipt, _ draft: SubmissionDraft, _ sent: [(String, Data)]
    ) throws {
        #expect(receipt.state == .quarantined)
        #expect(try partition.records.submission(id: receipt.submission)?.state == .quarantined)
        let aside = partition.layout.quarantine(receipt.submission)
        for (name, bytes) in sent {
            #expect(
                (try? Data(contentsOf: URL(fileURLWithPath: aside + "/" + name))) == bytes, "\(name) is not whole in quarantine")
        }
        let names = Set(listDirectory(aside))
        #expect(names.isSuperset(of: ["manifest.redacted.json", "RECEIPT.sv.txt", "RECEIPT.en.txt"]))
        #expect(!names.contains { $0.hasSuffix(".partial") })
        #expect(try partition.identity.openManifest(of: receipt.submission)?.starts(with: draft.bytes.prefix(1 << 20)) == true)
        #expect(fileLength(partition.layout.receipts + "/\(receipt.submission).json") != nil)
    }

    @Test("Folders and pipes in place of a file are refused without waiting for them", arguments: ["mkdir", "mkfifo"])
    func notFiles(command: String) async throws {
        let bench = try await IntakeBench()
        let manifest = try bench.write(SubmissionDraft.panel(1))
        let file = manifest.replacing("manifest.json", with: "calls.vcf")
        try Shell.run("rm '\(file)' && \(command) '\(file)'")
        let receipt = try await SubmitCallSets(partition: bench.open(), manifest: manifest).run()
        #expect(receipt.failure?.code == .fileNotRegular)
    }

    @Test(
        "A file name that leads elsewhere is refused in the manifest",
        arguments: ["../calls.vcf", "/etc/hostname", "..", ".", "", "a/b.vcf", ".hidden", "a\u{0}b", "a\\..\\b", "manifest.json"])
    func traversal(name: String) async throws {
        let bench = try await IntakeBench()
        var draft = try SubmissionDraft.panel(1)
        draft["files.0.name"] = JSONValue(name)
        draft["callSets.0.file"] = JSONValue(name)
        let receipt = try await bench.submit(draft)
        #expect(receipt.failure?.code == .manifestInvalid)
    }
}
