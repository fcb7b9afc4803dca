import GenomeModel
import Questions
import ReportModel
import StructuredText
import Testing

/// What the one field of search understands.
struct SearchTextTests {
    static let genes: GeneLoci = {
        let places: [(String, String, String, Int, Int)] = [
            ("BRCA1", "HGNC:1100", "ENSG00000012048", 43_044_295, 43_125_364),
            ("BRCA1P1", "HGNC:28470", "", 43_170_000, 43_172_000),
            ("TP53", "HGNC:11998", "ENSG00000141510", 7_668_421, 7_687_490),
        ]
        return GeneLoci(
            places.compactMap { symbol, identifier, ensembl, first, last in
                guard let contig = Contig(name: "17"), let first = Position(first), let last = Position(last),
                    let interval = Interval(contig: contig, first: first, last: last)
                else { return nil }
                return GeneLocus(
                    symbol: symbol, identifier: identifier, interval: interval, ensembl: ensembl, strand: .reverse,
                    transcript: symbol == "BRCA1" ? "NM_007294.4" : "")
            })
    }()

    static func read(_ text: String, _ assembly: Assembly = .grch38) -> SearchText? {
        SearchText(text, assembly: assembly, genes: genes)
    }

    @Test(
        "One variant in every notation",
        arguments: [
            "17-43093464-G-A", "chr17:43093464:G:A", "17:43093464 G>A", "NC_000017.11:43093463:G:A", "chr17:g.43093464G>A",
            "NC_000017.11:g.43093464G>A", "  17-43093464-g-a ", "hg38 17-43093464-G-A", "GRCh38:17-43093464-G-A",
        ])
    func variants(_ text: String) throws {
        guard case .variant(let variant, .grch38) = Self.read(text) else {
            Issue.record("not a variant")
            return
        }
        #expect(variant.contig.name == "17" && variant.position.value == 43_093_464)
        #expect(variant.reference == "G" && variant.alternate == "A")
    }

    @Test(
        "A text that states its assembly is read against that one",
        arguments: ["NC_000017.10:g.41245466G>A", "hg19 17-41245466-G-A"])
    func otherAssembly(_ text: String) {
        guard case .variant(let variant, .grch37) = Self.read(text) else {
            Issue.record("not a variant of GRCh37")
            return
        }
        #expect(variant.position.value == 41_245_466)
    }

    @Test(
        "Ranges",
        arguments: [
            "17:43044295-43125364", "chr17:43,044,295-43,125,364", "17-43044295-43125364", "NC_000017.11:43044295-43125364",
        ])
    func ranges(_ text: String) {
        guard case .range(let interval, .grch38) = Self.read(text) else {
            Issue.record("not a range")
            return
        }
        #expect(interval.notation == "17:43044295-43125364")
    }

    @Test("Genes by symbol and identifier", arguments: ["BRCA1", "brca1", "HGNC:1100", "ENSG00000012048"])
    func genes(_ text: String) {
        guard case .gene(let gene) = Self.read(text) else {
            Issue.record("not a gene")
            return
        }
        #expect(gene.symbol == "BRCA1")
    }

    @Test(
        "Classifications in both languages",
        arguments: [
            ("pathogenic", PathogenicityClass.pathogenic), ("Patogen", .pathogenic),
            ("likely-pathogenic", .likelyPathogenic),
            ("sannolikt patogen", .likelyPathogenic), ("VUS", .uncertain), ("klass 2", .likelyBenign), ("benign", .benign),
        ])
    func classifications(_ text: String, _ word: PathogenicityClass) {
        #expect(Self.read(text) == .classification(word))
    }

    @Test("A number of dbSNP is known for what it is")
    func dbSNP() {
        #expect(Self.read("RS80357906") == .dbSNP("rs80357906"))
    }

    @Test(
        "What is not understood is said to be so, and why",
        arguments: [
            ("NOSUCHGENE", SearchTrouble.unknown), ("99-5-A-G", .unknownContig), ("17-43093464-G-G", .noChange),
            ("17-43093464-G-<DEL>", .allele), ("NM_000546.6:c.68_69del", .notGenomic), ("DEL-17-9-5", .position),
            ("17-999999999-A-G", .position),
            ("ga4gh:VA.abc", .digest), ("NC_000017.11:g.43124028_43124029del", .needsReference), ("17", .unknown),
            (String(repeating: "A", count: 1_001), .tooLong),
        ])
    func troubles(_ text: String, _ trouble: SearchTrouble) {
        guard case .unclear(let found, _) = Self.read(text) else {
            Issue.record("understood")
            return
        }
        #expect(found == trouble)
        // Nothing of what was written comes back.
        #expect(!found.message.sv.contains(text) && !found.message.en.contains(text))
    }

    @Test("A beginning offers genes")
    func offers() {
        guard case .unclear(_, let beginning) = Self.read("BRC") else {
            Issue.record("understood")
            return
        }
        #expect(beginning.map(\.symbol) == ["BRCA1", "BRCA1P1"])
    }

    @Test(
        "What a variant of a gene does, in the words of its transcript or protein",
        arguments: [
            ("BRCA1:c.68_69del", "c.68_69del"), ("brca1 p.C61G", "p.Cys61Gly"), ("NM_007294.4:c.181T>G", "c.181T>G"),
            ("NM_007294.3(BRCA1):c.181T>G", "c.181T>G"), ("BRCA1:p.(Cys61Gly)", "p.(Cys61Gly)"),
        ])
    func consequences(_ text: String, _ change: String) {
        guard case .consequence(let gene, let found) = Self.read(text) else {
            Issue.record("not a consequence")
            return
        }
        #expect(gene.symbol == "BRCA1" && found == change)
    }

    @Test(
        "Structural events",
        arguments: [
            ("chr2:1000-5000 DEL", "DEL-2-1000-5000"), ("dup 2:1,000-5,000", "DUP-2-1000-5000"),
            ("BND-9-130854064-L-22-23290555-R", "BND-9-130854064-L-22-23290555-R"), ("ins-2-1000-300", "INS-2-1000-300"),
        ])
    func events(_ text: String, _ notation: String) {
        guard case .event(let event, .grch38) = Self.read(text) else {
            Issue.record("not an event")
            return
        }
        #expect(event.notation == notation)
    }

    @Test("Nothing is nothing", arguments: ["", "   ", "\n\t"])
    func nothing(_ text: String) { #expect(Self.read(text) == nil) }
}
