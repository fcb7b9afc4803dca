import GenomeModel
import Testing

@Suite("Terms of consequences")
struct ConsequenceTermTests {
    @Test("Each term has one place, and the impact never rises from one to the next")
    func rankingIsConsistent() {
        let ranking = ConsequenceTerm.ranking
        #expect(Set(ranking.map(\.term)).count == ranking.count)
        #expect(ranking.count == 41)
        for (place, entry) in ranking.enumerated() {
            #expect(ConsequenceTerm(rawValue: entry.term).severity == place)
            #expect(ConsequenceTerm(rawValue: entry.term).impact == entry.impact)
            if place > 0 { #expect(ranking[place - 1].impact >= entry.impact, "\(entry.term)") }
        }
    }

    @Test(
        "Impacts are those of Ensembl's table",
        arguments: [
            ("stop_gained", ConsequenceImpact.high), ("frameshift_variant", .high), ("splice_donor_variant", .high),
            ("missense_variant", .moderate), ("inframe_deletion", .moderate), ("splice_region_variant", .low),
            ("synonymous_variant", .low), ("intron_variant", .modifier), ("intergenic_variant", .modifier),
        ])
    func impacts(term: String, impact: ConsequenceImpact) {
        #expect(ConsequenceTerm(rawValue: term).impact == impact)
        #expect(ConsequenceImpact(name: impact.name) == impact)
    }

    @Test("Old names rank as new ones, and stay as they are")
    func oldNames() {
        let old = ConsequenceTerm(rawValue: "nc_transcript_variant")
        #expect(old.severity == ConsequenceTerm(rawValue: "non_coding_transcript_variant").severity)
        #expect(old.rawValue == "nc_transcript_variant")
        #expect(ConsequenceTerm(rawValue: "sequence_feature").severity == nil)
    }

    @Test("The impact of several terms is the highest")
    func highest() {
        let terms = ConsequenceTerm.list("intron_variant&splice_region_variant&sequence_feature")
        #expect(terms.map(\.rawValue) == ["intron_variant", "splice_region_variant", "sequence_feature"])
        #expect(TranscriptConsequence.impact(of: terms) == .low)
        #expect(TranscriptConsequence.impact(of: []) == .modifier)
    }
}
