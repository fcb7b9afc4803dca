import KnowledgeModel
import StructuredText
import Testing

@Suite("A gene list")
struct GeneListTests {
    // The columns of PanelApp's export.
    static let panelApp =
        "Entity Name\tEntity type\tGene Symbol\tSources(; separated)\tLevel4\tModel_Of_Inheritance\tPhenotypes\tGEL_Status\tversion\tHGNC\n"

    @Test("Is read from PanelApp's export")
    func panelApp() throws {
        let rows = [
            "BRCA2\tgene\tBRCA2\tNHS GMS;Expert Review Green\tBreast\tMONOALLELIC, autosomal or pseudoautosomal, NOT imprinted\tBreast cancer;\"Fanconi anemia, \"\"D1\"\"\"\t3\t2.1\tHGNC:1101",
            "AR_CAG\tstr\tAR\tExpert Review Amber\tBreast\tX-LINKED: hemizygous mutation in males\t\t2\t2.1\tHGNC:644",
            "TP53\tgene\tTP53\t\tBreast\t\t\t1\t2.1\tHGNC:11998",
        ]
        let read = try GeneListEntry.read(
            Array((GeneListTests.panelApp + rows.joined(separator: "\n") + "\n").utf8), list: "Bröst")
        #expect(read.diagnostics.total == 0)
        #expect(read.items.map(\.identity.key) == ["Bröst/AR_CAG", "Bröst/HGNC:1101", "Bröst/HGNC:11998"])
        #expect(read.items.map(\.confidence) == [.amber, .green, .red])
        #expect(read.items.map(\.inheritanceMode) == [.xLinked, .monoallelic, nil])
        #expect(read.items[1].sources == ["NHS GMS", "Expert Review Green"])
        #expect(read.items[1].phenotypes.count == 2)
    }

    @Test("Is read from a plain table, and a damaged row is told by line and column")
    func plain() throws {
        let text =
            "symbol\thgnc\tconfidence\tinheritance\nMLH1\tHGNC:7127\tgreen\tBIALLELIC\nMSH2\t7325\tgreen\t\nMSH6\t\tblue\t\nPMS2\t\t\t\n"
        let read = try GeneListEntry.read(Array(text.utf8), list: "Lynch")
        #expect(read.items.map(\.symbol) == ["PMS2", "MLH1"])
        #expect(read.items.last?.inheritanceMode == .biallelic)
        #expect(read.diagnostics.kept.map { [$0.place?.line, $0.place?.column] } == [[3, 6], [4, 7]])
        #expect(read.diagnostics.kept.map(\.field) == ["hgnc", "confidence"])
    }

    @Test("Of cBioPortal differ by the genes that set arithmetic finds", .enabled(if: SharedData.isThere, "needs ../shared/data"))
    func panels() throws {
        let panels = try #require(JSONReader.read(SharedData.bytes("genes/gene-panels.json.gz")).array)
        let symbols = panels.map { Set(($0["genes"]?.array ?? []).compactMap { $0["hugoGeneSymbol"]?.string }) }
        #expect(panels.count == 65)
        for (old, new) in zip(symbols, symbols.dropFirst()) {
            func list(_ symbols: Set<String>) -> [GeneListEntry] {
                symbols.map { GeneListEntry(list: "P", symbol: $0) }.sorted { $0.identity < $1.identity }
            }
            let counts = try KnowledgeDifference(from: list(old), to: list(new)).counts
            #expect(counts.added == new.subtracting(old).count && counts.gone == old.subtracting(new).count)
            #expect(counts.unchanged == old.intersection(new).count)
        }
    }
}
