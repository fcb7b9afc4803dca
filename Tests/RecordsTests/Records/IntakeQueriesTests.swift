import ClinicalModel
import GenomeModel
import Records
import StructuredText
import Testing

@Suite("What intake asks the records")
struct IntakeQueriesTests {
    private func quarantine(_ number: Int, in records: RecordsDatabase) throws {
        try records.quarantine(
            Example.submissionName(number), step: SubmissionStep(step: "manifest-valid", outcome: .failed, time: Example.time),
            receipt: ["state": "quarantined"])
    }

    private func file(_ name: String, _ content: String) -> SubmissionFile {
        SubmissionFile(name: name, sha256: ContentDigest.of(content), bytes: 5, role: .variants)
    }

    @Test("A quarantined submission that comes again is on its way again, with the files that it has now")
    func reopened() throws {
        let records = try Example.database()
        _ = try records.receive(Example.submission(1), files: [file("a.vcf", "first")])
        try quarantine(1, in: records)
        try records.markAuditWritten(Example.submissionName(1))
        let again = SubmissionRow(
            id: Example.submissionName(9), kind: .new, manifestDigest: ContentDigest.of("1"), idempotencyKey: "key1",
            manifest: "{}",
            concerns: nil, caseName: "case1", laboratory: "lab", received: Timestamp(milliseconds: Example.time.milliseconds + 5))
        let row = try records.receive(
            again, files: [file("a.vcf", "second"), file("b.vcf", "third")],
            steps: [SubmissionStep(step: "received", outcome: .done, time: again.received)])
        #expect(row.id == Example.submissionName(1) && row.state == .received)
        #expect(row.receipt == nil && !row.isAudited && row.received == again.received)
        #expect(try records.files(of: row.id).map(\.name) == ["a.vcf", "b.vcf"])
        #expect(try records.steps(of: row.id).map(\.step) == ["manifest-valid", "received"])
        #expect(try records.submission(id: again.id) == nil)
        #expect(try records.hasUnfinishedSubmissions())
        try records.accept(Example.accepted(1))
        #expect(try records.submission(id: row.id)?.state == .available)
        #expect(try records.receive(again, files: [file("c.vcf", "fourth")]).state == .available)
        #expect(try records.files(of: row.id).map(\.name) == ["a.vcf", "b.vcf"], "an accepted submission is not opened again")
        #expect(try records.faults() == [])
    }

    @Test("Superseded submissions stay so when they come again")
    func superseded() throws {
        let records = try Example.database()
        _ = try records.receive(Example.submission(1))
        try quarantine(1, in: records)
        _ = try records.receive(Example.submission(2, kind: .resubmission, concerns: 1))
        try records.accept(Example.accepted(2))
        #expect(try records.receive(Example.submission(1)).state == .superseded)
    }

    @Test("A submission may concern one that nobody knows, so that it can be quarantined for it")
    func unknownConcern() throws {
        let records = try Example.database()
        #expect(try records.receive(Example.submission(2, kind: .correction, concerns: 7)).concerns == Example.submissionName(7))
    }

    @Test("Unfinished is what is on its way, and what the ledger does not know yet")
    func unfinished() throws {
        let records = try Example.database()
        #expect(try !records.hasUnfinishedSubmissions())
        _ = try records.receive(Example.submission(1))
        #expect(try records.hasUnfinishedSubmissions())
        try records.accept(Example.accepted(1))
        #expect(try records.hasUnfinishedSubmissions())
        try records.markAuditWritten(Example.submissionName(1))
        #expect(try !records.hasUnfinishedSubmissions())
        try records.set("destroying", to: "x")
        #expect(try records.hasUnfinishedSubmissions())
    }

    @Test("Cases, owners, people and call sets are found by what names them")
    func found() throws {
        let records = try Example.database()
        for number in 1...3 { try Example.submit(number, to: records) }
        let person = try Example.pseudonym(2)
        #expect(try records.hasCase("case2", of: "lab"))
        #expect(try !records.hasCase("case2", of: "clinic") && !records.hasCase("case9", of: "lab"))
        #expect(try records.owner(ofSpecimen: "s2") == person)
        #expect(try records.owner(ofSpecimen: "s9") == nil)
        #expect(try records.people(ofSubmission: Example.submissionName(2)) == [person])
        #expect(try records.submissions(about: person) == [Example.submissionName(2)])
        #expect(try records.submissions(about: Example.pseudonym(9)) == [])
        #expect(try records.indexedCallSets() == [.grch38: ["c1", "c2", "c3"]])
        try records.stopUsing(person, decision: "D", time: Example.time)
        #expect(try records.hasStoppedUse(person) && !records.hasStoppedUse(Example.pseudonym(1)))
        #expect(try records.indexedCallSets() == [.grch38: ["c1", "c3"]])
        try records.stopShowing(Example.pseudonym(1), decision: "D", time: Example.time)
        #expect(try records.hasStoppedShowing(Example.pseudonym(1)) && !records.hasStoppedShowing(person))
        #expect(try !records.hasStoppedUse(Example.pseudonym(9)))
    }

    @Test("Files in use are those of submissions on their way or available, and targets")
    func files() throws {
        let records = try Example.database()
        try Example.submit(1, to: records)
        _ = try records.receive(Example.submission(2), files: [file("b.vcf", "waiting")])
        _ = try records.receive(Example.submission(3), files: [file("c.vcf", "wrong")])
        try quarantine(3, in: records)
        let targets = ContentDigest.of("targets")
        #expect(try records.filesInUse() == [ContentDigest.of("file1"), ContentDigest.of("waiting"), targets])
        try records.replaceFile("calls.vcf", of: Example.submissionName(1), sha256: ContentDigest.of("anew"), bytes: 4)
        #expect(try records.files(of: Example.submissionName(1)).map(\.bytes) == [4])
        try records.forgetFile("b.vcf", of: Example.submissionName(2))
        #expect(try records.filesInUse() == [ContentDigest.of("anew"), targets])
    }

    @Test("A submission that was emptied says only that it came")
    func emptied() throws {
        let records = try Example.database()
        try Example.submit(1, to: records)
        try records.emptySubmission(Example.submissionName(1))
        let row = try #require(try records.submission(id: Example.submissionName(1)))
        #expect(row.manifest.isEmpty && row.caseName.isEmpty && row.receipt == "{}")
        #expect(try records.files(of: row.id) == [])
        #expect(try records.steps(of: row.id).allSatisfy { $0.detail.canonicalText == "{}" })
    }
}
