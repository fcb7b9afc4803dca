import AccessModel
import ClinicalModel
import Foundation
import KnowledgeModel
import Operations
import Records
import StructuredText
import Testing
import VariantFormats
import VariantStorage

@Suite("Versions of knowledge at a node")
struct KnowledgeVersionTests {
    private static let first = KnowledgeBench.genes([("BRCA1", "green"), ("ÅSA1", "amber"), ("TP53", "green")])
    private static let second = KnowledgeBench.genes([("BRCA1", "red"), ("TP53", "green"), ("PALB2", "green")])
    private static let terms = "CC0-1.0"

    private static func cites(_ report: String, _ symbol: String, _ confidence: Int) -> Citation {
        Citation(
            report: report, item: ItemIdentity(.geneList, "Ärftlig/\(symbol)"),
            said: ItemStatement(direction: "listed", strengths: [ItemStrength("confidence", confidence)]))
    }

    @Test("From the file to the version in force: difference, the reports that it touches, and who did what")
    func whole() async throws {
        let bench = try KnowledgeBench(citing: [
            "24": [Self.cites("R-1", "BRCA1", 3), Self.cites("R-2", "TP53", 3), Self.cites("R-3", "ÅSA1", 2)],
            "12": [Self.cites("R-9", "BRCA1", 3)],
        ])
        let old = try await bench.take("gene-list/Ärftlig", try bench.write(Self.first), licence: Self.terms)
        let shown = try bench.difference(old)
        #expect(shown.changes.counts == DifferenceCounts(added: 3))
        try await bench.adopt(old)
        let new = try await bench.take("gene-list/Ärftlig", try bench.write(Self.second), licence: Self.terms)
        let view = try bench.difference(new)
        #expect(view.current?.digest == old.digest)
        #expect(view.changes.counts == DifferenceCounts(added: 1, changed: 1, gone: 1, unchanged: 1))
        #expect(view.affected.map(\.region.description) == ["12", "24"])
        #expect(view.affected.map { $0.reports.map(\.report) } == [["R-9"], ["R-3", "R-1"]])
        #expect(view.affected[1].reports.map(\.gravest) == [.gone, .weakened])
        #expect(try view.changes.changes(kind: .changed, limit: 10).first?.fields.map(\.name) == ["confidence"])
        #expect(try view.changes.changes(limit: 1).count == 1)
        let page = try view.changes.changes(limit: 2)
        let rest = try view.changes.changes(after: page.last?.identity, limit: 10)
        #expect((page + rest).map(\.identity) == (page + rest).map(\.identity).sorted())
        #expect(page.count + rest.count == 3)

        try await bench.adopt(new, seen: view.digest)
        let shelf = try bench.desk.database.shelf(of: new.series)
        #expect(shelf.current == new)
        #expect(shelf.state(of: old.identifier) == .superseded)
        #expect(shelf.entries.last?.receipt?.affectedReports == 3)
        #expect(
            try bench.desk.database.steps(of: new.series).map(\.kind)
                == [.staged, .differenceSeen, .madeCurrent, .staged, .differenceSeen, .madeCurrent])
        // What it changed when it became current can still be read.
        #expect(try bench.difference(new).changes.counts == view.changes.counts)
        await #expect(throws: KnowledgeStateError(.notPossible, state: .current)) {
            try await bench.adopt(new, seen: view.digest)
        }
    }

    @Test(
        "Nothing is adopted but what was seen: another version in between, or a report that was issued since, needs another look")
    func outdated() async throws {
        let bench = try KnowledgeBench()
        let old = try await bench.take("gene-list/Ärftlig", try bench.write(Self.first), licence: Self.terms)
        let new = try await bench.take("gene-list/Ärftlig", try bench.write(Self.second), licence: Self.terms)
        let seen = try bench.difference(new).digest
        try await bench.adopt(old)
        await #expect(throws: KnowledgeError(.outdated, place: new.identifier.description)) {
            try await bench.adopt(new, seen: seen)
        }
        await #expect(throws: KnowledgeError(.notSeen, place: new.identifier.description)) {
            try await bench.adopt(new, seen: "")
        }
        let cited = KnowledgeDesk(
            database: bench.desk.database, layout: bench.desk.layout, tumourTypes: bench.desk.tumourTypes,
            citing: [CitingRegion(try #require(RegionCode("24"))) { _ in [Self.cites("R-1", "BRCA1", 3)] }])
        let before = try bench.difference(new).digest
        await #expect(throws: KnowledgeError(.outdated, place: new.identifier.description)) {
            try await AdoptKnowledge(desk: cited, actor: KnowledgeBench.actor(), purpose: .laboratoryOperation)
                .run(new.identifier, seen: before, now: KnowledgeBench.noon)
        }
        #expect(try bench.desk.database.shelf(of: new.series).current == old)
    }

    @Test("Who may not is refused before anything is read")
    func rights() async throws {
        let bench = try KnowledgeBench()
        for role in [Actor.Role.physician, .dataSteward, .researcher, .patient] {
            await #expect(throws: AdministrativeRefusal.self) {
                try await bench.take("gene-list/Ärftlig", "/nowhere", licence: Self.terms, by: KnowledgeBench.actor(role))
            }
        }
        #expect(bench.files.isEmpty)
    }

    /// A file that cannot become a version, and what is said of it.
    static let faults: [(series: String, text: String, code: KnowledgeFault.Code)] = [
        ("civic/evidence", KnowledgeVersionTests.first, .missingColumn), ("clinvar/GRCh38", KnowledgeVersionTests.first, .notVCF),
        ("gene-list/Ärftlig", "", .empty), ("gene-list/Ärftlig", "symbol\thgnc\nBRCA1\n", .wrongFieldCount),
        (
            "clinvar/GRCh37",
            "##fileformat=VCFv4.1\n##reference=GRCh38\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n1\t1000\t5\tA\tG\t.\t.\tALLELEID=1\n",
            .wrongAssembly
        ),
    ]

    @Test("A file of another source, of another assembly or without content leaves nothing behind", arguments: faults.indices)
    func faulty(_ index: Int) async throws {
        let bench = try KnowledgeBench()
        let (series, text, code) = Self.faults[index]
        let path = try bench.write(text)
        await #expect { try await bench.take(series, path, licence: Self.terms) } throws: {
            ($0 as? KnowledgeFault)?.code == code
        }
        #expect(bench.files.isEmpty)
        #expect(try bench.desk.database.shelves().isEmpty)
    }

    @Test("Half a file is found by its checksum, half a compressed one by itself")
    func half() async throws {
        let bench = try KnowledgeBench()
        let whole = try bench.write(Self.first, as: "whole")
        let digest = ContentDigest.of(Self.first)
        let half = try bench.write(String(Self.first.prefix(40)), as: "half")
        await #expect(throws: KnowledgeError(.otherDigest, place: "gene-list/Ärftlig")) {
            try await bench.take("gene-list/Ärftlig", half, licence: Self.terms, digest: digest)
        }
        let packed = try #require(CompressedText.bgzf(Array(Self.first.utf8)))
        try Data(packed.dropLast(20)).write(to: URL(fileURLWithPath: bench.space + "/cut.gz"))
        await #expect(throws: FormatError.self) {
            try await bench.take("gene-list/Ärftlig", bench.space + "/cut.gz", licence: Self.terms)
        }
        #expect(bench.files.isEmpty)
        try await bench.take("gene-list/Ärftlig", whole, licence: Self.terms, digest: digest.uppercased())
        #expect(bench.files.count == 2)
    }

    @Test("The same file again is the same version; put aside, it can be taken in anew")
    func twice() async throws {
        let bench = try KnowledgeBench()
        let path = try bench.write(Self.first)
        let version = try await bench.take("gene-list/Ärftlig", path, licence: Self.terms)
        let files = bench.files
        await #expect(throws: KnowledgeStateError(.alreadyImported, state: .staged)) {
            try await bench.take("gene-list/Ärftlig", path, licence: Self.terms)
        }
        #expect(bench.files == files)
        try AdoptKnowledge(desk: bench.desk, actor: KnowledgeBench.actor(), purpose: .laboratoryOperation)
            .discard(version.identifier, now: KnowledgeBench.noon)
        try await bench.take("gene-list/Ärftlig", path, licence: Self.terms)
        #expect(try bench.desk.database.shelf(of: version.series).state(of: version.identifier) == .staged)
    }

    @Test("Without a release or terms nothing is taken in")
    func untold() async throws {
        let bench = try KnowledgeBench()
        let path = try bench.write(Self.first)
        await #expect(throws: KnowledgeError(.licenceMissing, place: "gene-list/Ärftlig")) {
            try await bench.take("gene-list/Ärftlig", path)
        }
        await #expect(throws: KnowledgeError(.releaseMissing, place: "gene-list/Ärftlig")) {
            try await bench.take("gene-list/Ärftlig", path, release: nil, licence: Self.terms)
        }
        await #expect(throws: KnowledgeError(.unknownSeries, place: "clinvar/GRCh36")) {
            try await bench.take("clinvar/GRCh36", path)
        }
        #expect(bench.files.isEmpty)
    }

    @Test("A full disk leaves nothing of the import, and what was there is as it was")
    func diskFull() async throws {
        var full = FileSystem.posix
        full.write = { (_, _) throws(StorageError) in throw StorageError(.system(call: "write", errno: 28), place: "disk") }
        let bench = try KnowledgeBench(fileSystem: full)
        let path = try bench.write(Self.first)
        await #expect(throws: StorageError.self) { try await bench.take("gene-list/Ärftlig", path, licence: Self.terms) }
        #expect(bench.files.isEmpty)
        let target = bench.space + "/items"
        let writer = try KnowledgeItemsWriter(path: target, source: .geneList, pages: 8)
        let items = (0..<4000).map { ReadItem(GeneListEntry(list: "L", symbol: "GENE\($0)"), genes: ["GENE\($0)"]) }
        #expect {
            try writer.add(items, line: 1)
            _ = try writer.finish(header: "")
        } throws: { ($0 as? RecordsError)?.code == .diskFull }
        try writer.close()
    }

    @Test("A guideline's sections are items, and a changed text asks for a look")
    func guideline() async throws {
        let bench = try KnowledgeBench(citing: [
            "24": [
                Citation(
                    report: "R-1", item: ItemIdentity(.guideline, "lungcancer#egfr"),
                    said: ItemStatement(direction: "text old", strengths: []))
            ]
        ])
        func text(_ words: String) -> String {
            """
            name: lungcancer
            title: Nationellt vårdprogram lungcancer
            version: "6.1"
            publisher: RCC
            address: https://kunskapsbanken.cancercentrum.se/
            validFrom: 2026-01-01
            sections:
              - {anchor: egfr, title: EGFR, text: \(words)}

            """
        }
        let old = try await bench.take("guideline/lungcancer", try bench.write(text("Osimertinib")), release: nil, licence: "RCC")
        #expect(old.release == "6.1")
        try await bench.adopt(old)
        let new = try await bench.take(
            "guideline/lungcancer", try bench.write(text("Osimertinib och återbesök")), release: "6.2", licence: "RCC")
        let view = try bench.difference(new)
        #expect(view.affected.first?.reports.first?.gravest == .directionChanged)
        await #expect(throws: KnowledgeError.self) {
            try await bench.take("guideline/breast", try bench.write(text("x")), licence: "RCC")
        }
    }
}
