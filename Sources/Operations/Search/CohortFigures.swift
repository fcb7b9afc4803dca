internal import ClinicalModel
internal import GenomeModel
internal import Questions
internal import Records
internal import VariantStorage

/// What may be told of one variant after another among the same people: exactly what `AnswerQuestion` tells of each, with all that does
/// not depend on the variant worked out once.
///
/// Whatever a carrier's call set belongs to is a bit in `memberships`, so that one pass over the carriers of a variant counts the people
/// of every set that the rules look at.
struct CohortFigures {
    /// Sets that a rule compares the carriers with: those of the cohort's neighbouring questions, then those of cohorts that the
    /// organisation has had figures of.
    struct Others {
        let neighbours: [RowSet]
        let earlierCohorts: [RowSet]
        /// People of earlier answers.
        let earlierPeople: [RowSet]
        /// As `AnsweredToOrganisation.leastDifference` has it.
        var leastDifference: Int?
    }

    /// Bits of a membership.
    private static let inCohort: UInt64 = 1
    private static let outside: UInt64 = 2
    private static let inFigures: UInt64 = 4
    private static let firstOther = 3
    /// As many as a word has room for.
    static let mostOthers = 64 - firstOther

    private let index: OpenIndex
    private let rows: [[Int32]]
    private let rule: SmallNumberRule?
    private let snapshot: CohortSnapshot
    private let everyone: Int
    private let cohortPeople: Int
    private let figurePeople: Int
    private let neighbourCount: Int
    private let otherCount: Int
    private let earlier: [EarlierPeople]
    private let cohort: Cohort
    private let cohortName: FigureName
    private let leastDifference: Int?
    private var coverage: CoverageCount
    /// By row.
    private let memberships: [UInt64]
    private let persons: [Int32]
    /// By person: how many of their rows are in the cohort.
    private let cohortRows: [Int32]
    // Used again for every variant.
    private var carriers: [Carrier] = []
    private var people: [Int32] = []
    private var marks: [UInt32]
    private var found: [UInt64]
    private var carrying: [Int32]
    private var mark: UInt32 = 0
    private var onlyInCohort: [Int]
    private var onlyInOther: [Int]
    private var both: [Int]

    /// Nil where more sets are to be compared than a word has bits. `figureRows` are the rows of the cohort in this assembly; `all` what may
    /// be told of the cohort is taken for granted: ask only where it is told.
    init?(
        index: OpenIndex, snapshot: CohortSnapshot, universe: RowSet, cohort: RowSet, figureRows: RowSet, rule: SmallNumberRule?,
        others: Others
    ) {
        guard others.neighbours.count + others.earlierCohorts.count <= CohortFigures.mostOthers else { return nil }
        self.index = index
        self.snapshot = snapshot
        self.rule = rule
        rows = index.rows(of: snapshot)
        let table = snapshot.table
        let people = table.people(in: cohort)
        everyone = table.people(in: universe).count
        cohortPeople = people.count
        figurePeople = table.people(in: figureRows).count
        cohortName = snapshot.name(ofCount: people)
        leastDifference = others.leastDifference
        neighbourCount = others.neighbours.count
        otherCount = others.neighbours.count + others.earlierCohorts.count
        earlier = others.earlierPeople.map { EarlierPeople($0, cohort: people) }
        self.cohort = index.cohort(figureRows, rows)
        coverage = CoverageCount(index: index, snapshot: snapshot, rows: figureRows)
        persons = snapshot.facts.callSets.map { Int32($0.person) }
        var memberships = [UInt64](repeating: 0, count: table.rowCount)
        var cohortRows = [Int32](repeating: 0, count: table.personCount)
        universe.forEach { memberships[$0] |= CohortFigures.outside }
        cohort.forEach { row in
            memberships[row] = CohortFigures.inCohort
            cohortRows[snapshot.facts.callSets[row].person] += 1
        }
        figureRows.forEach { memberships[$0] |= CohortFigures.inFigures }
        for (number, set) in (others.neighbours + others.earlierCohorts).enumerated() {
            set.intersection(universe).forEach { memberships[$0] |= 1 << UInt64(CohortFigures.firstOther + number) }
        }
        // An earlier cohort may hold rows that the question may not count: they were told all the same.
        for (number, set) in others.earlierCohorts.enumerated() {
            set.forEach { memberships[$0] |= 1 << UInt64(CohortFigures.firstOther + others.neighbours.count + number) }
        }
        self.memberships = memberships
        self.cohortRows = cohortRows
        marks = Array(repeating: 0, count: table.personCount)
        found = Array(repeating: 0, count: table.personCount)
        carrying = Array(repeating: 0, count: table.personCount)
        onlyInCohort = Array(repeating: 0, count: otherCount)
        onlyInOther = Array(repeating: 0, count: otherCount)
        both = Array(repeating: 0, count: otherCount)
    }

