import GenomeModel
import Testing

@Suite("The transcript to show")
struct TranscriptChoiceTests {
    private static func consequence(
        _ name: String, _ terms: String, _ marks: TranscriptFeature.Marks = [], biotype: String = "protein_coding",
        impact: ConsequenceImpact? = nil
    ) -> TranscriptConsequence {
        let list = ConsequenceTerm.list(terms)
        return TranscriptConsequence(
            feature: TranscriptFeature(identifier: name, biotype: biotype, marks: marks), terms: list,
            impact: impact ?? TranscriptConsequence.impact(of: list))
    }

    /// In each row the first is the one to show.
    private static let cases: [(why: String, consequences: [TranscriptConsequence])] = [
        (
            "MANE Select before a more severe other",
            [
                consequence("B", "missense_variant", .maneSelect), consequence("A", "stop_gained", .manePlusClinical),
                consequence("C", "stop_gained", .canonical), consequence("D", "stop_gained"),
            ]
        ),
        (
            "MANE Plus Clinical before canonical",
            [consequence("B", "intron_variant", .manePlusClinical), consequence("A", "missense_variant", .canonical)]
        ),
        (
            "canonical before a more severe other",
            [consequence("B", "synonymous_variant", .canonical), consequence("A", "missense_variant")]
        ),
        (
            "severity among those without marks",
            [consequence("B", "intron_variant&splice_region_variant"), consequence("A", "intron_variant")]
        ),
        (
            "two MANE Select transcripts: the more severe",
            [consequence("B", "stop_gained", .maneSelect), consequence("A", "3_prime_UTR_variant", .maneSelect)]
        ),
        (
            "a gene that is hit before a neighbour's MANE Select",
            [consequence("B", "missense_variant"), consequence("A", "downstream_gene_variant", .maneSelect)]
        ),
        (
            "what Ensembl does not rank comes after what it does",
            [consequence("B", "intron_variant"), consequence("A", "sequence_feature", impact: .low)]
        ),
        (
            "the annotation's impact parts equal terms",
            [
                consequence("B", "structural_interaction_variant", impact: .high),
                consequence("A", "sequence_feature", impact: .low),
            ]
        ),
        (
            "protein-coding before others",
            [consequence("B", "intron_variant"), consequence("A", "intron_variant", biotype: "retained_intron")]
        ),
        ("the identifier where nothing else decides", [consequence("A", "intron_variant"), consequence("B", "intron_variant")]),
    ]

    @Test("Is the same in whatever order they stand", arguments: cases.indices)
    func shown(index: Int) {
        let (why, consequences) = TranscriptChoiceTests.cases[index]
        #expect(TranscriptConsequence.shown(among: consequences) == consequences[0], "\(why)")
        #expect(TranscriptConsequence.shown(among: consequences.reversed()) == consequences[0], "\(why)")
    }

    @Test("There is none among none") func none() { #expect(TranscriptConsequence.shown(among: []) == nil) }

    @Test(
        "A transcript's version comes from HGVS where the identifier has none",
        arguments: [
            ("ENST00000357654", "ENST00000357654.9:c.5266dup", "ENST00000357654.9"),
            ("ENST00000357654", "", "ENST00000357654"), ("NM_007294.4", "NM_007294.4:c.5266dup", "NM_007294.4"),
            ("ENST00000357654", "c.5266dup", "ENST00000357654"), ("ENST0000035765", "ENST00000357654.9:c.1A>G", "ENST0000035765"),
        ])
    func version(identifier: String, coding: String, transcript: String) {
        var consequence = TranscriptChoiceTests.consequence(identifier, "intron_variant")
        consequence.hgvsCoding = coding
        #expect(consequence.transcript == transcript)
    }
}
