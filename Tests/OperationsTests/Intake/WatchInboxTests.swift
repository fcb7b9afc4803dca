import ClinicalModel
import Foundation
import Operations
import Records
import StructuredText
import Testing
import VariantStorage

@Suite("The watched inbox")
struct WatchInboxTests {
    /// A folder of the inbox whose files were written so many seconds ago.
    private func lay(_ bench: IntakeBench, _ draft: SubmissionDraft, _ folder: String, without missing: [String] = []) throws
        -> String
    {
        let path = bench.layout.inbox + "/" + folder
        _ = try bench.write(draft, in: path)
        for name in missing { try FileManager.default.removeItem(atPath: path + "/" + name) }
        try age(path, seconds: 0)
        return path
    }

    private func age(_ folder: String, seconds: Int) throws {
        let time = Date(timeIntervalSince1970: Double(IntakeBench.today.milliseconds / 1000 - seconds))
        for name in listDirectory(folder) where fileLength(folder + "/" + name) != nil {
            try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: folder + "/" + name)
        }
    }

    /// A line for what was found: the folder, then the code of the failure, the state, or why it waits.
    private func look(_ bench: IntakeBench) async throws -> [String] {
        try await WatchInbox(partition: bench.open()).run().map { finding in
            switch finding {
            case .submitted(let folder, let receipt):
                "\(folder) \(receipt.failure?.code.rawValue ?? receipt.state.rawValue)"
            case .waiting(let folder, let reason):
                reason.sv.isEmpty ? "" : "\(folder) waits: \(reason.en)"
            case .ignored(let name, let reason): "\(name) ignored: \(reason.en.prefix(12))"
            }
        }
    }

    @Test("Files before the manifest, the manifest before its files, and half-written ones: taken up when all are whole")
    func order() async throws {
        let bench = try await IntakeBench()
        let draft = try SubmissionDraft.panel(1)
        let folder = try lay(bench, draft, "one", without: ["manifest.json"])
        #expect(try await look(bench) == ["one waits: manifest.json has not arrived."])
        try Data(draft.bytes.prefix(40)).write(to: URL(fileURLWithPath: folder + "/manifest.json"))
        try age(folder, seconds: 0)
        #expect(try await look(bench) == ["one waits: manifest.json is not whole yet."])
        let other = try lay(bench, SubmissionDraft.panel(2), "two", without: ["calls.vcf"])
        try Data(draft.bytes).write(to: URL(fileURLWithPath: folder + "/manifest.json"))
        try Data((draft.files["calls.vcf"] ?? []).dropLast(9)).write(to: URL(fileURLWithPath: folder + "/calls.vcf"))
        try age(folder, seconds: 0)
        #expect(try await look(bench) == ["one waits: calls.vcf is not whole yet.", "two waits: calls.vcf has not arrived."])
        try Data(draft.files["calls.vcf"] ?? []).write(to: URL(fileURLWithPath: folder + "/calls.vcf"))
        #expect(try await look(bench) == ["one available", "two waits: calls.vcf has not arrived."])
        #expect(!FileManager.default.fileExists(atPath: folder) && FileManager.default.fileExists(atPath: other))
    }

    @Test("Right length and wrong bytes wait while the file is young, and are a fault when it has rested")
    func settling() async throws {
        let bench = try await IntakeBench()
        let folder = try lay(bench, SubmissionDraft.panel(1), "one")
        var bytes = try Data(contentsOf: URL(fileURLWithPath: folder + "/calls.vcf"))
        bytes[20] ^= 1
        try bytes.write(to: URL(fileURLWithPath: folder + "/calls.vcf"))
        try age(folder, seconds: 0)
        #expect(try await look(bench) == ["one waits: calls.vcf is not whole yet."])
        try age(folder, seconds: 120)
        #expect(try await look(bench) == ["one checksum"])
        #expect(!FileManager.default.fileExists(atPath: folder))
    }

    @Test("What never comes whole goes to quarantine after a day, what is no manifest after a minute")
    func patience() async throws {
        let bench = try await IntakeBench()
        let missing = try lay(bench, SubmissionDraft.panel(1), "missing", without: ["calls.vcf"])
        let short = try lay(bench, SubmissionDraft.panel(2), "short")
        try Data([1]).write(to: URL(fileURLWithPath: short + "/calls.vcf"))
        var draft = try SubmissionDraft.panel(3)
        draft.raw = Array("{".utf8)
        let broken = try lay(bench, draft, "broken")
        for folder in [missing, short] { try age(folder, seconds: 3600) }
        try age(broken, seconds: 120)
        #expect(
            try await look(bench) == [
                "broken manifest-invalid", "missing waits: calls.vcf has not arrived.",
                "short waits: calls.vcf is not whole yet.",
            ])
        for folder in [missing, short] { try age(folder, seconds: 25 * 3600) }
        #expect(try await look(bench) == ["missing file-missing", "short file-size"])
    }

    @Test("What nobody listed, and what cannot be taken in, is kept; and holds nobody up, however often it is sent")
    func unlisted() async throws {
        let bench = try await IntakeBench()
        for round in 1...2 {
            let folder = try lay(bench, SubmissionDraft.panel(1), "one")
            try Data("note".utf8).write(to: URL(fileURLWithPath: folder + "/note.txt"))
            #expect(try await look(bench) == ["one available"])
            #expect(listDirectory(bench.layout.inbox + "/.unlisted").count == round)
        }
        let folder = try lay(bench, SubmissionDraft.panel(2), "two", without: ["calls.vcf"])
        try FileManager.default.createDirectory(atPath: folder + "/calls.vcf", withIntermediateDirectories: false)
        #expect(try await look(bench) == ["two file-not-regular"])
        #expect(listDirectory(bench.layout.inbox) == [".unlisted"])
        let kept = listDirectory(bench.layout.inbox + "/.unlisted")
        #expect(kept.contains { listDirectory(bench.layout.inbox + "/.unlisted/" + $0) == ["calls.vcf"] })
    }

    @Test("A file that lies about its length beyond the limit is not removed with the folder")
    func tooLarge() async throws {
        let bench = try await IntakeBench()
        try bench.set("partition.yaml", to: "default-controller: SE24-NUS\nfile-limit-gib: 1\n")
        var draft = try SubmissionDraft.panel(1)
        draft["files.0.bytes"] = JSONValue(1 << 40)
        let folder = try lay(bench, draft, "one")
        try age(folder, seconds: 25 * 3600)
        #expect(try await look(bench) == ["one file-too-large"])
        let kept = listDirectory(bench.layout.inbox + "/.unlisted")
        #expect(kept.count == 1 && listDirectory(bench.layout.inbox + "/.unlisted/" + (kept.first ?? "")) == ["calls.vcf"])
    }

    @Test("Transfers under way are left alone, files and links beside the folders are said and left")
    func strangers() async throws {
        let bench = try await IntakeBench()
        for name in [".hidden", "one.part", "two.tmp"] { _ = try lay(bench, SubmissionDraft.panel(1), name) }
        try Data("x".utf8).write(to: URL(fileURLWithPath: bench.layout.inbox + "/a-file"))
        let elsewhere = bench.root.appendingPathComponent("elsewhere").path
        _ = try bench.write(SubmissionDraft.panel(2), in: elsewhere)
        try FileManager.default.createSymbolicLink(atPath: bench.layout.inbox + "/link", withDestinationPath: elsewhere)
        #expect(try await look(bench) == ["a-file ignored: Not a folder", "link ignored: Not a folder"])
        #expect(listDirectory(bench.layout.inbox).count == 5)
    }

    @Test("A crash between the durable submission and the emptied folder: the next look finds it known, and empties it")
    func crash() async throws {
        let bench = try await IntakeBench()
        _ = try lay(bench, SubmissionDraft.panel(1), "one")
        let partition = try await bench.open { point in if point == .auditMarked { throw SimulatedCrash() } }
        await #expect(throws: SimulatedCrash.self) { try await WatchInbox(partition: partition).run() }
        #expect(try await look(bench) == ["one available"])
        #expect(listDirectory(bench.layout.inbox) == [])
        #expect(try await bench.open().submissionEvents().count == 1)
    }
}