    /// What the rules let be told, and the name of the figure where it is. Cost: two look-ups in the index, fewer where nothing is told,
    /// and a pass over the carriers.
    mutating func disclosure(of variant: Variant) throws -> (disclosure: FrequencyDisclosure, risk: Double, name: Int64) {
        try index.index.collectCarriers(of: variant, in: index.everyone, into: &carriers)
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
                carrying[person] = Int32(truncatingIfNeeded: membership & CohortFigures.inCohort)
                people.append(Int32(person))
            } else {
                found[person] |= membership
                carrying[person] += Int32(truncatingIfNeeded: membership & CohortFigures.inCohort)
            }
        }
        guard let rule else { return (.exact(try figures(of: variant, carriers: count(CohortFigures.inFigures))), 0, 0) }
        let part = carrierDisclosure(rule)
        if case .suppressed(let ground) = part { return (.suppressed(ground), 0, 0) }
        let carriers = count(CohortFigures.inFigures)
        // Nothing but the numbers of people decides what a band is told of.
        let figures: FrequencyFigures =
            if case .exact = part { try self.figures(of: variant, carriers: carriers) } else {
                .people(figurePeople, covered: coverage.people(covering: variant), carriers: carriers)
            }
        let disclosure = rule.disclose(figures, cohort: .exact(cohortPeople), carriers: part)
        let risk = disclosure.risk(difference: leastDifference) ?? 0
        return (disclosure, risk, risk > 0 ? name() : 0)
    }

    private func count(_ bit: UInt64) -> Int {
        var count = 0
        for person in people where found[Int(person)] & bit != 0 { count += 1 }
        return count
    }

    private mutating func figures(of variant: Variant, carriers: Int) throws -> FrequencyFigures {
        let frequency = try index.index.frequency(of: variant, in: cohort)
        return FrequencyFigures(
            alleleCount: frequency.ac, alleleNumber: frequency.an, heterozygous: frequency.het, homozygous: frequency.hom,
            hemizygous: frequency.hemi, carriers: carriers, covered: coverage.people(covering: variant), people: figurePeople)
    }

    /// As `SmallNumberRule.disclose` for "the cohort and carries the variant", whose neighbours are: carriers outside the cohort, the
    /// cohort without the carriers, all carriers, the cohort, and the carriers of the cohort's own neighbours.
    private mutating func carrierDisclosure(_ rule: SmallNumberRule) -> Disclosure {
        var (count, outside, all, wholly) = (0, 0, 0, 0)
        for index in 0..<otherCount { (onlyInCohort[index], onlyInOther[index], both[index]) = (0, 0, 0) }
        for number in people {
            let person = Int(number)
            let membership = found[person]
            if membership & (CohortFigures.inCohort | CohortFigures.outside) != 0 { all += 1 }
            if membership & CohortFigures.outside != 0 { outside += 1 }
            let isIn = membership & CohortFigures.inCohort != 0
            if isIn {
                count += 1
                if carrying[person] == cohortRows[person] { wholly += 1 }
            }
            for index in 0..<otherCount {
                let isOther = membership >> UInt64(CohortFigures.firstOther + index) & 1 != 0
                if isOther {
                    if isIn { both[index] += 1 } else { onlyInOther[index] += 1 }
                } else if isIn {
                    onlyInCohort[index] += 1
                }
            }
        }
        if count < rule.threshold, !rule.showsBand { return .suppressed(.few) }
        func isTelling(_ whole: Int) -> Bool { rule.isTelling(count, whole, onlyInFirst: 0, onlyInSecond: whole - count) }
        func isTelling(other: Int) -> Bool {
            rule.isTelling(
                count, both[other] + onlyInOther[other], onlyInFirst: onlyInCohort[other], onlyInSecond: onlyInOther[other])
        }
        if isTelling(everyone) { return .suppressed(.complement) }
        if rule.isFew(outside) || rule.isFew(cohortPeople - wholly) || isTelling(all) || isTelling(cohortPeople) {
            return .suppressed(.neighbour)
        }
        for other in 0..<neighbourCount where isTelling(other: other) { return .suppressed(.neighbour) }
        for other in neighbourCount..<otherCount {
            let size = both[other] + onlyInOther[other]
            if size >= rule.threshold || rule.showsBand && size > 0, isTelling(other: other) {
                return .suppressed(.earlierAnswer)
            }
        }
        for set in earlier where set.isTelling(count, people, found, CohortFigures.inCohort, rule) {
            return .suppressed(.earlierAnswer)
        }
        return rule.isFew(count) ? .band(1...(rule.threshold - 1)) : .exact(count)
    }

    /// As `VariantLookup.name(of:in:among:)`.
    private func name() -> Int64 {
        var name = FigureName(kind: 2)
        for carrier in carriers where carrier.state.isCarrier && !carrier.state.isFailed {
            let row = Int(rows[Int(carrier.segment)][Int(carrier.ordinal)])
            guard row >= 0, memberships[row] & CohortFigures.inFigures != 0 else { continue }
            name.add(person: snapshot.facts.callSets[row].id, state: Int(carrier.state.rawValue))
        }
        name.tie(to: cohortName)
        return name.number
    }
}

