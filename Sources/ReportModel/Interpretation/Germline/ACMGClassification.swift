/// What a set of criteria comes to, by Richards' rules and by Tavtigian's points. Both are always given; where they differ, that is shown.
///
/// The order of the criteria makes no difference.
package struct ACMGClassification: Hashable, Sendable {
    /// The rules that are met, in the order of the table.
    package let rules: [ACMGCombiningRule]
    /// Richards: uncertain where no rule is met, or where rules of both directions are.
    package let classByRules: PathogenicityClass
    /// The sum without BA1.
    package let points: Int
    /// Tavtigian: benign with BA1, else by the sum. Uncertain without any criterion: nothing was shown.
    package let classByPoints: PathogenicityClass
    /// Probability of pathogenicity by the points, 0–1; nil with BA1, which has none.
    package let posterior: Double?
    /// Whether there is evidence both ways.
    package let isMixed: Bool
    package let cautions: [CriteriaCaution]

    package init(_ criteria: [AppliedCriterion]) {
        self.init(
            EvidenceCounts(criteria), points: criteria.reduce(0) { $0 + $1.points },
            cautions: CriteriaCaution.all(in: criteria.map(\.criterion)))
    }

    private init(_ counts: EvidenceCounts, points: Int, cautions: [CriteriaCaution]) {
        let rules = ACMGCombiningRule.allCases.filter { $0.isMet(by: counts) }
        let pathogenic = rules.filter { $0.direction == .pathogenic }.map(\.pathogenicityClass).max()
        let benign = rules.filter { $0.direction == .benign }.map(\.pathogenicityClass).min()
        let hasBA1 = counts.count(.benign, .standAlone) > 0
        self.rules = rules
        classByRules = pathogenic != nil && benign != nil ? .uncertain : pathogenic ?? benign ?? .uncertain
        self.points = points
        classByPoints = hasBA1 ? .benign : ACMGPoints.pathogenicityClass(of: points)
        posterior = hasBA1 ? nil : ACMGPoints.posterior(of: points)
        isMixed = counts.isMixed
        self.cautions = cautions
    }

    /// Whether rules and points give different classes.
    package var isInConflict: Bool { classByRules != classByPoints }

    /// Whether they differ over a boundary that changes what is done: pathogenic, uncertain, benign.
    package var conflictCrossesBoundary: Bool { classByRules.group != classByPoints.group }
}
