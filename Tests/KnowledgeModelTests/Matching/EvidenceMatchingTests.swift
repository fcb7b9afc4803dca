import ClinicalModel
import GenomeModel
import KnowledgeModel
import Testing

/// Each row: findings, the patient's OncoTree code, an item of CIViC, and what it should be found to be. The items are real, `Fixtures`.
@Suite("Evidence is matched")
struct EvidenceMatchingTests {
    static func match(
        _ findings: [FindingFeatures], _ tumour: String, _ number: Int, examined: Set<String> = []
    ) throws -> EvidenceMatch<EvidenceItem>? {
        let code = try #require(Code(.oncotree, tumour))
        return try Carried.matcher.get().matches(for: findings, examined: examined, tumour: [code]).first {
            $0.item.number == number
        }
    }

    @Test(
        "By change, codon, exon, domain, copy number, fusion, signature and gene, and by tumour type",
        arguments: [
            // EGFR L858R, EID229 (NSCLC) and EID879 (lung adenocarcinoma).
            ([Found.l858r], "LUAD", 229, MatchLevel.variant, TumourRelation.broader),
            ([Found.l858r], "LUAD", 879, .variant, .same),
            ([Found.l858r], "NSCLC", 879, .variant, .narrower),
            // EGFR exon 19 deletion, EID413 (NSCLC).
            ([Found.exon19], "LUAD", 413, .exon, .broader),
            ([Found.small("EGFR", "L747_P753delinsS", .inFrameDeletion, exon: 19)], "NSCLC", 413, .exon, .same),
            // EGFR T790M, EID238 (NSCLC), and both mutations, EID11599.
            ([Found.t790m], "LUAD", 238, .variant, .broader), ([Found.l858r, Found.t790m], "LUAD", 11599, .variant, .broader),
            ([Found.t790m, Found.exon19, Found.c797s], "LUAD", 1396, .exon, .same),
            // EGFR exon 20 insertion, EID1809 (lung adenocarcinoma).
            ([Found.small("EGFR", "A763_Y764insFQEA", .inFrameInsertion, exon: 20)], "LUAD", 1809, .exon, .same),
            // BRAF V600E: EID95 melanoma, EID89 colorectal cancer; V600: EID1411 skin melanoma.
            ([Found.v600e], "SKCM", 95, .variant, .broader), ([Found.v600e], "COAD", 89, .variant, .broader),
            ([Found.v600e], "SKCM", 89, .variant, .other), ([Found.v600e], "COAD", 95, .variant, .other),
            ([Found.v600e], "SKCM", 1411, .codon, .same), ([Found.v600k], "SKCM", 1411, .codon, .same),
            ([Found.v600e], "MEL", 1411, .codon, .narrower),
            // KRAS G12C: EID1142 NSCLC, EID1173 cancer, EID1216 colorectal cancer; G12: EID8; G12/G13: EID134; any mutation: EID820.
            ([Found.g12c], "LUAD", 1142, .variant, .broader), ([Found.g12c], "LUAD", 1173, .variant, .any),
            ([Found.g12c], "READ", 1216, .variant, .broader), ([Found.g12d], "READ", 134, .codon, .broader),
            ([Found.g12c], "AML", 8, .codon, .related(Code(.doid, "1240")!)), ([Found.g12c], "HGSOC", 820, .gene, .broader),
            // EML4::ALK: EID1188 the fusion, EID1192 e6::e20, EID1187 any partner.
            ([Found.eml4ALK], "LUAD", 1188, .fusionPartners, .broader), ([Found.eml4ALK], "LUAD", 1187, .fusionPartner, .broader),
            ([Found.fusion("EML4", "ALK", (6, 20))], "LUAD", 1192, .variant, .broader),
            ([Found.fusion("KIF5B", "ALK")], "LUAD", 1187, .fusionPartner, .broader),
            ([Found.fusion(nil, "ALK")], "LUAD", 1187, .fusionPartner, .broader),
            ([Found.eml4ALK, Found.small("ALK", "G1202R", .missense)], "LUAD", 1345, .fusionPartners, .broader),
            // ERBB2 amplification: EID760 breast cancer, EID895 colorectal cancer; Y772_A775dup EID960 (NSCLC).
            ([Found.her2], "IDC", 760, .copyNumber, .broader), ([Found.her2], "COAD", 895, .copyNumber, .broader),
            ([Found.small("ERBB2", "A775_G776insYVMA", .inFrameInsertion, exon: 20)], "LUAD", 960, .variant, .broader),
            (
                [Found.small("ERBB2", "L755S", .missense, exon: 19, domains: [ProteinDomain(named: "Protein kinase domain")])],
                "LUAD", 12808, .domain, .broader
            ),
            ([Found.small("ERBB2", "G778_P780dup", .inFrameInsertion, exon: 20)], "LUAD", 12808, .exon, .broader),
            // BRCA1 and BRCA2: loss of function EID211, EID212 (ovarian cancer), EID4838 (breast cancer); any mutation of either EID12763.
            ([Found.copies("BRCA1", .deepDeletion)], "HGSOC", 211, .consequence, .broader),
            ([Found.small("BRCA2", "S1982fs", .frameshift)], "HGSOC", 212, .consequence, .broader),
            ([Found.small("BRCA1", "Q1756fs", .frameshift)], "IDC", 4838, .consequence, .broader),
            ([Found.small("BRCA1", nil, .spliceSite, coding: "c.5152+1G>T")], "IDC", 4838, .consequence, .broader),
            ([Found.copies("CDKN2A", .deepDeletion)], "SKCM", 1372, .copyNumber, .same),
            // MSI high EID12561, TMB high EID12042 (colorectal cancer).
            ([Found.signature("MSI", .high, 32)], "COAD", 12561, .signature, .broader),
            ([Found.signature("TMB", .high, 14.2)], "COAD", 12042, .signature, .broader),
            // MET exon 14 skipping EID797 (lung adenocarcinoma): in RNA, and at the splice site.
            (
                [FindingFeatures(id: "MET", origin: .tumour, .exonSkipping(gene: "MET", exons: 14...14))], "LUAD", 797, .exon,
                .same
            ),
            ([Found.small("MET", nil, .spliceSite, intron: 14, coding: "c.3082+1G>T")], "LUAD", 797, .exon, .same),
            // FLT3 internal tandem duplication EID69, TERT promoter EID515, TP53's DNA-binding domain EID2783, AR-V7 EID863.
            ([Found.small("FLT3", "p.Asp600_Leu601dup", .inFrameInsertion, exon: 14)], "AML", 69, .consequence, .same),
            ([Found.small("TERT", nil, .promoter, coding: "c.-124C>T")], "SKCM", 515, .consequence, .same),
            (
                [Found.small("TP53", "R273H", .missense, domains: [ProteinDomain(named: "DNA-binding")])], "IDC", 2783, .domain,
                .broader
            ),
            ([FindingFeatures(id: "AR-V7", origin: .tumour, .form(gene: "AR", name: "AR-V7"))], "PRAD", 863, .variant, .broader),
        ] as [([FindingFeatures], String, Int, MatchLevel, TumourRelation)])
    func applies(findings: [FindingFeatures], tumour: String, number: Int, level: MatchLevel, relation: TumourRelation) throws {
        let match = try #require(try EvidenceMatchingTests.match(findings, tumour, number))
        #expect(match.kind == .applies(level))
        #expect(match.tumour == relation)
        #expect(Set(match.findings).isSubset(of: findings.map(\.id)))
        #expect(!match.findings.isEmpty)
    }