/// People of an earlier answer, beside a cohort of which the carriers are a part.
private struct EarlierPeople {
    let people: RowSet
    let count: Int
    let holdsCohort: Bool
    let missesCohort: Bool

    init(_ people: RowSet, cohort: RowSet) {
        self.people = people
        count = people.count
        holdsCohort = cohort.count(without: people) == 0
        missesCohort = cohort.intersection(people).isEmpty
    }

    /// `size` of the persons are in the cohort, which their `bit` says.
    func isTelling(_ size: Int, _ persons: [Int32], _ found: [UInt64], _ bit: UInt64, _ rule: SmallNumberRule) -> Bool {
        var shared = 0
        if holdsCohort {
            shared = size
        } else if !missesCohort {
            for person in persons where found[Int(person)] & bit != 0 && people.contains(Int(person)) { shared += 1 }
        }
        return rule.isTelling(size, count, onlyInFirst: size - shared, onlyInSecond: count - shared)
    }
}

/// How many people of some rows are covered at a place. Which assays look at it decides, and few combinations of them occur.
private struct CoverageCount {
    private let assays: [Assay]
    /// People of the rows, by assay.
    private let people: [RowSet]
    private var counts: [[Bool]: Int] = [:]
    private var last: (assays: [Bool], count: Int)
    private var covering: [Bool]

    init(index: OpenIndex, snapshot: CohortSnapshot, rows: RowSet) {
        assays = index.index.assays
        var numbers: [UInt32: RowSet] = [:]
        index.index.forEachCallSet { callSet, _ in
            guard let row = snapshot.rowOfName[callSet.name], rows.contains(row) else { return }
            numbers[callSet.assay, default: RowSet(size: snapshot.table.personCount)].insert(snapshot.facts.callSets[row].person)
        }
        people = assays.map { numbers[$0.number] ?? RowSet(size: snapshot.table.personCount) }
        covering = Array(repeating: false, count: assays.count)
        last = (covering, 0)
    }

    mutating func people(covering variant: Variant) -> Int {
        for (number, assay) in assays.enumerated() {
            covering[number] = assay.targets.overlaps(variant.contig, first: variant.position.value, last: variant.lastPosition)
        }
        if covering == last.assays { return last.count }
        let count: Int
        if let known = counts[covering] {
            count = known
        } else {
            var union = people.first.map { RowSet(size: $0.size) }
            for (number, isCovering) in covering.enumerated() where isCovering { union?.formUnion(people[number]) }
            count = union?.count ?? 0
            counts[covering] = count
        }
        last = (covering, count)
        return count
    }
}

extension FrequencyFigures {
    /// The people alone.
    fileprivate static func people(_ people: Int, covered: Int, carriers: Int) -> FrequencyFigures {
        FrequencyFigures(
            alleleCount: 0, alleleNumber: 0, heterozygous: 0, homozygous: 0, hemizygous: 0, carriers: carriers, covered: covered,
            people: people)
    }
}
