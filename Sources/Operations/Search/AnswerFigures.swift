internal import AccessModel
internal import ClinicalModel
package import GenomeModel
package import Questions
internal import Records
internal import StructuredText
internal import VariantStorage

/// Answers with the figures of many variants in one partition: one decision and one line in the ledger for the whole list, and of each variant
/// what `AnswerQuestion` tells when the variants are asked one by one in the same order.
///
/// The people are those who meet the question's criterion; what may be told of them is worked out once.
package struct AnswerFigures: Sendable {
    let partition: Partition
    let regulations: Regulations
    let asked: AskedQuestion
    let variants: [Variant]

    /// `variants` are normalised. `asked.matter` is `.figures`.
    package init(partition: Partition, regulations: Regulations, asked: AskedQuestion, variants: [Variant]) {
        self.partition = partition
        self.regulations = regulations
        self.asked = asked
        self.variants = variants
    }

    package func run() async throws -> RegionFigures {
        let region = partition.layout.region
        guard let snapshot = try partition.cohorts.snapshot(of: partition.records) else {
            throw PartitionError(.damaged, place: partition.layout.records)
        }
        let decisions = try DecideQuestion(partition: partition, regulations: regulations, asked: asked).run(snapshot)
        let granted = decisions.filter { $0.decision.granularity >= asked.granularity }
        guard let strictest = granted.map(\.decision).min(by: { $0.granularity < $1.granularity }) else {
            let decision = decisions[0].decision
            try await LedgerEntry(refusing: decision, asked, about: text, partition).write(asked, partition)
            return RegionFigures(
                answer: .refused(region, reason: decision.weightiestReason), columns: nil, decision: decision, dataRelease: nil)
        }
        let (columns, risk) = try columns(snapshot, granted)
        let told = columns.states.count { $0 != .suppressed }
        var entry = LedgerEntry(strictest, strictest.granularity, returned: told, about: text, partition)
        entry.add(nil, risk: risk)
        entry.detail["variants"] = String(variants.count)
        try await entry.write(asked, partition)
        return RegionFigures(
            answer: .answered(region), columns: columns, decision: strictest, dataRelease: snapshot.facts.release)
    }

    /// What was asked, so that the ledger can tell that two lists were the same.
    private var text: String {
        let digest = variants.reduce(UInt64(variants.count)) { ($0 &* 0x100_0000_01B3) ^ $1.key.rawValue }
        return "\(asked.question.text) figures \(digest)"
    }

    private func columns(
        _ snapshot: CohortSnapshot, _ granted: [ControllerDecision]
    ) throws -> (columns: FigureColumns, risk: Double) {
        let index = try partition.indexes.index(asked.assembly, in: partition.layout)
        let universe = try EligibleRows(partition: partition, regulations: regulations, asked: asked).run(snapshot, granted)
        let lookup = VariantLookup(partition: partition, assembly: asked.assembly, snapshot: snapshot, index: index)
        var evaluation = CohortEvaluation(
            snapshot.table, on: asked.date, hierarchies: regulations.hierarchies, carriers: lookup.rows, within: universe)
        let criterion = asked.question.figureCriterion
        let cohort = try evaluation.rows(matching: criterion)
        let rows = cohort.intersection(snapshot.assemblies[asked.assembly] ?? universe)
        let rule = SmallNumberRule(protecting: granted)
        var columns = FigureColumns()
        columns.reserveCapacity(variants.count)
        func withhold(_ ground: Disclosure.Ground) -> (FigureColumns, Double) {
            for _ in variants { columns.append(.suppressed(ground)) }
            return (columns, 0)
        }
        var others = CohortFigures.Others(neighbours: [], earlierCohorts: [], earlierPeople: [])
        if let rule {
            let neighbours = try NeighbouringCriteria(of: criterion).withoutOne.map { try evaluation.rows(matching: $0) }
            let known = try partition.answered.open(asked, snapshot, partition) { memory -> CohortFigures.Others? in
                let (people, all) = try evaluation.disclosure(of: criterion, under: rule, earlier: memory.people)
                guard case .exact = all else { return nil }
                let earlier = CohortFigures.Others(
                    neighbours: neighbours, earlierCohorts: memory.cohorts, earlierPeople: memory.people,
                    leastDifference: memory.leastDifference(of: cohort, snapshot))
                // Kept before the figures are computed: whoever asks meanwhile is held against it.
                try memory.remember(people, of: asked, " cohort", snapshot, partition)
                try memory.rememberCohort(cohort, of: asked, snapshot, partition)
                return earlier
            }
            guard let known else { return withhold(.few) }
            others = known
        }
        guard let index else {
            let none = FrequencyFigures.none(among: snapshot.table.people(in: rows).count)
            guard let rule else {
                for _ in variants { columns.append(.exact(none)) }
                columns.people = none.people
                return (columns, 0)
            }
            let disclosure = rule.disclose(
                none, cohort: .exact(none.people), carriers: rule.showsBand ? .exact(0) : .suppressed(.few))
            for _ in variants { columns.append(disclosure) }
            if case .exact = disclosure { columns.people = none.people }
            return (columns, 0)
        }
        guard
            var figures = CohortFigures(
                index: index, snapshot: snapshot, universe: universe, cohort: cohort, figureRows: rows, rule: rule, others: others
            )
        else { return withhold(.earlierAnswer) }
        let budget = RiskBudget(granted, asked.purpose)
        var charges: [(row: Int, charge: MembershipCharge)] = []
        var (risk, people) = (0.0, 0)
        for (row, variant) in variants.enumerated() {
            let (disclosure, charge, name) = try figures.disclosure(of: variant)
            columns.append(disclosure)
            if case .exact(let figures) = disclosure { people = figures.people }
            if charge > 0 {
                risk += charge
                if case .within = budget { charges.append((row, MembershipCharge(figure: name, risk: charge))) }
            }
        }
        columns.people = people
        guard case .within(let limit) = budget else { return (columns, rule == nil ? 0 : risk) }
        let told = try partition.answered.open(asked, snapshot, partition) { memory in
            try memory.charge(charges.map(\.charge), budget: limit, partition)
        }
        risk = 0
        for (row, charge) in charges {
            if told.contains(charge.figure) { risk += charge.risk } else { columns.withhold(row) }
        }
        if !columns.states.contains(.answered) { columns.people = 0 }
        return (columns, risk)
    }
}
