import AccessModel
import Foundation
import GenomeModel
import Operations
import Records
import StructuredText
import Testing
import VariantStorage

@Suite("The kinds of submission")
struct SubmissionKindTests {
    @Test("The same content again is the same submission, with the same receipt and nothing counted twice")
    func twice() async throws {
        let bench = try await IntakeBench()
        let partition = try await bench.open()
        var draft = try SubmissionDraft.panel(1)
        let first = try await bench.submit(draft, to: partition)
        #expect(first.state == .available, "\(String(describing: first.failure))")
        draft.raw = Array(draft.manifest.canonicalText.utf8)
        #expect(try await bench.submit(draft, to: partition) == first)
        #expect(try partition.carriers(1000) == ["C1-G"])
        #expect(try partition.submissionEvents().count == 1)
    }

    @Test("A mended manifest takes the place of the one in quarantine, with the files that lie there")
    func resubmission() async throws {
        let bench = try await IntakeBench()
        let partition = try await bench.open()
        var draft = try SubmissionDraft.panel(1)
        draft["callSets.0.metrics.0.value"] = 1
        let failed = try await bench.submit(draft, to: partition)
        #expect(failed.state == .quarantined)
        draft["callSets.0.metrics.0.value"] = 250
        draft["kind"] = "resubmission"
        draft["resubmits"] = JSONValue(failed.submission)
        draft.files = [:]
        let mended = try await bench.submit(draft, to: partition)
        #expect(mended.state == .available, "\(String(describing: mended.failure))")
        #expect(try partition.records.submission(id: failed.submission)?.state == .superseded)
        #expect(try partition.carriers(1000) == ["C1-G"])
        #expect(listDirectory(partition.layout.quarantine(failed.submission)) == [])
        #expect(try partition.identity.submissionsWithManifest() == [])
        #expect(try await VerifyPartition(partition: partition).run().faults.map { "\($0)" } == [])
    }

    @Test("A file that was wrong and then right: the same manifest again is accepted, and quarantine is empty")
    func mendedFile() async throws {
        let bench = try await IntakeBench()
        let partition = try await bench.open()
        var draft = try SubmissionDraft.panel(1)
        let right = draft.files
        draft.files["calls.vcf"] = [1, 2, 3]
        let failed = try await bench.submit(draft, to: partition)
        #expect(failed.failure?.code == .fileSize)
        draft.files = right
        let again = try await bench.submit(draft, to: partition)
        #expect(again.submission == failed.submission && again.state == .available)
        #expect(listDirectory(partition.layout.quarantine(failed.submission)) == [])
        #expect(listDirectory(partition.layout.files).count == 2)
    }

    @Test("Two files of the same bytes both lie in quarantine, and both are released")
    func sameBytes() async throws {
        let bench = try await IntakeBench()
        let partition = try await bench.open()
        try await bench.submit(SubmissionDraft.panel(0), to: partition)
        var draft = try SubmissionDraft.panel(1)
        draft.put("report-1.txt", "ordered", role: "report")
        draft.put("report-2.txt", "ordered", role: "report")
        draft["callSets.0.metrics.0.value"] = 1
        let failed = try await bench.submit(draft, to: partition)
        let folder = bench.root.appendingPathComponent("released").path
        let names = try await ReleaseSubmission(
            partition: partition, submission: failed.submission, directory: folder, actor: "operator"
        ).run()
        #expect(Set(names) == Set(draft.files.keys).union(["manifest.json"]))
        for (name, bytes) in draft.files {
            #expect([UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))) == bytes, "\(name)")
        }
        #expect([UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/manifest.json"))) == draft.bytes)
        #expect(try partition.ledger.events(LedgerFilter(act: .recordRead, reference: failed.submission)).count == 1)
    }

    @Test("A re-analysis against the other assembly leaves nothing in the index of the first")
    func otherAssembly() async throws {
        let bench = try await IntakeBench()
        let partition = try await bench.open()
        var draft = try SubmissionDraft.panel(1)
        draft["assembly"] = "GRCh37"
        let length = "248956422"
        func against37(_ text: [UInt8]) -> String {
            String(decoding: text, as: UTF8.self).replacing(length, with: "249250621").replacing("156040895", with: "155270560")
        }
        draft.put("calls.vcf", against37(draft.files["calls.vcf"] ?? []))
        let first = try await bench.submit(draft, to: partition)
        #expect(first.state == .available, "\(String(describing: first.failure))")
        let second = try await bench.submit(SubmissionDraft.replacement(1, variant: 9), to: partition)
        #expect(second.state == .available, "\(String(describing: second.failure))")
        #expect(try partition.index(.grch37)?.callSetNames() == [])
        #expect(try partition.carriers(1000) == ["C1-G"])
    }

    @Test("Another accreditation of the same assay version is no other assay")
    func accreditation() async throws {
        let bench = try await IntakeBench()
        let partition = try await bench.open()
        try await bench.submit(SubmissionDraft.panel(0), to: partition)
        var draft = try SubmissionDraft.panel(1)
        draft["assay.accredited"] = true
        #expect(try await bench.submit(draft, to: partition).state == .available)
    }

    @Test("An addition joins the case that is known")
    func addition() async throws {
        let bench = try await IntakeBench()
        let partition = try await bench.open()
        try await bench.submit(SubmissionDraft.panel(1), to: partition)
        var draft = try SubmissionDraft.panel(1, variant: 9)
        draft["kind"] = "addition"
        draft["callSets.0.name"] = "C1-G2"
        #expect(try await bench.submit(draft, to: partition).state == .available)
        #expect(try partition.records.cohortFacts().people.count == 1)
        #expect(try partition.carriers(1000) == ["C1-G", "C1-G2"])
    }
}
