import KnowledgeModel
import Testing

@Suite("A molecular profile")
struct ProfileParsingTests {
    /// What a name is read as, in a form that a table can hold.
    static func outline(_ profile: MolecularProfile) -> String {
        switch profile {
        case .feature(let feature): outline(feature)
        case .all(let parts): "(" + parts.map(outline).joined(separator: " & ") + ")"
        case .any(let parts): "(" + parts.map(outline).joined(separator: " | ") + ")"
        case .not(let part): "!" + outline(part)
        case .unreadable(let text): "?\(text)?"
        }
    }

    static func outline(_ feature: ProfileFeature) -> String {
        switch feature.alteration {
        case .protein(let change, let coding): "\(feature.gene) \(change)" + (coding.map { " " + $0 } ?? "")
        case .fusion(let fusion):
            "\(outline(fusion.fivePrime))::\(outline(fusion.threePrime))" + (fusion.isOrdered ? "" : " unordered")
                + (fusion.exons.map { " e\($0.fivePrime)-e\($0.threePrime)" } ?? "")
        case let other: "\(feature.gene) \(other)"
        }
    }

    static func outline(_ partner: Fusion.Partner) -> String {
        switch partner {
        case .gene(let symbol): symbol
        case .any: "v"
        case .unknown: "?"
        }
    }

    @Test(
        "Of the releases since 2022 is read as an expression",
        arguments: [
            ("BRAF V600E", "BRAF V600E"), ("BRAF V600", "BRAF codon(600)"), ("KRAS G12/G13", "(KRAS codon(12) | KRAS codon(13))"),
            ("U2AF1 S34Y/F", "(U2AF1 S34Y | U2AF1 S34F)"), ("VHL S65W (c.194C>G)", "VHL S65W c.194C>G"),
            ("EML4::ALK Fusion", "EML4::ALK"), ("v::ALK Fusion", "v::ALK"), ("FGFR2::? Fusion", "FGFR2::?"),
            ("EML4::ALK e6::e20", "EML4::ALK e6-e20"), ("EWSR1 EWSR1::CREB1", "EWSR1::CREB1"),
            (
                "MET Amplification AND NOT KRAS Mutation",
                "(MET copyNumber(KnowledgeModel.CopyNumberEvent.amplification) & !KRAS anyMutation)"
            ),
            ("NOT KIT D816V", "!KIT D816V"),
            ("BCR::ABL1 Fusion AND ( ABL1 F317L OR ABL1 F317V )", "(BCR::ABL1 & (ABL1 F317L | ABL1 F317V))"),
            (
                "BRAF V600E OR NRAS Mutation AND NF1 Loss",
                "(BRAF V600E | (NRAS anyMutation & NF1 copyNumber(KnowledgeModel.CopyNumberEvent.loss)))"
            ),
            ("VHL P81S (c.241C>T) and L188V (c.562C>G)", "(VHL P81S c.241C>T & VHL L188V c.562C>G)"),
            ("PRPS1 PRPS1 MUTATION", "PRPS1 anyMutation"),
            ("EGFR Exon 19 del", "EGFR exon(ClosedRange(19...19), KnowledgeModel.ExonEvent.deletion)"),
            ("MSI High", "MSI signature(\"MSI\", KnowledgeModel.SignatureState.high)"),
            ("NTRK1 rs1801270", "NTRK1 dbSNP(\"rs1801270\")"),
            ("VHL Splice Site (c.340+1G>A)", "VHL coding(\"c.340+1G>A\")"), ("TP53 c.393T>C", "TP53 coding(\"c.393T>C\")"),
            ("AR AR-V7", "AR isoform(\"AR-V7\")"), ("UGT1A1 UGT1A1*28", "UGT1A1 starAllele(\"UGT1A1*28\")"),
            // What is not understood stays as it was written, and the rest around it is still read.
            ("ABL1 Double Ph", "?ABL1 Double Ph?"), ("BRAF Non-V600 OR BRAF V600E", "(?BRAF Non-V600? | BRAF V600E)"),
            ("( BRAF V600E", "?( BRAF V600E?"), ("BRAF V600E AND", "?BRAF V600E AND?"), ("BRAF", "?BRAF?"), ("", "??"),
        ])
    func current(text: String, expected: String) {
        #expect(ProfileParsingTests.outline(MolecularProfile(parsing: text)) == expected)
    }

    @Test(
        "Of a gene and a variant's name before 2022 is read alike",
        arguments: [
            ("ABL1", "BCR-ABL T315I", "(BCR::ABL1 & ABL1 T315I)"),
            ("ABL1", "BCR-ABL L248R F359I", "(BCR::ABL1 & ABL1 L248R & ABL1 F359I)"),
            ("ALK", "EML4-ALK", "EML4::ALK"), ("ALK", "NPM-ALK", "NPM1::ALK"), ("ALK", "ALK FUSIONS", "v::ALK unordered"),
            ("ALK", "ALK FUSION G1202R", "(v::ALK unordered & ALK G1202R)"), ("ALK", "EML4-ALK e6-e20", "EML4::ALK e6-e20"),
            ("ALK", "EML4-ALK C1156Y-L1198F", "(EML4::ALK & ALK C1156Y & ALK L1198F)"),
            ("BRAF", "V600E and V600M", "(BRAF V600E & BRAF V600M)"),
            ("FGFR3", "LOSS-OF-FUNCTION", "FGFR3 consequence(KnowledgeModel.ConsequenceGroup.lossOfFunction)"),
            ("EGFR", "EXON 19 DELETION", "EGFR exon(ClosedRange(19...19), KnowledgeModel.ExonEvent.deletion)"),
            (
                "HLA-C", "COPY-NEUTRAL LOSS OF HETEROZYGOSITY",
                "HLA-C copyNumber(KnowledgeModel.CopyNumberEvent.lossOfHeterozygosity)"
            ),
        ])
    func former(gene: String, variant: String, expected: String) {
        #expect(ProfileParsingTests.outline(MolecularProfile(gene: gene, variant: variant)) == expected)
    }

    @Test("Nested too deeply is kept as text and does not exhaust the stack")
    func depth() {
        let text = String(repeating: "( ", count: 5000) + "BRAF V600E" + String(repeating: " )", count: 5000)
        #expect(!MolecularProfile(parsing: text).isReadable)
        #expect(!MolecularProfile(parsing: String(repeating: "NOT ", count: 5000) + "BRAF V600E").isReadable)
    }
}
