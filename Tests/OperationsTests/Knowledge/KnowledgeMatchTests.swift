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
        #expect(try bench.desk.matches(for: [Self.braf()], tumourTypes: []).evidence.isEmpty)
        try await bench.adopt(version)
        let matches = try bench.desk.matches(for: [Self.braf()], tumourTypes: [try #require(Code(.oncotree, "MEL"))])
        let applying = matches.evidence.filter(\.kind.applies)
        #expect(!applying.isEmpty)
        #expect(applying.allSatisfy { $0.findings == ["F1"] && $0.item.profileName.contains("BRAF") })
        #expect(matches.versions == [version])
        // Asked again it is the same, out of memory; of another version nothing is kept.
        let again = try bench.desk.matches(for: [Self.braf()], tumourTypes: [try #require(Code(.oncotree, "MEL"))])
        #expect(again.evidence.map(\.item) == matches.evidence.map(\.item))
        let first = try #require(try String(contentsOfFile: fixture, encoding: .utf8).split(separator: "\n").first)
        let small = try bench.write(String(first) + "\n", as: "first")
        try await bench.adopt(try await bench.take("civic/evidence", small, release: "first"))
        #expect(try bench.desk.matches(for: [Self.braf()], tumourTypes: []).evidence.isEmpty)
        #expect(try bench.desk.matches(for: [], tumourTypes: []).evidence.isEmpty)
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
        try await bench.adopt(version)
        let records = try bench.desk.matches(for: [Self.braf()], tumourTypes: []).records
        #expect(records["F1"]?.map(\.identity.key) == ["13961"])
        #expect(records["F1"]?.first?.statement.direction == "pathogenic")
        #expect(try bench.desk.items(of: version.identifier).items(gene: "braf", limit: 10).count == 2)
    }

    /// Findings in genes that CIViC says most of.
    static func common() throws -> [Finding] {
        func small(_ identifier: String, _ text: String, _ gene: String, _ protein: String) throws -> Finding {
            let variant = try #require(VariantIdentifier(text))
            let found = SmallVariantFinding(variant: variant, gene: gene, protein: protein, consequences: [.missense])
            return try finding(identifier, .smallVariant(try #require(found)))
        }
        return [
            try small("F1", "GRCh38:7-140753336-A-T", "BRAF", "p.(Val600Glu)"),
            try small("F2", "GRCh38:7-55191822-T-G", "EGFR", "p.(Leu858Arg)"),
            try small("F3", "GRCh38:12-25245350-C-T", "KRAS", "p.(Gly12Asp)"),
        ]
    }
}
