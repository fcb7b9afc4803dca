import ClinicalModel
import GRDB
import GenomeModel
import Records
import StructuredText
import Testing

@Suite struct SubmissionTests {
    @Test("The same submission twice is one, and the first is returned")
    func idempotent() throws {
        let records = try Example.database()
        let first = try records.receive(Example.submission(1))
        let again = SubmissionRow(
            id: Example.submissionName(9), kind: .new, manifestDigest: first.manifestDigest, idempotencyKey: "key1",
            manifest: "{}",
            concerns: nil, caseName: "other", laboratory: "lab", received: Example.time)
        #expect(try records.receive(again) == first)
        #expect(try records.submissions().count == 1)
    }

    @Test("What was accepted is read back as it was given")
    func readBack() throws {
        let records = try Example.database()
        try Example.submit(1, to: records)
        let person = try Example.pseudonym(1)
        let accepted = try Example.accepted(1)
        #expect(try records.person(person) == accepted.people[0])
        #expect(try records.specimens(of: person) == accepted.specimens)
        #expect(try records.diagnoses(of: person) == accepted.diagnoses)
        #expect(try records.phenotypes(of: person) == accepted.phenotypes)
        #expect(try records.treatments(of: person) == accepted.treatments)
        #expect(try records.assay("panel@1") == accepted.assays[0])
        let stored = try #require(try records.callSet(named: "c1"))
        #expect(stored.record == accepted.callSets[0].record)
        #expect(stored.state == .available)
        #expect(try records.metrics(of: "c1") == accepted.callSets[0].metrics)
        #expect(
            try records.database.read { try String.fetchOne($0, sql: "SELECT hex(fingerprint) FROM callSet") } == "010203")
        #expect(try records.submission(id: Example.submissionName(1))?.state == .available)
        #expect(try records.steps(of: Example.submissionName(1)).map(\.step) == ["received", "available"])
        #expect(try records.faults() == [])
        let facts = try records.cohortFacts()
        #expect(facts.callSets.map(\.name) == ["c1"])
        #expect(facts.diagnoses.map(\.code) == accepted.diagnoses.map(\.code))
        #expect(facts.release == "no batch yet")
        #expect(try facts.changeCounter == records.changeCounter())
    }

    @Test("A submission that cannot be accepted leaves nothing, and stays on its way")
    func allOrNothing() throws {
        let records = try Example.database()
        _ = try records.receive(Example.submission(1))
        let accepted = AcceptedSubmission(
            submission: Example.submissionName(1), people: [try Example.person(1)],
            specimens: [try Example.specimen("s", of: 1)], callSets: [try Example.callSet("c", of: 1, specimen: "s")], steps: [],
            receipt: [:])
        #expect(throws: RecordsError(.unknownAssay, place: "panel@1")) { try records.accept(accepted) }
        #expect(try records.person(Example.pseudonym(1)) == nil)
        #expect(try records.submissions(state: .received).count == 1)
    }

    @Test("Only a submission on its way can be accepted or quarantined")
    func states() throws {
        let records = try Example.database()
        try Example.submit(1, to: records)
        let name = Example.submissionName(1)
        #expect(throws: RecordsError(.wrongState("available"), place: name)) { try records.accept(Example.accepted(1)) }
        let step = SubmissionStep(step: "indexed", outcome: .failed, time: Example.time)
        #expect(throws: RecordsError(.wrongState("available"), place: name)) {
            try records.quarantine(name, step: step, receipt: [:])
        }
        #expect(throws: RecordsError(.unknownSubmission, place: "sub-x")) { try records.record([step], of: "sub-x") }
    }

    @Test("A mended submission takes the place of the quarantined one, and the audit is marked once written")
    func resubmission() throws {
        let records = try Example.database()
        _ = try records.receive(Example.submission(1))
        try records.quarantine(
            Example.submissionName(1), step: SubmissionStep(step: "manifest-valid", outcome: .failed, time: Example.time),
            receipt: ["state": "quarantined"])
        #expect(try records.submissions(state: .quarantined).count == 1)
        _ = try records.receive(Example.submission(2, kind: .resubmission, concerns: 1))
        try records.accept(Example.accepted(2))
        #expect(try records.submissions(state: .superseded).map(\.id) == [Example.submissionName(1)])
        #expect(try records.submissionsWithoutAudit().count == 2)
        try records.markAuditWritten(Example.submissionName(2))
        #expect(try records.submissionsWithoutAudit().map(\.id) == [Example.submissionName(1)])
    }

    @Test(
        "A re-analysis takes the place of the call set it names, under the same name or another", arguments: ["c1", "c1-again"])
    func replacement(name: String) throws {
        let records = try Example.database()
        try Example.submit(1, to: records)
        _ = try records.closePublicationBatch(minimumPeople: 1, time: Example.time)
        _ = try records.receive(Example.submission(2, kind: .replacement))
        try records.accept(
            AcceptedSubmission(
                submission: Example.submissionName(2),
                callSets: [try Example.callSet(name, of: 1, specimen: "s1", replaces: "c1")], steps: [], receipt: [:]))
        let stored = try records.callSets(of: Example.pseudonym(1))
        #expect(stored.map(\.state) == [.replaced, .available])
        #expect(stored.map(\.replacedBy) == [name, nil])
        #expect(stored.map(\.publicationBatch) == [1, 1])
        #expect(try records.indexedCallSets() == [.grch38: [name]])
        #expect(try records.faults() == [])
    }

    @Test("A correction replaces what its submission said, and keeps the calls")
    func correction() throws {
        let records = try Example.database()
        try Example.submit(1, to: records)
        _ = try records.receive(Example.submission(2, kind: .correction, concerns: 1))
        let diagnosis = Diagnosis(
            person: try Example.pseudonym(1), code: try #require(Code("ICD10:C18.0")), systemVersion: "2026", status: .affected,
            onset: nil)
        try records.correct(
            MetadataCorrection(
                submission: Example.submissionName(2), people: [try Example.person(1)],
                metrics: ["c1": [QualityMetric(name: "contamination", value: 0.5, unit: "%")]], diagnoses: [diagnosis], steps: [],
                receipt: [:]))
        #expect(try records.diagnoses(of: Example.pseudonym(1)) == [diagnosis])
        #expect(try records.phenotypes(of: Example.pseudonym(1)) == [])
        #expect(try records.metrics(of: "c1").map(\.name) == ["contamination"])
        #expect(try records.callSets(of: Example.pseudonym(1)).count == 1)
    }

    @Test("The same version of an assay has the same targets, and a specimen is one person's")
    func conflicts() throws {
        let records = try Example.database()
        try Example.submit(1, to: records)
        _ = try records.receive(Example.submission(2))
        let name = Example.submissionName(2)
        #expect(throws: RecordsError(.assayDiffers, place: "panel@1")) {
            try records.accept(
                AcceptedSubmission(
                    submission: name, assays: [Example.assay(targets: ContentDigest.of("others"))], steps: [], receipt: [:]))
        }
        #expect(throws: RecordsError(.specimenOfAnotherPerson, place: "s1")) {
            try records.accept(
                AcceptedSubmission(
                    submission: name, people: [Example.person(2)], specimens: [Example.specimen("s1", of: 2)], steps: [],
                    receipt: [:]))
        }
        #expect(throws: RecordsError(.callSetExists, place: "c1")) {
            try records.accept(
                AcceptedSubmission(
                    submission: name, callSets: [Example.callSet("c1", of: 1, specimen: "s1")], steps: [], receipt: [:]))
        }
    }
}
