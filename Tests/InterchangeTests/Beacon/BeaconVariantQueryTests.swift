import GenomeModel
import Interchange
import Questions
import StructuredText
import TestSupport
import Testing

/// Beacon's 0-based half-open coordinates and our 1-based closed ones.
struct BeaconVariantQueryTests {
    static func query(_ body: String, genes: GeneLoci = .none) throws -> BeaconVariantQuery? {
        try BeaconVariantQuery(try BeaconRequest(body: Array(body.utf8)).variant, genes: genes)
    }

    static func interval(_ contig: String, _ first: Int, _ last: Int) throws -> Interval {
        let contig = try #require(Contig(name: contig))
        let (first, last) = (try #require(Position(first)), try #require(Position(last)))
        return try #require(Interval(contig: contig, first: first, last: last))
    }

    @Test(
        "An allele is found however it is named",
        arguments: [
            #"{"referenceName":"refseq:NC_000017.11","start":[43093463],"referenceBases":"G","alternateBases":"A"}"#,
            #"{"referenceName":"chr17","assemblyId":"GRCh38.p13","start":43093463,"end":43093464,"referenceBases":"g","alternateBases":"a"}"#,
            #"{"referenceName":"17","assemblyId":"GCF_000001405.39","start":43093463,"referenceBases":"G","alternateBases":"A"}"#,
            #"{"genomicAlleleShortForm":"NC_000017.11:g.43093464G>A"}"#, #"{"allele":"NC_000017.11:43093463:G:A"}"#,
            #"{"assemblyId":"GRCh38","genomicAlleleShortForm":"chr17:g.43093464G>A"}"#,
        ])
    func alleles(_ body: String) throws {
        #expect(try Self.query(body) == .allele(try BeaconRequestTests.variant("17-43093464-G-A"), .grch38))
    }

    @Test("A range holds the bases from start to the one before end")
    func ranges() throws {
        let found = try Self.query(#"{"referenceName":"17","assemblyId":"GRCh37","start":99,"end":200}"#)
        #expect(found == .selection(.overlapping(try Self.interval("17", 100, 200), reference: nil, alternate: nil), .grch37))
        let limited = try Self.query(
            #"{"referenceName":"17","assemblyId":"GRCh37","start":[99],"end":[200],"alternateBases":"T"}"#)
        #expect(limited == .selection(.overlapping(try Self.interval("17", 100, 200), reference: nil, alternate: "T"), .grch37))
    }

    @Test("A bracket holds exactly the variants whose half-open ends lie between its values")
    func brackets() throws {
        let contig = try #require(Contig(name: "17"))
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<200 {
            let start = [Int.random(in: 0..<50, using: &generator)].flatMap {
                [$0, $0 + Int.random(in: 1..<20, using: &generator)]
            }
            let end = [Int.random(in: 1..<80, using: &generator)].flatMap {
                [$0, $0 + Int.random(in: 1..<20, using: &generator)]
            }
            let found = try Self.query(
                #"{"referenceName":"17","assemblyId":"GRCh38","start":[\#(start[0]),\#(start[1])],"end":"\#(end[0]),\#(end[1])"}"#
            )
            guard case .selection(.bracket(contig, let first, let last), .grch38)? = found else {
                Issue.record("no bracket")
                return
            }
            // The oracle says in Beacon's own coordinates which variants are meant.
            for from in 0..<80 {
                for length in 1..<30 {
                    let isMeant = (start[0]..<start[1]).contains(from) && (end[0]..<end[1]).contains(from + length)
                    let isFound = first.contains(UInt32(from + 1)) && last.contains(UInt32(from + length))
                    #expect(isMeant == isFound)
                }
            }
        }
    }

    @Test("A gene is asked for by symbol or identifier, on GRCh38")
    func genes() throws {
        let locus = GeneLocus(symbol: "BRCA1", identifier: "HGNC:1100", interval: try Self.interval("17", 43_044_295, 43_125_364))
        let genes = GeneLoci([locus])
        for name in ["BRCA1", "brca1", "HGNC:1100"] {
            let found = try Self.query(#"{"geneId":"\#(name)"}"#, genes: genes)
            #expect(found == .selection(.overlapping(locus.interval, reference: nil, alternate: nil), .grch38))
        }
        let error = #expect(throws: BeaconRequestError.self) {
            try Self.query(#"{"geneId":"BRCA1","assemblyId":"GRCh37"}"#, genes: genes)
        }
        #expect(error?.code == .geneAssembly)
    }

    @Test("Structural events are meant by type or length, over a base, a range, a bracket or a gene")
    func events() throws {
        let interval = try Self.interval("17", 100, 200)
        let place = #""referenceName":"17","assemblyId":"GRCh38""#
        #expect(
            try Self.query("{\(place),\"start\":99,\"end\":200,\"variantType\":\"DEL\"}")
                == .selection(.events(EventSelection(kinds: [.deletion], in: interval)), .grch38))
        #expect(
            try Self.query("{\(place),\"start\":99,\"end\":200,\"variantType\":\"BND\",\"variantMinLength\":50}")
                == .selection(
                    .events(
                        EventSelection(
                            kinds: [.adjacency, .singleBreakend], in: interval, length: 50...Position.limit)), .grch38))
        #expect(
            try Self.query("{\(place),\"start\":99,\"end\":200,\"variantMaxLength\":1000}")
                == .selection(.events(EventSelection(in: interval, length: 1...1000)), .grch38))
        let bracket = try Self.query("{\(place),\"start\":[99,110],\"end\":[190,201],\"variantType\":\"DUP:TANDEM\"}")
        var expected = EventSelection(kinds: [.duplication], in: interval)
        (expected.first, expected.second) = (100...110, 190...200)
        #expect(bracket == .selection(.events(expected), .grch38))
        let locus = GeneLocus(symbol: "BRCA1", identifier: "HGNC:1100", interval: try Self.interval("17", 43_044_295, 43_125_364))
        #expect(
            try Self.query(#"{"geneId":"BRCA1","variantType":"INV"}"#, genes: GeneLoci([locus]))
                == .selection(.events(EventSelection(kinds: [.inversion], in: locus.interval)), .grch38))
        let event = try StructuralNotation.parse("DEL-17-100-200", assembly: .grch37)
        let identifier = BeaconVariantQuery.identifier(event, .grch37)
        #expect(try BeaconVariantQuery(identifier: identifier) == .event(event, .grch37))
    }

    @Test(
        "A change of amino acid is asked of the annotations, as they write it",
        arguments: [("V600E", "p.Val600Glu"), ("p.Val600Glu", "p.Val600Glu"), ("E746_A750del", "p.E746_A750del")])
    func aminoAcids(written: String, expected: String) throws {
        let locus = GeneLocus(symbol: "BRAF", identifier: "HGNC:1097", interval: try Self.interval("7", 1000, 2000))
        let found = try Self.query(#"{"geneId":"HGNC:1097","aminoacidChange":"\#(written)"}"#, genes: GeneLoci([locus]))
        let query = ConsequenceQuery(geneSymbol: "BRAF", hgvsProtein: expected)
        #expect(found == .selection(.consequence(query, in: nil), .grch38))
        #expect(
            try Self.query(#"{"assemblyId":"GRCh37","aminoacidChange":"\#(written)"}"#)
                == .selection(.consequence(ConsequenceQuery(hgvsProtein: expected), in: nil), .grch37))
    }

    static let bad: [(String, BeaconRequestError.Code)] = [
        (#"{"referenceName":"17","start":5,"alternateBases":"A"}"#, .assemblyMissing),
        (#"{"referenceName":"17","assemblyId":"mm10","start":5,"alternateBases":"A"}"#, .assemblyUnknown),
        (#"{"referenceName":"NC_000017.11","assemblyId":"GRCh37","start":5,"alternateBases":"A"}"#, .assemblyDiffers),
        (#"{"assemblyId":"GRCh38","start":5,"alternateBases":"A"}"#, .referenceMissing),
        (#"{"referenceName":"chr99","assemblyId":"GRCh38","start":5,"alternateBases":"A"}"#, .contigUnknown),
        (#"{"referenceName":"17","assemblyId":"GRCh38"}"#, .positionsMissing),
        (#"{"referenceName":"17","assemblyId":"GRCh38","start":5}"#, .allelesMissing),
        (#"{"referenceName":"17","assemblyId":"GRCh38","start":[5,6]}"#, .positionPairs),
        (#"{"referenceName":"17","assemblyId":"GRCh38","start":[5,6,7],"end":[8,9]}"#, .positionPairs),
        (#"{"referenceName":"17","assemblyId":"GRCh38","end":8}"#, .positionPairs),
        (#"{"referenceName":"17","assemblyId":"GRCh38","start":5,"end":5}"#, .emptyRange),
        (#"{"referenceName":"17","assemblyId":"GRCh38","start":[6,5],"end":[8,9]}"#, .emptyRange),
        (#"{"referenceName":"17","assemblyId":"GRCh38","start":83257441,"end":83257441}"#, .emptyRange),
        (#"{"referenceName":"17","assemblyId":"GRCh38","start":83257442,"alternateBases":"A"}"#, .pastEnd),
        (#"{"referenceName":"17","assemblyId":"GRCh38","start":83257441,"referenceBases":"A","alternateBases":"C"}"#, .pastEnd),
        (#"{"referenceName":"17","assemblyId":"GRCh38","start":5,"referenceBases":"N","alternateBases":"A"}"#, .wildcardBases),
        (#"{"referenceName":"17","assemblyId":"GRCh38","start":5,"referenceBases":"A","alternateBases":""}"#, .wildcardBases),
        (#"{"referenceName":"17","assemblyId":"GRCh38","start":5,"referenceBases":"A","alternateBases":"A"}"#, .notAVariant),
        (#"{"geneId":"BRCA1","start":5,"referenceName":"17"}"#, .twoQueries), (#"{"geneId":"NOSUCHGENE"}"#, .geneUnknown),
        (#"{"genomicAlleleShortForm":"NM_004006.2:c.4375C>T","assemblyId":"GRCh38"}"#, .notAVariant),
        (#"{"genomicAlleleShortForm":"ga4gh:VA.abcdef"}"#, .notAVariant),
        (#"{"genomicAlleleShortForm":"NC_000017.11:g.43093464del"}"#, .notAVariant),
        (#"{"aminoacidChange":"V600E"}"#, .assemblyMissing),
        (#"{"aminoacidChange":"V600E","assemblyId":"GRCh38","referenceName":"17"}"#, .twoQueries),
        (#"{"aminoacidChange":"V600E","referenceName":"17","assemblyId":"GRCh38","start":5}"#, .twoQueries),
        (#"{"aminoacidChange":"V600E","geneId":"NOSUCHGENE"}"#, .geneUnknown),
        (#"{"variantType":"DUP","referenceName":"17","start":5}"#, .assemblyMissing),
        (#"{"variantType":"STR","referenceName":"17","assemblyId":"GRCh38","start":5,"end":9}"#, .notHeld),
        (#"{"variantType":"DEL","referenceName":"17","assemblyId":"GRCh38","start":5,"alternateBases":"A"}"#, .twoQueries),
        (
            #"{"variantMinLength":9,"variantMaxLength":5,"referenceName":"17","assemblyId":"GRCh38","start":5,"end":9}"#,
            .outOfRange
        ), (#"{"variantMinLength":5}"#, .positionsMissing), (#"{"mateName":"17"}"#, .notHeld),
    ]

    @Test("What names no variant here is refused", arguments: bad)
    func refused(_ body: String, _ code: BeaconRequestError.Code) throws {
        let error = #expect(throws: BeaconRequestError.self) { try Self.query(body) }
        #expect(error?.code == code)
        // What was asked for never comes back in an error.
        #expect(error?.description.contains("43093464") == false && error?.description.contains("83257441") == false)
    }

    @Test("The identifier in an answer leads back to the variant")
    func identifiers() throws {
        let variant = try BeaconRequestTests.variant("17-43093464-G-A")
        for assembly in Assembly.allCases {
            let text = BeaconVariantQuery.identifier(variant, assembly)
            #expect(try BeaconVariantQuery(identifier: text) == .allele(variant, assembly))
        }
        #expect(throws: BeaconRequestError.self) { try BeaconVariantQuery(identifier: "17-43093464-G-A") }
    }
}
