import ClinicalModel
import Foundation
import GenomeModel
import KnowledgeModel
import Operations
import Records
import ReportModel
import StructuredText
import Testing

@Suite("Findings and the knowledge in force")
struct KnowledgeMatchTests {
    private static func finding(_ identifier: String, _ content: Finding.Content) throws -> Finding {
        Finding(
            identifier: identifier, content: content,
            method: FindingMethod(
                kind: .dnaPanel, name: "GMS560", version: "0.9", laboratory: try #require(OrganisationCode("SE24-NUS-GMC"))),
            callSet: nil, specimen: "S", date: try #require(CivilDate("2026-11-02")))
    }

    private static func braf() throws -> Finding {
        let variant = try #require(VariantIdentifier("GRCh37:7-140453136-A-T"))
        return try finding(
            "F1",
            .smallVariant(
                try #require(
                    SmallVariantFinding(
                        variant: variant, gene: "BRAF", coding: "c.1799T>A", protein: "p.(Val600Glu)", consequences: [.missense]))
            ))
    }

    @Test("Only what is current is matched, only rows of the findings' genes are read, and each match names its finding")
    func current() async throws {
        let bench = try KnowledgeBench()
        let fixture = SmallDemonstration.repository.path + "/Tests/KnowledgeModelTests/Fixtures/civic-evidence.jsonl"
        let version = try await bench.take("civic/evidence", fixture)
        #expect(try bench.desk.matches(for: [Self.braf()], tumourType: nil).evidence.isEmpty)
        try bench.adopt(version)
        let matches = try bench.desk.matches(for: [Self.braf()], tumourType: Code(.oncotree, "MEL"))
        let applying = matches.evidence.filter(\.kind.applies)
        #expect(!applying.isEmpty)
        #expect(applying.allSatisfy { $0.findings == ["F1"] && $0.item.profileName.contains("BRAF") })
        #expect(matches.versions == [version])
        #expect(try bench.desk.matches(for: [], tumourType: nil).evidence.isEmpty)
    }

    @Test("ClinVar's records of exactly the variant, by the finding's assembly")
    func clinvar() async throws {
        let bench = try KnowledgeBench()
        let file = try bench.write(
            """
            ##fileformat=VCFv4.1
            ##fileDate=2026-02-26
            ##reference=GRCh37
            #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO
            7\t140453136\t13961\tA\tT\t.\t.\tALLELEID=29000;CLNSIG=Pathogenic;CLNREVSTAT=reviewed_by_expert_panel;GENEINFO=BRAF:673
            7\t140453137\t13962\tC\tT\t.\t.\tALLELEID=29001;GENEINFO=BRAF:673

            """)
        let version = try await bench.take("clinvar/GRCh37", file, release: nil)
        #expect(version.release == "2026-02-26")
        try bench.adopt(version)
        let records = try bench.desk.matches(for: [Self.braf()], tumourType: nil).records
        #expect(records["F1"]?.map(\.identity.key) == ["13961"])
        #expect(records["F1"]?.first?.statement.direction == "pathogenic")
        #expect(try bench.desk.items(of: version.identifier).items(gene: "braf", limit: 10).count == 2)
    }

    /// What the integrator measures in release: an update of CIViC over 5,000 reports that cite 20 items each, from file to adoption.
    @Test(
        "An update over 5,000 reports takes less than 30 seconds",
        .enabled(if: OpenData.isPresent, "the open data is not beside the repository"))
    func update() async throws {
        let first = try KnowledgeBench()
        let old = try await first.take(
            "civic/evidence", OpenData.path("knowledge/civic-2021-02/nightly-ClinicalEvidenceSummaries.tsv.gz"))
        let items = try first.desk.items(of: old.identifier).items(limit: 10_000)
        var generator = SystemRandomNumberGenerator()
        let citations = (0..<5000).flatMap { report in
            (0..<20).compactMap { _ in
                items.randomElement(using: &generator).map {
                    Citation(report: "R-\(report)", item: $0.identity, said: $0.statement)
                }
            }
        }
        let bench = try KnowledgeBench(citing: ["24": citations])
        let before = try await bench.take(
            "civic/evidence", OpenData.path("knowledge/civic-2021-02/nightly-ClinicalEvidenceSummaries.tsv.gz"))
        try bench.adopt(before)
        let clock = ContinuousClock()
        let start = clock.now
        let new = try await bench.take(
            "civic/evidence", OpenData.path("knowledge/civic-2026-04-25/evidence.jsonl.gz"), release: "2026-04-25")
        let read = clock.now
        let view = try bench.difference(new)
        let seen = clock.now
        try bench.adopt(new, seen: view.digest)
        let adopted = clock.now
        print(
            "knowledge update over 5,000 reports: import \(read - start), difference \(seen - read), adoption \(adopted - seen); "
                + "\(view.changes.counts), \(view.reports) reports touched, \(view.toReview) to look at")
        #expect(view.reports > 4000)
        #expect(adopted - start < .seconds(30))
    }
}
