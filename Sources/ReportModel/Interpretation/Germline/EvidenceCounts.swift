/// How many criteria of each strength speak each way: all that the combining rules look at.
package struct EvidenceCounts: Hashable, Sendable {
    package private(set) var pathogenic: [EvidenceStrength: Int] = [:]
    package private(set) var benign: [EvidenceStrength: Int] = [:]

    package init(_ criteria: some Sequence<AppliedCriterion>) {
        for applied in criteria { add(applied.criterion.direction, applied.strength) }
    }

    /// `[.strong: 2]` and the like; only positive numbers count.
    package init(pathogenic: [EvidenceStrength: Int] = [:], benign: [EvidenceStrength: Int] = [:]) {
        self.pathogenic = pathogenic.filter { $0.value > 0 }
        self.benign = benign.filter { $0.value > 0 }
    }

    private mutating func add(_ direction: ACMGCriterion.Direction, _ strength: EvidenceStrength) {
        switch direction {
        case .pathogenic: pathogenic[strength, default: 0] += 1
        case .benign: benign[strength, default: 0] += 1
        }
    }

    package func count(_ direction: ACMGCriterion.Direction, _ strength: EvidenceStrength) -> Int {
        (direction == .pathogenic ? pathogenic : benign)[strength] ?? 0
    }

    /// Whether there is evidence both ways.
    package var isMixed: Bool { !pathogenic.isEmpty && !benign.isEmpty }

    /// Whether the criteria can fill the places that a rule asks for, a stronger one taking the place of a weaker one.
    ///
    /// Richards' table counts each strength by itself, and has one very strong criterion. Criteria are nowadays used at other strengths
    /// than their own (PS3 very strong, BP4 moderate), for which the table has no places: a stronger criterion is never worth less than
    /// a weaker one. Without such criteria the result is the table's own, which a test shows for all combinations.
    package func fills(_ places: [EvidenceStrength: Int], _ direction: ACMGCriterion.Direction) -> Bool {
        var spare = 0
        for strength in EvidenceStrength.allCases.reversed() {
            // BA1 is a rule of its own, and fills no other place.
            if strength == .standAlone {
                guard count(direction, strength) >= places[strength] ?? 0 else { return false }
                continue
            }
            spare += count(direction, strength) - (places[strength] ?? 0)
            if spare < 0 { return false }
        }
        return true
    }
}
