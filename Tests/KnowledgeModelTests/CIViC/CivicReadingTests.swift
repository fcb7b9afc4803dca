import ClinicalModel
import KnowledgeModel
import StructuredText
import Testing

@Suite("CIViC's evidence")
struct CivicReadingTests {
    static let header =
        "evidence_id\tmolecular_profile\tdisease\tdoid\ttherapies\tevidence_type\tevidence_direction\tevidence_level\tsignificance\trating\tevidence_status"
    static let good =
        "95\tBRAF V600E\tMelanoma\t1909\tVemurafenib,Cobimetinib\tPredictive\tSupports\tB\tSensitivity/Response\t5\taccepted"

    static func table(_ rows: String...) -> [UInt8] { Array(([header] + rows).joined(separator: "\n").utf8) + [10] }

    @Test("Is read by the names of its columns")
    func table() throws {
        let read = try EvidenceItem.read(CivicReadingTests.table(CivicReadingTests.good))
        let item = try #require(read.items.first)
        #expect(read.rows == 1 && read.diagnostics.total == 0)
        #expect(item.identity == ItemIdentity(.civic, "EID95"))
        #expect(item.diseaseCode == Code(.doid, "1909"))
        #expect(item.therapies == ["Vemurafenib", "Cobimetinib"])
        #expect(item.level == .b && item.rating == 5 && item.type == .predictive)
        // Columns that the file does not have are not taken for empty.
        #expect(item.summary == nil && item.origin == nil && item.phenotypes == nil)
        #expect(item.statement.direction == "Predictive: Supports Sensitivity/Response")
    }

    @Test(
        "Says of a damaged file what is wrong with it",
        arguments: [
            (Array("".utf8), KnowledgeFault.Code.empty, nil, ""), ([0xFF, 0xFE, 0x41], .notUTF8, 1, ""),
            (Array("evidence_id\tdisease\n".utf8), .missingColumn, 1, "molecular_profile"),
            (Array("id\tid\tdisease\n".utf8), .repeatedColumn, 1, "id"), (Array("\n\n".utf8), .noHeader, nil, ""),
        ] as [([UInt8], KnowledgeFault.Code, Int?, String)])
    func damagedFile(bytes: [UInt8], code: KnowledgeFault.Code, line: Int?, field: String) throws {
        let fault = #expect(throws: KnowledgeFault.self) { try EvidenceItem.read(bytes) }
        #expect(fault?.code == code)
        #expect(fault?.place?.line == line)
        #expect(fault?.field == field)
        #expect(fault?.remedy.sv.isEmpty == false)
    }

    @Test(
        "Leaves a damaged row out, with its line and column, and keeps the others",
        arguments: [
            ("96\tBRAF V600E\tMelanoma", KnowledgeFault.Code.wrongFieldCount, 15, ""),
            ("x\tBRAF V600E\tMelanoma\t1909\t\tPredictive\tSupports\tB\tResistance\t5\taccepted", .badNumber, 1, "evidence_id"),
            ("96\t\tMelanoma\t1909\t\tPredictive\tSupports\tB\tResistance\t5\taccepted", .missingValue, 4, "molecular_profile"),
            ("96\tBRAF V600E\tMelanoma\tåäö\t\tPredictive\tSupports\tB\tResistance\t5\taccepted", .unknownValue, 24, "doid"),
            (
                "96\tBRAF V600E\tMelanoma\t1909\t\tPredictiv\tSupports\tB\tResistance\t5\taccepted", .unknownValue, 30,
                "evidence_type"
            ),
            (
                "96\tBRAF V600E\tMelanoma\t1909\t\tPredictive\tSupports\tF\tResistance\t5\taccepted", .unknownValue, 50,
                "evidence_level"
            ),
            ("96\tBRAF V600E\tMelanoma\t1909\t\tPredictive\tSupports\tB\tResistance\t6\taccepted", .badNumber, 63, "rating"),
            ("95\tBRAF V600E\tMelanoma\t1909\t\tPredictive\tSupports\tB\tResistance\t5\taccepted", .repeatedItem, 1, ""),
        ] as [(String, KnowledgeFault.Code, Int, String)])
    func damagedRow(row: String, code: KnowledgeFault.Code, column: Int, field: String) throws {
        let read = try EvidenceItem.read(CivicReadingTests.table(CivicReadingTests.good, row))
        #expect(read.items.map(\.number) == [95])
        #expect(read.rows == 2)
        let fault = try #require(read.diagnostics.kept.first)
        #expect(fault.code == code)
        #expect(fault.place?.line == 3)
        #expect(fault.place?.column == column)
        #expect(fault.field == field)
    }

