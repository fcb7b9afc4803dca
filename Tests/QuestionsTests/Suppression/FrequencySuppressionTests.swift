import Questions
import Testing

/// A variant's figures are told only where neither carriers nor the others are few.
@Suite struct FrequencySuppressionTests {
    private func figures(carriers: Int, covered: Int, people: Int) -> FrequencyFigures {
        FrequencyFigures(
            alleleCount: carriers, alleleNumber: 2 * covered, heterozygous: carriers, homozygous: 0, hemizygous: 0,
            carriers: carriers, covered: covered, people: people)
    }

    @Test(
        "By carriers, people covered and people of the cohort",
        arguments: [
            (5, 100, 100, false, "exact"), (4, 100, 100, false, "few"), (0, 100, 100, false, "few"), (4, 100, 100, true, "band"),
            (0, 100, 100, true, "exact"), (96, 100, 120, true, "few"), (95, 100, 120, false, "exact"),
            (100, 100, 120, false, "few"), (0, 4, 4, true, "few"), (0, 0, 100, true, "exact"),
        ])
    func carriers(carriers: Int, covered: Int, people: Int, showsBand: Bool, expected: String) {
        let figures = figures(carriers: carriers, covered: covered, people: people)
        let rule = SmallNumberRule(showsBand: showsBand)
        let told: Disclosure =
            carriers >= 5 || (carriers == 0 && showsBand) ? .exact(carriers) : showsBand ? .band(1...4) : .suppressed(.few)
        let disclosure = rule.disclose(figures, cohort: people < 5 ? .suppressed(.few) : .exact(people), carriers: told)
        switch expected {
        case "exact": #expect(disclosure == .exact(figures))
        case "band": #expect(disclosure == .band(1...4))
        default: #expect(disclosure == .suppressed(.few))
        }
    }

    @Test func `What is withheld of the cohort or the carriers withholds the figures`() {
        let figures = figures(carriers: 20, covered: 100, people: 100)
        let rule = SmallNumberRule()
        #expect(
            rule.disclose(figures, cohort: .suppressed(.complement), carriers: .exact(20)) == .suppressed(.complement))
        #expect(
            rule.disclose(figures, cohort: .exact(100), carriers: .suppressed(.earlierAnswer)) == .suppressed(.earlierAnswer))
        #expect(rule.disclose(figures, cohort: .exact(100), carriers: .exact(20)) == .exact(figures))
    }
}
