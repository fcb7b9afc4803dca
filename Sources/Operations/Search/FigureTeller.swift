internal import AccessModel
internal import GenomeModel
internal import Questions

/// What may be told of the figures of one variant or structural event after another among the people of one cohort, and what telling it
/// adds to the risk: the same for a question by itself and for each event of a list.
struct FigureTeller {
    struct Telling {
        var disclosure: FrequencyDisclosure
        var risk = 0.0
    }

    let cohort: Criterion
    let lookup: VariantLookup
    /// Nil where small numbers are not protected.
    let rule: SmallNumberRule?
    let budget: RiskBudget

    /// The cohort's rows in the assembly that is asked about.
    func rows(_ evaluation: inout CohortEvaluation, _ universe: RowSet) throws -> RowSet {
        try evaluation.rows(matching: cohort).intersection(lookup.snapshot.assemblies[lookup.assembly] ?? universe)
    }

    /// Decides about one. `text` is what the question calls it. Of the memory only the budget is changed.
    func tell(
        _ call: SoughtCall, _ text: String, _ evaluation: inout CohortEvaluation, _ universe: RowSet,
        _ memory: inout AnsweredToOrganisation, _ partition: Partition
    ) throws -> Telling {
        let rows = try rows(&evaluation, universe)
        let figures = try lookup.figures(of: call, in: rows)
        guard let rule else { return Telling(disclosure: .exact(figures)) }
        let snapshot = lookup.snapshot
        let (people, all) = try evaluation.disclosure(of: cohort, under: rule, earlier: memory.people)
        let carriers = Criterion.and([cohort, .condition(.carries(text))])
        let others = try memory.figurePeople(carrying: try lookup.rows(carrying: call), rule, snapshot)
        let (_, part) = try evaluation.disclosure(of: carriers, under: rule, earlier: memory.people + others)
        var telling = Telling(disclosure: rule.disclose(figures, cohort: all, carriers: part))
        let whole = try evaluation.rows(matching: cohort)
        if let charge = telling.disclosure.risk(difference: memory.leastDifference(of: whole, snapshot)) {
            telling.risk = charge
            let name = try lookup.name(of: call, in: rows, among: people)
            if try !memory.may(tell: name, charge, within: budget, partition) {
                telling = Telling(disclosure: .suppressed(.membershipRisk))
            }
        }
        return telling
    }

    /// Keeps that figures of the cohort were told.
    func remember(
        _ evaluation: inout CohortEvaluation, _ memory: inout AnsweredToOrganisation, _ asked: AskedQuestion,
        _ partition: Partition
    ) throws {
        try memory.remember(try evaluation.people(matching: cohort), of: asked, " cohort", lookup.snapshot, partition)
        try memory.rememberCohort(try evaluation.rows(matching: cohort), of: asked, lookup.snapshot, partition)
    }
}
