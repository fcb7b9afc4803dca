import ClinicalModel
import Operations
import Records
import ReportModel
import StructuredText
import Testing

@Suite("Findings that come with a submission")
struct FindingSubmissionTests {
    static let method: JSONValue = ["kind": "dna-panel", "name": "GMS560", "version": "0.8", "laboratory": "SE24-NUS-GMC"]

    /// A tumour mutational burden.
    static func biomarker(_ identifier: String, specimen: String, callSet: String? = nil, value: Double = 12.5) -> JSONValue {
        JSONValue(members: [
            ("identifier", JSONValue(.string(identifier))), ("specimen", JSONValue(.string(specimen))),
            ("callSet", callSet.map { JSONValue(.string($0)) }), ("date", "2026-11-02"), ("method", method),
            ("biomarker", ["marker": "tmb", "measured": ["value": JSONValue(value), "unit": "1/1000000"]]),
        ])
    }

    private static func draft(_ findings: JSONValue...) throws -> SubmissionDraft {
        var draft = try SubmissionDraft.panel(0)
        draft["findings"] = JSONValue(findings)
        return draft
    }

    private static func found(in partition: Partition) throws -> [RecordedFinding] {
        try partition.records.findings(ofCase: "C0", laboratory: try #require(OrganisationCode("SE24-NUS-GMC")))
    }

    @Test("They are recorded with the submission, under its case and person, and the receipt counts them")
    func accepted() async throws {
        let bench = try await IntakeBench()
        let partition = try await bench.open()
        let receipt = try await bench.submit(
            Self.draft(
                Self.biomarker("C0-TMB", specimen: "C0-B", callSet: "C0-G"), Self.biomarker("C0-ÅT", specimen: "C0-B")
            ), to: partition)
        // Names are plain: the second identifier has a letter that they cannot have.
        #expect(receipt.failure?.code == .manifestInvalid)
        let mended = try await bench.submit(
            Self.draft(
                Self.biomarker("C0-TMB", specimen: "C0-B", callSet: "C0-G"), Self.biomarker("C0-2", specimen: "C0-B")),
            to: partition)
        #expect(mended.state == .available, "\(String(describing: mended.failure))")
        #expect(mended.findings == 2)
        #expect(SubmissionReceipt(mended.json)?.findings == 2)
        let found = try Self.found(in: partition)
        #expect(found.map(\.finding.identifier) == ["C0-TMB", "C0-2"])
        #expect(found.map(\.finding.callSet) == ["C0-G", nil])
        #expect(Set(found.map(\.submission)) == [mended.submission])
        #expect(Set(found.map(\.pseudonym)).count == 1)
    }

    /// What is wrong, where it is wrong, and how it is made so.
    static let faults: [(path: String, change: @Sendable (inout SubmissionDraft) -> Void)] = [
        ("findings[0].specimen", { $0["findings.0.specimen"] = "C0-X" }),
        ("findings[0].callSet", { $0["findings.0.callSet"] = "C0-X" }),
        ("findings[0].biomarker", { $0["findings.0.biomarker"] = "high" }),
        ("findings[0].method.name", { $0["findings.0.method.name"] = "19121212-1212" }),
        ("findings[0].date", { $0["findings.0.date"] = "2026-02-30" }),
        ("findings[1].identifier", { $0["findings.1"] = $0["findings.0"] }),
        (
            "findings[0].smallVariant",
            {
                $0["findings.0.biomarker"] = nil
                $0["findings.0.smallVariant"] = ["variant": "GRCh37:7-140453136-A-T", "gene": "BRAF"]
            }
        ),
        ("findings[0]", { $0["findings.0.colour"] = "red" }),
    ]

    @Test("What is wrong is said with its place, and nothing is taken in", arguments: faults.indices)
    func faulty(_ index: Int) async throws {
        var draft = try Self.draft(Self.biomarker("C0-TMB", specimen: "C0-B", callSet: "C0-G"))
        Self.faults[index].change(&draft)
        guard case .faults(let faults) = SubmissionManifest.read(draft.bytes) else {
            Issue.record("the manifest was read")
            return
        }
        #expect(faults.map(\.path).contains { $0.hasPrefix(Self.faults[index].path) }, "\(faults.map(\.path))")
        #expect(faults.allSatisfy { !$0.message.sv.contains("1912") && $0.place.line >= 1 })
    }

    @Test("A correction changes the finding that it names and leaves the others")
    func corrected() async throws {
        let bench = try await IntakeBench()
        let partition = try await bench.open()
        let first = try await bench.submit(
            Self.draft(
                Self.biomarker("C0-TMB", specimen: "C0-B", callSet: "C0-G"), Self.biomarker("C0-2", specimen: "C0-B")),
            to: partition)
        var correction = try SubmissionDraft.correction(0, of: first.submission)
        correction["findings"] = [Self.biomarker("C0-TMB", specimen: "C0-B", callSet: "C0-G", value: 3)]
        let corrected = try await bench.submit(correction, to: partition)
        #expect(corrected.state == .available, "\(String(describing: corrected.failure))")
        let found = try Self.found(in: partition)
        #expect(Set(found.map(\.finding.identifier)) == ["C0-TMB", "C0-2"])
        let burden = try #require(found.first { $0.finding.identifier == "C0-TMB" })
        guard case .biomarker(let marker) = burden.finding.content, case .measured(let value) = marker.result else {
            Issue.record("no measured biomarker")
            return
        }
        #expect(value.value == 3)
    }

    @Test("A finding stays the person's that it is about")
    func another() async throws {
        let bench = try await IntakeBench()
        let partition = try await bench.open()
        try await bench.submit(Self.draft(Self.biomarker("C0-TMB", specimen: "C0-B")), to: partition)
        var other = try SubmissionDraft.panel(1)
        other["findings"] = [Self.biomarker("C0-TMB", specimen: "C1-B")]
        let receipt = try await bench.submit(other, to: partition)
        #expect(receipt.failure?.code == .specimenOfAnother)
        #expect(try Self.found(in: partition).count == 1)
    }
}