    @Test("Is read from JSON, and a broken line is told by its line and column")
    func json() throws {
        let line =
            #"{"id":"1","molecular_profile":"JAK2 V617F","disease":"Lymphoid Leukemia","doid":"1037","therapies":["A","B"],"evidence_level":"B","evidence_type":"Diagnostic","evidence_direction":"Supports","significance":"Negative","rating":"","evidence_status":"accepted","citation_id":"1","citation_source_type":"PubMed"}"#
        let read = try EvidenceItem.read(Array((line + "\n" + #"{"id": "2", "x"}"# + "\n[1]\n").utf8))
        #expect(read.items.count == 1)
        #expect(read.items.first?.therapies == ["A", "B"])
        #expect(read.items.first?.rating == nil)
        #expect(read.items.first?.citation == "PubMed:1")
        #expect(read.diagnostics.kept.map(\.code) == [.notJSON, .notAnObject])
        #expect(read.diagnostics.kept.first?.place.map { [$0.line, $0.column] } == [2, 16])
    }

    @Test("Keeps a profile that it does not understand, and says so")
    func unreadable() throws {
        let row = CivicReadingTests.good.replacing("BRAF V600E", with: "ABL1 Double Ph")
        let read = try EvidenceItem.read(CivicReadingTests.table(row))
        #expect(read.items.first?.profile == .unreadable("ABL1 Double Ph"))
        #expect(read.diagnostics.counts == [.unreadableProfile: 1])
    }

    @Test("Says that a file without its last line end may have broken off")
    func truncated() throws {
        let read = try EvidenceItem.read(CivicReadingTests.table(CivicReadingTests.good).dropLast(20))
        #expect(read.diagnostics.counts[.truncated] == 1)
    }
}

@Suite("CIViC's releases", .enabled(if: SharedData.isThere, "needs ../shared/data"))
struct CivicReleaseTests {
    @Test("Every evidence item of 2026 is read")
    func release2026() throws {
        let read = try Civic.release2026.get()
        #expect(read.rows == 4842)
        #expect(read.items.count == 4842)
        #expect(read.diagnostics.counts.keys.allSatisfy { $0 == .unreadableProfile })
        let withDisease = read.items.count { $0.diseaseCode != nil }
        #expect(
            withDisease
                == Shell.lines(
                    "gzip -dc '\(SharedData.path)/knowledge/civic-2026-04-25/evidence.jsonl.gz' | grep -c '\"doid\": \"[0-9]'"
                ).first.flatMap { Int($0) })
    }

    @Test("Of 2021 one item has no significance and is left out with its line")
    func release2021() throws {
        let read = try Civic.release2021.get()
        #expect(read.rows == 3706)
        #expect(read.items.count == 3705)
        let lost = read.diagnostics.kept.filter(\.losesRow)
        #expect(lost.map(\.code) == [.missingValue])
        #expect(lost.first?.place?.line == 2042)
        let v600e = try #require(read.items.first { $0.number == 1 })
        #expect(v600e.coordinates?.description == "GRCh37 9:5073770-5073770 G>T")
        #expect(v600e.origin == .somatic)
    }

    @Test("The assertions of 2021 are read with tier, criteria and evidence")
    func assertions() throws {
        let read = try CivicAssertion.read(SharedData.bytes("knowledge/civic-2021-02/nightly-AssertionSummaries.tsv"))
        #expect(read.items.count == 19)
        let her2 = try #require(read.items.first { $0.number == 2 })
        #expect(her2.ampCategory == "Tier I - Level A")
        #expect(her2.guideline == "Breast Cancer (v3.2017)")
        #expect(her2.evidence.map(\.key) == ["EID528", "EID529", "EID1122"])
    }
}