    @Test(
        "Not with what it is not about",
        arguments: [
            ([Found.exon19], 229), ([Found.l858r], 413), ([Found.small("EGFR", "V742fs", .frameshift, exon: 19)], 413),
            ([Found.fusion("ALK", "EML4")], 1188), ([Found.fusion("KIF5B", "ALK")], 1188),
            ([Found.copies("ERBB2", .deepDeletion)], 760),
            ([Found.signature("MSI", .low)], 12561), ([Found.small("BRCA1", "P871L", .missense)], 211),
            ([Found.small("KRAS", "G12=", .synonymous)], 820), ([Found.small("KRAS", "G12fs", .frameshift)], 134),
            ([Found.small("NRAS", "G12C", .missense)], 1142), ([Found.signature("TMB", .high)], 12561),
        ] as [([FindingFeatures], Int)])
    func doesNotApply(findings: [FindingFeatures], number: Int) throws {
        #expect(try EvidenceMatchingTests.match(findings, "LUAD", number) == nil)
    }

    @Test(
        "Comes near, and says why",
        arguments: [
            (Found.v600k, 95, NearReason.otherChangeOfCodon), (Found.g12d, 1142, .otherChangeOfCodon),
            (Found.copies("ERBB2", .gain), 760, .onlyGain), (Found.copies("CDKN2A", .oneCopyLost), 1372, .oneCopyLost),
            (Found.eml4ALK, 1192, .exonsNotKnown), (Found.fusion("EML4", "ALK", (13, 20)), 1192, .otherExons),
        ])
    func near(finding: FindingFeatures, number: Int, reason: NearReason) throws {
        let match = try #require(try EvidenceMatchingTests.match([finding], "LUAD", number))
        #expect(match.kind == .nearby(reason))
        #expect(match.findings.isEmpty)
    }

