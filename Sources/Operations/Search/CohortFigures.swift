internal import ClinicalModel
internal import GenomeModel
internal import Questions
internal import Records
internal import VariantStorage

/// What may be told of one variant after another among the same people: exactly what `AnswerQuestion` tells of each, with all that does
/// not depend on the variant worked out once.
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

    private let index: OpenIndex
    private let rows: [[Int32]]
    private let rule: SmallNumberRule?
    private let snapshot: CohortSnapshot
    private let everyone: Int
    private let cohortPeople: Int
    private let figurePeople: Int
    private let neighbourCount: Int
    private let earlier: [EarlierPeople]
    private let cohort: Cohort
    private let cohortName: FigureName
    private let leastDifference: Int?
    private var coverage: CoverageCount
    private var tally: CarrierTally
    // Used again for every variant.
    private var carriers: [Carrier] = []

    /// Nil where more sets are to be compared than a word has bits. `figureRows` are the rows of the cohort in this assembly; `all` what may
    /// be told of the cohort is taken for granted: ask only where it is told.
    init?(
        index: OpenIndex, snapshot: CohortSnapshot, universe: RowSet, cohort: RowSet, figureRows: RowSet, rule: SmallNumberRule?,
        others: Others
    ) {
        guard others.neighbours.count + others.earlierCohorts.count <= CarrierTally.mostOthers else { return nil }
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
        earlier = others.earlierPeople.map { EarlierPeople($0, cohort: people) }
        self.cohort = index.cohort(figureRows, rows)
        coverage = CoverageCount(index: index, snapshot: snapshot, rows: figureRows)
        tally = CarrierTally(
            snapshot: snapshot, universe: universe, cohort: cohort, figureRows: figureRows,
            others: others.neighbours + others.earlierCohorts, neighbours: others.neighbours.count)
    }

    /// What the rules let be told, and the name of the figure where it is. Cost: two look-ups in the index, fewer where nothing is told,
    /// and a pass over the carriers.
    mutating func disclosure(of variant: Variant) throws -> (disclosure: FrequencyDisclosure, risk: Double, name: Int64) {
        try index.index.collectCarriers(of: variant, in: index.everyone, into: &carriers)
        tally.take(carriers, rows)
        guard let rule else {
            return (.exact(try figures(of: variant, carriers: tally.count(CarrierTally.inFigures))), 0, 0)
        }
        let part = carrierDisclosure(rule)
        if case .suppressed(let ground) = part { return (.suppressed(ground), 0, 0) }
        let carriers = tally.count(CarrierTally.inFigures)
        // Nothing but the numbers of people decides what a band is told of.
        let figures: FrequencyFigures =
            if case .exact = part { try self.figures(of: variant, carriers: carriers) } else {
                .people(figurePeople, covered: coverage.people(covering: variant), carriers: carriers)
            }
        let disclosure = rule.disclose(figures, cohort: .exact(cohortPeople), carriers: part)
        let risk = disclosure.risk(difference: leastDifference) ?? 0
        return (disclosure, risk, risk > 0 ? name() : 0)
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
        let counts = tally.counts()
        let count = counts.cohort
        if count < rule.threshold, !rule.showsBand { return .suppressed(.few) }
        func isTelling(_ whole: Int) -> Bool { rule.isTelling(count, whole, onlyInFirst: 0, onlyInSecond: whole - count) }
        func isTelling(_ overlap: CarrierTally.Overlap) -> Bool {
            rule.isTelling(count, overlap.other, onlyInFirst: overlap.onlyInCohort, onlyInSecond: overlap.onlyInOther)
        }
        if isTelling(everyone) { return .suppressed(.complement) }
        if rule.isFew(counts.outside) || rule.isFew(cohortPeople - counts.wholly) || isTelling(counts.all)
            || isTelling(cohortPeople)
        {
            return .suppressed(.neighbour)
        }
        for overlap in tally.overlaps.prefix(neighbourCount) where isTelling(overlap) { return .suppressed(.neighbour) }
        for overlap in tally.overlaps.dropFirst(neighbourCount) {
            let size = overlap.other
            if size >= rule.threshold || rule.showsBand && size > 0, isTelling(overlap) { return .suppressed(.earlierAnswer) }
        }
        for set in earlier where set.isTelling(count, tally, rule) { return .suppressed(.earlierAnswer) }
        return rule.isFew(count) ? .band(1...(rule.threshold - 1)) : .exact(count)
    }

    /// As `VariantLookup.name(of:in:among:)`.
    private func name() -> Int64 {
        var name = FigureName(kind: 2)
        for carrier in carriers where carrier.state.isCarrier && !carrier.state.isFailed {
            let row = Int(rows[Int(carrier.segment)][Int(carrier.ordinal)])
            guard row >= 0, tally.membership(row) & CarrierTally.inFigures != 0 else { continue }
            name.add(person: snapshot.facts.callSets[row].id, state: Int(carrier.state.rawValue))
        }
        name.tie(to: cohortName)
        return name.number
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
