import ClinicalModel
import GenomeModel
import KnowledgeModel
import StructuredText
import Testing

@Suite("A match's reason")
struct MatchReasonTests {
    static func reasons(_ findings: [FindingFeatures], _ tumour: String, _ number: Int) throws -> [LocalizedText] {
        let match = try #require(try EvidenceMatchingTests.match(findings, tumour, number))
        let labels = Dictionary(uniqueKeysWithValues: findings.map { ($0.id, $0.label) })
        let types = try Carried.tumourTypes.get()
        let name = Code(.oncotree, tumour).flatMap { types.name(of: $0) } ?? tumour
        return match.reasons(
            label: { labels[$0] ?? LocalizedText(sv: $0, en: $0) }, tumourName: LocalizedText(sv: name, en: name),
            diseaseName: { types.name(of: $0) })
    }

    @Test("Is a sentence in both languages for the finding and for the tumour type")
    func sentences() throws {
        let reasons = try MatchReasonTests.reasons([Found.v600e], "SKCM", 95)
        #expect(
            reasons.map(\.en) == [
                "BRAF V600E is what BRAF V600E means: same change.",
                "The evidence is about Melanoma, of which Cutaneous Melanoma is a kind.",
            ])
        #expect(
            reasons.map(\.sv) == [
                "BRAF V600E motsvarar BRAF V600E: samma förändring.",
                "Evidensen gäller Melanoma, som Cutaneous Melanoma hör till.",
            ])
    }

    @Test("Says what is missing and what comes near")
    func missing() throws {
        #expect(
            try MatchReasonTests.reasons([Found.t790m], "LUAD", 11599).map(\.en).prefix(2) == [
                "EGFR L858R was not found.", "EGFR T790M is what EGFR T790M means: same change.",
            ])
        #expect(
            try MatchReasonTests.reasons([Found.copies("ERBB2", .gain)], "IDC", 760).first?.sv
                == "ERBB2 med extra kopior är inte ERBB2 Amplification: fler kopior men ingen amplifiering.")
    }

    @Test("Names what two tumour types have in common")
    func related() throws {
        // EID528 is about HER2-positive breast cancer, which OncoTree does not tell apart.
        let match = try #require(try EvidenceMatchingTests.match([Found.her2], "IDC", 528))
        #expect(match.tumour == .related(try #require(Code(.doid, "1612"))))
        #expect(
            try MatchReasonTests.reasons([Found.her2], "IDC", 528).last?.en
                == "The evidence is about Her2-receptor Positive Breast Cancer, another kind of breast cancer than Breast Invasive Ductal Carcinoma."
        )
    }

    @Test("Says where an inherited variant meets evidence about tumours, and the other way round")
    func origin() throws {
        let row = CivicReadingTests.good.replacing(
            "Predictive\tSupports\tB\tSensitivity/Response", with: "Predisposing\tSupports\tB\tPathogenic")
        let items = try EvidenceItem.read(CivicReadingTests.table(row)).items
        let matcher = EvidenceMatcher(items, try Carried.tumourTypes.get())
        #expect(matcher.matches(for: [Found.v600e]).map(\.originAgrees) == [false])
        let inherited = Found.small("BRAF", "V600E", .missense, origin: .germline)
        #expect(matcher.matches(for: [inherited]).map(\.originAgrees) == [true])
        #expect(try Carried.matcher.get().matches(for: [inherited]).first?.originAgrees == nil)
    }

    @Test("Every level, effect, state and fault has a text in both languages")
    func texts() {
        #expect(MatchLevel.allCases.allSatisfy { !$0.name.sv.isEmpty && !$0.name.en.isEmpty })
        #expect(Set(MatchLevel.allCases.map(\.name.sv)).count == MatchLevel.allCases.count)
        #expect(Set(SupportEffect.allCases.map(\.name.sv)).count == SupportEffect.allCases.count)
        for code in KnowledgeFault.Code.allCases {
            let fault = KnowledgeFault(code, field: "F", value: "V")
            #expect(
                !fault.message.sv.isEmpty && !fault.message.en.isEmpty && !fault.remedy.sv.isEmpty && !fault.remedy.en.isEmpty)
        }
    }
}
