import ReportModel
import StructuredText
import Testing

@Suite("The ACMG criteria")
struct ACMGCriterionTests {
    @Test("There are sixteen towards pathogenic and twelve towards benign, each at the strength of its letters")
    func strengths() {
        let numbers = Dictionary(
            grouping: ACMGCriterion.allCases, by: { "\($0.direction.rawValue) \($0.defaultStrength.rawValue)" }
        ).mapValues(\.count)
        #expect(
            numbers == [
                "pathogenic very-strong": 1, "pathogenic strong": 4, "pathogenic moderate": 6, "pathogenic supporting": 5,
                "benign stand-alone": 1, "benign strong": 4, "benign supporting": 7,
            ])
    }

    @Test("Each says what it asks in Swedish and English", arguments: ACMGCriterion.allCases)
    func texts(criterion: ACMGCriterion) {
        #expect(!criterion.text.sv.isEmpty && !criterion.text.en.isEmpty)
        #expect(ACMGCriterion.allCases.count { $0.text == criterion.text } == 1)
    }

    @Test("Only BA1 stands alone, and it does nothing else")
    func standAlone() {
        #expect(AppliedCriterion(.bs1, at: .standAlone, evidence: Examples.words) == nil)
        #expect(AppliedCriterion(.ba1, at: .strong, evidence: Examples.words) == nil)
        #expect(AppliedCriterion(.ba1, evidence: Examples.words)?.points == 0)
    }

    @Test("A criterion needs its evidence in words, in both languages", arguments: [("", "x"), ("x", ""), (" \n", "x")])
    func evidence(sv: String, en: String) {
        #expect(AppliedCriterion(.pm2, evidence: LocalizedText(sv: sv, en: en)) == nil)
    }

    @Test(
        "It is named with the strength where that is not its own",
        arguments: [
            ("PVS1", "PVS1", 8), ("PVS1_Strong", "PVS1_Strong", 4), ("PM2_Moderate", "PM2", 2),
            ("BP4_VeryStrong", "BP4_VeryStrong", -8),
        ])
    func labels(given: String, label: String, points: Int) {
        #expect(Examples.criterion(given).label == label)
        #expect(Examples.criterion(given).points == points)
    }

    @Test(
        "What should not be used together is shown, and changes nothing by itself",
        arguments: [
            ("PVS1 PM4", .pvs1WithPM4), ("PVS1 PP3", .pvs1WithPP3), ("PM2 BS1", .rareAndCommon), ("PM2 BA1", .rareAndCommon),
            ("PP3 BP4", .predictionsBothWays), ("PS2 PM6", .deNovoTwice), ("PS3 BS3", .functionBothWays),
            ("PP5", .reputableSource),
            ("BP6", .reputableSource),
        ] as [(String, CriteriaCaution)])
    func cautions(labels: String, caution: CriteriaCaution) {
        let criteria = Examples.criteria(labels)
        let found = ACMGClassification(criteria)
        #expect(found.cautions == [caution])
        #expect(found.points == criteria.reduce(0) { $0 + $1.points })
        #expect(!caution.text.sv.isEmpty && !caution.text.en.isEmpty)
    }

    @Test("Five classes, numbered as Swedish laboratories do, with their Swedish names")
    func classes() {
        #expect(PathogenicityClass.allCases.map(\.number) == [1, 2, 3, 4, 5])
        #expect(PathogenicityClass.pathogenic.name.sv.contains("sjukdomsorsakande"))
        #expect(PathogenicityClass.uncertain.name.sv == "Variant med oklar klinisk signifikans (VUS)")
        #expect(PathogenicityClass.allCases.sorted() == PathogenicityClass.allCases)
    }

    @Test("An interpretation states which way of combining it used, and has the class that it gives")
    func basis() throws {
        let criteria = Examples.criteria("PS1 PS3")
        func interpretation(
            _ basis: GermlineInterpretation.Basis, _ found: PathogenicityClass, _ judgement: LocalizedText? = nil
        ) throws(InterpretationFault) -> GermlineInterpretation {
            try GermlineInterpretation(
                variant: Examples.variant, gene: "BRCA1", condition: Examples.condition, specification: "ACMG/AMP 2015",
                criteria: criteria, basis: basis, pathogenicityClass: found, judgement: judgement)
        }
        #expect(try interpretation(.combiningRules, .pathogenic).classification.isInConflict)
        #expect(try interpretation(.points, .likelyPathogenic).pathogenicityClass == .likelyPathogenic)
        #expect(throws: InterpretationFault.classNotOfBasis) { try interpretation(.points, .pathogenic) }
        #expect(throws: InterpretationFault.judgementReason) { try interpretation(.judgement, .uncertain) }
        #expect(throws: InterpretationFault.judgementReason) { try interpretation(.points, .likelyPathogenic, Examples.words) }
        #expect(try interpretation(.judgement, .uncertain, Examples.words).basis == .judgement)
    }

    @Test("A criterion given twice is refused")
    func twice() {
        #expect(throws: InterpretationFault.criterionTwice) {
            try GermlineInterpretation(
                variant: Examples.variant, gene: "BRCA1", condition: Examples.condition, specification: "ACMG/AMP 2015",
                criteria: Examples.criteria("PM2 PM2_Supporting"), basis: .points, pathogenicityClass: .uncertain)
        }
    }
}