    @Test("An AND with one part missing is a near miss that names the part; with two missing it is nothing")
    func nearMiss() throws {
        let one = try #require(try EvidenceMatchingTests.match([Found.t790m], "LUAD", 11599))
        #expect(one.kind == .lacksOne)
        #expect(one.missingPart?.text == "EGFR L858R")
        #expect(one.missingPart?.outcome == .absent)
        #expect(one.findings == ["EGFR p.Thr790Met"])
        #expect(try EvidenceMatchingTests.match([Found.t790m], "LUAD", 1396) == nil)
        let two = try #require(try EvidenceMatchingTests.match([Found.t790m, Found.exon19], "LUAD", 1396))
        #expect(two.missingPart?.text == "EGFR C797S")
        #expect(try EvidenceMatchingTests.match([Found.eml4ALK], "LUAD", 1345)?.missingPart?.text == "ALK G1202R")
    }

    @Test(
        "What must be absent counts only where it was examined",
        arguments: [
            ([], Set<String>(), EvidenceMatch<EvidenceItem>.Kind.lacksOne, ProfilePart.Outcome.notExamined),
            ([], ["KRAS"], .applies(.copyNumber), nil),
            ([Found.g12d], ["KRAS"], .lacksOne, .presentAgainstRequirement(finding: "KRAS G12D")),
        ] as [([FindingFeatures], Set<String>, EvidenceMatch<EvidenceItem>.Kind, ProfilePart.Outcome?)])
    func absence(
        others: [FindingFeatures], examined: Set<String>, kind: EvidenceMatch<EvidenceItem>.Kind, missing: ProfilePart.Outcome?
    ) throws {
        // EID1971: MET amplification and no KRAS mutation.
        let findings = [Found.copies("MET", .amplification)] + others
        let match = try #require(try EvidenceMatchingTests.match(findings, "COAD", 1971, examined: examined))
        #expect(match.kind == kind)
        #expect(match.missingPart?.outcome == missing)
    }

    @Test(
        "An analysis of small variants tells that a mutation is absent, and nothing of fusions, copies and levels",
        arguments: [
            ("KRAS Mutation", true), ("KRAS G12D", true), ("KRAS Exon 2 Mutation", true), ("KRAS Loss-of-function", true),
            ("KRAS Amplification", false), ("v::KRAS Fusion", false), ("KRAS Overexpression", false),
            ("KRAS Exon 2 Skipping", false),
        ])
    func absentKinds(profile: String, isTold: Bool) throws {
        let row = #"""
            {"id": "1", "molecular_profile": "MET Amplification AND NOT \#(profile)", "disease": "Cancer", "doid": "162", "therapies": [],
            "evidence_level": "B", "evidence_type": "Diagnostic", "evidence_direction": "Supports", "significance": "Positive",
            "evidence_status": "accepted"}
            """#.replacing("\n", with: "") + "\n"
        let items = try EvidenceItem.read(Array(row.utf8)).items
        #expect(items.first?.profile.isReadable == true)
        let found = EvidenceMatcher(items, try Carried.tumourTypes.get()).matches(
            for: [Found.copies("MET", .amplification)], examined: ["KRAS"])
        #expect(found.map(\.kind) == [isTold ? .applies(.copyNumber) : .lacksOne])
        #expect(found.first?.missingPart?.outcome == (isTold ? nil : .notExamined))
    }

    @Test("What is only about absence is found for a gene that was examined")
    func onlyAbsence() throws {
        #expect(try EvidenceMatchingTests.match([], "SM", 11158, examined: ["kit"])?.kind == .applies(.absence))
        #expect(try EvidenceMatchingTests.match([], "SM", 11158) == nil)
        let d816v = Found.small("KIT", "D816V", .missense)
        #expect(try EvidenceMatchingTests.match([d816v], "SM", 11158, examined: ["KIT"]) == nil)
    }
}
