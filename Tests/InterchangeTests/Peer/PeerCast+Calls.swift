import GenomeModel
import Questions
import TestSupport

/// Consequences and structural events made up at random.
extension PeerCast {
    mutating func interval() -> Interval? {
        guard let first = Position(number(1...8_000)), let last = Position(number(8_000...16_000)) else { return nil }
        return Interval(contig: random.pick(Contig.all), first: first, last: last)
    }

    mutating func consequenceQuery() -> ConsequenceQuery {
        ConsequenceQuery(
            geneSymbol: maybe { $0.random.pick(["BRCA1", "HLA-DRB1"]) }, geneID: maybe { _ in "ENSG00000012048" },
            terms: some(["stop_gained", "missense_variant"]), impacts: some([ConsequenceImpact.high, .moderate]),
            hgvsCoding: maybe { _ in "c.68_69del" }, hgvsProtein: maybe { _ in "p.Glu23ValfsTer17" })
    }

    mutating func eventSelection() -> EventSelection? {
        func span(_ cast: inout PeerCast) -> ClosedRange<UInt32> { UInt32(cast.number(1...50))...UInt32(cast.number(50...900)) }
        guard let interval = interval() else { return nil }
        return EventSelection(
            kinds: some(StructuralKind.allCases), in: interval, first: maybe(span), second: maybe(span), length: maybe(span))
    }

    /// As a region tells of one: without anybody's copies, and without how sure the breakpoints are.
    mutating func event() -> StructuralEvent? {
        let contigs = Contig.all
        guard let low = Position(number(1...8_000)), let high = Position(number(8_000...16_000)) else { return nil }
        let (one, other) = (Breakpoint(random.pick(contigs), low), Breakpoint(random.pick(contigs), high))
        let (side, otherSide) = (random.pick(BreakendSide.allCases), random.pick(BreakendSide.allCases))
        switch random.pick(StructuralKind.allCases) {
        case .insertion: return StructuralEvent(insertionAt: one, length: maybe { UInt32($0.number(1...9_000)) })
        case .singleBreakend: return StructuralEvent(single: Breakend(one, keeping: side))
        case .adjacency:
            return StructuralEvent(
                joining: Breakend(one, keeping: side), Breakend(other, keeping: otherSide),
                genes: maybe { FusionGenes("EML4", $0.maybe { _ in "ALK" }) } ?? nil)
        case let kind: return StructuralEvent(kind, from: one, to: Breakpoint(one.contig, high))
        }
    }

    mutating func annotation(_ assembly: Assembly) -> VariantAnnotation {
        let consequences = (0..<number(1...4)).map { _ in
            TranscriptConsequence(
                feature: TranscriptFeature(
                    geneSymbol: random.pick(["", "BRCA1"]), hgncID: random.pick(["", "HGNC:1100"]), geneID: text(),
                    type: "Transcript", identifier: text(), biotype: random.pick(["", "protein_coding"]),
                    marks: TranscriptFeature.Marks(rawValue: UInt8(number(0...7)))),
                terms: [ConsequenceTerm(rawValue: random.pick(["stop_gained", "a_term_to_come"]))],
                impact: random.pick([ConsequenceImpact.modifier, .low, .moderate, .high]),
                hgvsCoding: random.pick(["", "ENST00000357654.9:c.5266dup"]),
                hgvsProtein: random.pick(["", "p.Gln1756ProfsTer74"]),
                exon: random.pick(["", "19/23"]), intron: random.pick(["", "2/22"]))
        }
        return VariantAnnotation(
            version: AnnotationVersion(
                tool: random.pick(AnnotationVersion.Tool.allCases), version: text(), database: text(), assembly: assembly),
            consequences: consequences)
    }
}
