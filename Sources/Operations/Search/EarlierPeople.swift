internal import Questions

/// People of an earlier answer, beside a cohort of which the carriers are a part.
struct EarlierPeople {
    private let people: RowSet
    private let count: Int
    private let holdsCohort: Bool
    private let missesCohort: Bool

    init(_ people: RowSet, cohort: RowSet) {
        self.people = people
        count = people.count
        holdsCohort = cohort.count(without: people) == 0
        missesCohort = cohort.intersection(people).isEmpty
    }

    /// `size` of the carriers are in the cohort.
    func isTelling(_ size: Int, _ carriers: CarrierTally, _ rule: SmallNumberRule) -> Bool {
        var shared = 0
        if holdsCohort {
            shared = size
        } else if !missesCohort {
            for person in carriers.people
            where carriers.found[Int(person)] & CarrierTally.inCohort != 0 && people.contains(Int(person)) { shared += 1 }
        }
        return rule.isTelling(size, count, onlyInFirst: size - shared, onlyInSecond: count - shared)
    }
}
