import AccessModel
import ClinicalModel
import Foundation
import Operations
import Records
import StructuredText
import Testing

@Suite("Mending a submission where it lies")
struct MendSubmissionTests {
    private static func laboratory(_ region: String = "24") -> Actor {
        Actor(
            identity: "lab", name: "Lab", role: .bioinformatician, region: RegionCode(region), provider: nil,
            careUnit: nil, purposes: [.laboratoryOperation, .qualityFollowUp])
    }

    private func mending(
        _ submission: String, _ partition: Partition, _ actor: Actor? = nil, _ purpose: Purpose = .laboratoryOperation
    ) -> MendSubmission {
        MendSubmission(
            partition: partition, actor: actor ?? Self.laboratory(), purpose: purpose, submission: submission)
    }

    /// Begins and finishes it over HTTP's acts, without sending a file.
    private func send(_ manifest: JSONValue, _ partition: Partition) async throws -> SubmissionReceipt {
        guard case .begun(let session) = try BeginUpload(partition: partition, manifest: manifest).run() else {
            throw UploadError(.unknown)
        }
        return try await FinishUpload(partition: partition, id: session.id).run()
    }

    @Test("The draft has no identity number, the mended one has it again, and its files are those that lie in quarantine")
    func mended() async throws {
        let bench = try await IntakeBench()
        let partition = try await bench.open()
        var sent = try SubmissionDraft.panel(1)
        let number = try IntakeBench.number(1)
        sent["laboratory"] = "SE24-NUS-NOBODY"
        let failed = try await bench.submit(sent, to: partition)
        #expect(failed.state == .quarantined)
        let work = mending(failed.submission, partition)
        let draft = try work.draft()
        #expect(!draft.text.contains(number) && draft.text.contains("withheld") && draft.faults.isEmpty)
        let text = draft.text.replacing("SE24-NUS-NOBODY", with: "SE24-NUS-GMC")
        let filled = try work.filled(text)
        #expect(filled["people"]?.array?.first?["identityNumber"]?.string == number)
        #expect(filled["kind"]?.string == "resubmission" && filled["resubmits"]?.string == failed.submission)
        let receipt = try await send(filled, partition)
        #expect(receipt.state == .available, "\(String(describing: receipt.failure))")
        #expect(try partition.records.submission(id: failed.submission)?.state == .superseded)
    }

    @Test("Mended in two turns, both leave quarantine with the last, and nothing of them is kept")
    func chain() async throws {
        let bench = try await IntakeBench()
        let partition = try await bench.open()
        var sent = try SubmissionDraft.panel(1)
        sent["laboratory"] = "SE24-NUS-NOBODY"
        let first = try await bench.submit(sent, to: partition)
        let half = try mending(first.submission, partition).filled(
            try mending(first.submission, partition).draft().text.replacing("SE24-NUS-NOBODY", with: "SE24-NUS-ALSO-NOBODY"))
        let second = try await send(half, partition)
        #expect(second.state == .quarantined && second.submission != first.submission)
        let whole = try mending(second.submission, partition).filled(
            try mending(second.submission, partition).draft().text.replacing("SE24-NUS-ALSO-NOBODY", with: "SE24-NUS-GMC"))
        let third = try await send(whole, partition)
        #expect(third.state == .available, "\(String(describing: third.failure))")
        for id in [first.submission, second.submission] {
            #expect(try partition.records.submission(id: id)?.state == .superseded)
            #expect(!FileManager.default.fileExists(atPath: partition.layout.quarantine(id) + "/calls.vcf"))
            #expect(try partition.identity.openManifest(of: id) == nil)
        }
    }

    @Test("Nobody mends for another region, under another purpose, or what is not in quarantine")
    func refused() async throws {
        let bench = try await IntakeBench()
        let partition = try await bench.open()
        let accepted = try await bench.submit(try SubmissionDraft.panel(1), to: partition)
        var sent = try SubmissionDraft.panel(2)
        sent["laboratory"] = "SE24-NUS-NOBODY"
        let failed = try await bench.submit(sent, to: partition).submission
        let other = Self.laboratory("12")
        #expect(throws: AdministrativeRefusal.self) { try mending(failed, partition, other).draft() }
        #expect(throws: AdministrativeRefusal.self) { try mending(failed, partition, nil, .qualityFollowUp).draft() }
        await #expect(throws: AdministrativeRefusal.self) { try await mending(failed, partition, other).original() }
        #expect(throws: PartitionError.self) { try mending(accepted.submission, partition).draft() }
        #expect(throws: PartitionError.self) { try mending("sub-0000000000000000", partition).draft() }
        #expect(throws: UploadError.self) { try mending(failed, partition).filled("{") }
    }
}
