import ClinicalModel
import ReportModel
import StructuredText
import Testing

@Suite("Tiers of clinical significance")
struct TierTests {
    static let drug = given(Code("ATC:L01EB04"))
    static let tumour = given(Code("ONCOTREE:LUAD"))
    static let reference = given(EvidenceReference(.pubMed, "27959700"))

    /// Li et al. 2017 (doi:10.1016/j.jmoldx.2016.10.002): levels A and B make tier I, C and D tier II; III and IV have none.
    @Test("AMP, ASCO and CAP: each level belongs to its tier")
    func amp() {
        #expect(AMPTier.allCases.map(\.rawValue) == ["I-A", "I-B", "II-C", "II-D", "III", "IV"])
        #expect(AMPTier.allCases.map(\.tier) == [1, 1, 2, 2, 3, 4])
        #expect(AMPTier.allCases.map { $0.level?.rawValue } == ["A", "B", "C", "D", nil, nil])
        #expect(AMPTier.allCases.allSatisfy { !$0.text.sv.isEmpty && !$0.text.en.isEmpty })
    }

    /// Mateo et al. 2018 (doi:10.1093/annonc/mdy263): eleven tiers from I-A to X.
    @Test("ESCAT: eleven tiers, the most ready first")
    func escat() {
        #expect(
            ESCATTier.allCases.map(\.rawValue)
                == ["I-A", "I-B", "I-C", "II-A", "II-B", "III-A", "III-B", "IV-A", "IV-B", "V", "X"])
        #expect(ESCATTier.allCases.shuffled().sorted() == ESCATTier.allCases)
        #expect(Set(ESCATTier.allCases.map(\.text)).count == 11)
    }

    static func statement(
        _ kind: Actionability.Kind, _ tier: AMPTier, escat: ESCATTier? = nil, drugs: [Code] = [drug], uncoded: [String] = [],
        tumour: Code = tumour, references: [EvidenceReference] = [reference]
    ) throws(ActionabilityFault) -> Actionability {
        try Actionability(
            kind: kind, tier: tier, escat: escat, drugs: drugs, uncodedDrugs: uncoded, tumourType: tumour,
            statement: LocalizedText(sv: "Osimertinib", en: "Osimertinib"), references: references)
    }

    @Test("A therapeutic statement names drug, tumour type and evidence")
    func whole() throws {
        let found = try Self.statement(.sensitivity, .oneA, escat: .oneA)
        #expect(found.drugs == [Self.drug] && found.tumourType == Self.tumour && found.references == [Self.reference])
        #expect(try Self.statement(.resistance, .twoD, drugs: [], uncoded: ["newdrugib"]).escat == nil)
        #expect(try Self.statement(.diagnostic, .oneB, drugs: []).tier == .oneB)
        #expect(try Self.statement(.sensitivity, .three, drugs: [], references: []).tier.level == nil)
    }

    @Test("What is missing or does not belong together is refused, with a sentence and a remedy")
    func faults() {
        #expect(throws: ActionabilityFault.drugMissing) { try Self.statement(.sensitivity, .oneA, drugs: []) }
        #expect(throws: ActionabilityFault.drugMissing) { try Self.statement(.resistance, .twoC, drugs: [], uncoded: [""]) }
        #expect(throws: ActionabilityFault.referenceMissing) { try Self.statement(.prognostic, .twoD, drugs: [], references: []) }
        #expect(throws: ActionabilityFault.drugWithoutTherapy) { try Self.statement(.diagnostic, .oneA) }
        #expect(throws: ActionabilityFault.escatWithoutMatch) { try Self.statement(.resistance, .oneA, escat: .oneA) }
        #expect(throws: ActionabilityFault.tumourTypeNotOncoTree) {
            try Self.statement(.sensitivity, .oneA, tumour: given(Code("ICD10:C34.1")))
        }
        #expect(throws: ActionabilityFault.drugNotATC) { try Self.statement(.sensitivity, .oneA, drugs: [Self.tumour]) }
        for fault in ActionabilityFault.allCases {
            #expect(
                !fault.message.sv.isEmpty && !fault.message.en.isEmpty && !fault.remedy.sv.isEmpty && !fault.remedy.en.isEmpty)
        }
    }

    @Test("The highest tier of several statements is told; without any assessment there is no interpretation")
    func highest() throws {
        let statements = [
            try Self.statement(.sensitivity, .twoC), try Self.statement(.sensitivity, .oneB),
            try Self.statement(.resistance, .three),
        ]
        let found = try SomaticInterpretation(
            finding: "f1", variant: nil, genes: ["EGFR"], tumourType: Self.tumour, oncogenicity: nil, actionability: statements)
        #expect(found.highestTier == .oneB)
        #expect(throws: InterpretationFault.noAssessment) {
            try SomaticInterpretation(
                finding: "f1", variant: nil, genes: ["EGFR"], tumourType: Self.tumour, oncogenicity: nil, actionability: [])
        }
    }
}
