internal import GenomeModel
internal import Questions
internal import Records
internal import VariantStorage

/// The people who carry one variant after another, counted in every set that the rules look at in one pass over the carriers.
///
/// Whatever a row belongs to is a bit of its membership; a person belongs to what one of their carrying rows belongs to.
struct CarrierTally {
    /// Bits of a membership.
    static let inCohort: UInt64 = 1
    static let outside: UInt64 = 2
    static let inFigures: UInt64 = 4
    private static let firstOther = 3
    /// As many as a word has room for.
    static let mostOthers = 64 - firstOther

    /// How the carriers of the cohort and those of another set lie to each other.
    struct Overlap {
        var onlyInCohort = 0
        var onlyInOther = 0
        var both = 0

        var other: Int { both + onlyInOther }
    }

    /// The numbers of people of the last variant.
    struct Counts {
        /// In the cohort; those of whom some row lies outside it; all of them; those of the cohort of whom every row carries.
        var cohort = 0
        var outside = 0
        var all = 0
        var wholly = 0
    }

    /// By row.
    private let memberships: [UInt64]
    private let persons: [Int32]
    /// By person: how many of their rows are in the cohort.
    private let cohortRows: [Int32]
    // Used again for every variant.
    /// Those who carry the last variant and belong to anything.
    private(set) var people: [Int32] = []
    /// By person, valid where they are among `people`.
    private(set) var found: [UInt64]
    private(set) var overlaps: [Overlap]
    private var marks: [UInt32]
    private var carrying: [Int32]
    private var mark: UInt32 = 0

    /// Of `others`, sets of rows, the first `neighbours` count only where they lie in the universe.
    init(snapshot: CohortSnapshot, universe: RowSet, cohort: RowSet, figureRows: RowSet, others: [RowSet], neighbours: Int) {
        let table = snapshot.table
        var memberships = [UInt64](repeating: 0, count: table.rowCount)
        var cohortRows = [Int32](repeating: 0, count: table.personCount)
        universe.forEach { memberships[$0] |= CarrierTally.outside }
        cohort.forEach { row in
            memberships[row] = CarrierTally.inCohort
            cohortRows[snapshot.facts.callSets[row].person] += 1
        }
        figureRows.forEach { memberships[$0] |= CarrierTally.inFigures }
        for (number, set) in others.enumerated() {
            // An earlier cohort may hold rows that the question may not count: they were told all the same.
            let counted = number < neighbours ? set.intersection(universe) : set
            counted.forEach { memberships[$0] |= 1 << UInt64(CarrierTally.firstOther + number) }
        }
        self.memberships = memberships
        self.cohortRows = cohortRows
        persons = snapshot.facts.callSets.map { Int32($0.person) }
        marks = Array(repeating: 0, count: table.personCount)
        found = Array(repeating: 0, count: table.personCount)
        carrying = Array(repeating: 0, count: table.personCount)
        overlaps = Array(repeating: Overlap(), count: others.count)
    }

    func membership(_ row: Int) -> UInt64 { memberships[row] }

    /// Takes the carriers of the next variant. `rows` are the table's, by segment and ordinal.
    mutating func take(_ carriers: [Carrier], _ rows: [[Int32]]) {
        mark &+= 1
        people.removeAll(keepingCapacity: true)
        for carrier in carriers where carrier.state.isCarrier && !carrier.state.isFailed {
            let row = Int(rows[Int(carrier.segment)][Int(carrier.ordinal)])
            guard row >= 0 else { continue }
            let membership = memberships[row]
            guard membership != 0 else { continue }
            let person = Int(persons[row])
            if marks[person] != mark {
                marks[person] = mark
                found[person] = membership
                carrying[person] = Int32(truncatingIfNeeded: membership & CarrierTally.inCohort)
                people.append(Int32(person))
            } else {
                found[person] |= membership
                carrying[person] += Int32(truncatingIfNeeded: membership & CarrierTally.inCohort)
            }
        }
    }

    /// How many people have the bit.
    func count(_ bit: UInt64) -> Int {
        var count = 0
        for person in people where found[Int(person)] & bit != 0 { count += 1 }
        return count
    }

    /// Counts them all; `overlaps` are those with the other sets afterwards.
    mutating func counts() -> Counts {
        var counts = Counts()
        for index in overlaps.indices { overlaps[index] = Overlap() }
        for number in people {
            let person = Int(number)
            let membership = found[person]
            if membership & (CarrierTally.inCohort | CarrierTally.outside) != 0 { counts.all += 1 }
            if membership & CarrierTally.outside != 0 { counts.outside += 1 }
            let isIn = membership & CarrierTally.inCohort != 0
            if isIn {
                counts.cohort += 1
                if carrying[person] == cohortRows[person] { counts.wholly += 1 }
            }
            for index in overlaps.indices {
                let isOther = membership >> UInt64(CarrierTally.firstOther + index) & 1 != 0
                if isOther {
                    if isIn { overlaps[index].both += 1 } else { overlaps[index].onlyInOther += 1 }
                } else if isIn {
                    overlaps[index].onlyInCohort += 1
                }
            }
        }
        return counts
    }
}
