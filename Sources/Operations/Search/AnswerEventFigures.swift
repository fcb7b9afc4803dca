internal import AccessModel
internal import ClinicalModel
internal import GenomeModel
internal import Questions
internal import Records
internal import StructuredText
internal import VariantStorage

/// Answers with the figures of the structural events of a stretch in one partition: one decision and one line in the ledger for the whole list,
/// and of each event what `AnswerQuestion` tells of it.
struct AnswerEventFigures {
    /// Events in one list: each costs a question of its own.
    static let most = 1000

    struct Told {
        let answer: RegionAnswer
        /// Those that are told of and that somebody carries.
        var events: [(event: StructuralEvent, figures: FrequencyFigures)] = []
        let decision: Decision?
    }

    let partition: Partition
    let regulations: Regulations
    let asked: AskedQuestion
    let sought: ListEntries.SoughtEvents

    init(partition: Partition, regulations: Regulations, asked: AskedQuestion, sought: ListEntries.SoughtEvents) {
        self.partition = partition
        self.regulations = regulations
        var asked = asked
        asked.matter = .figures
        self.asked = asked
        self.sought = sought
    }

    func run(_ snapshot: CohortSnapshot) async throws -> Told {
        let region = partition.layout.region
        let decisions = try DecideQuestion(partition: partition, regulations: regulations, asked: asked).run(snapshot)
        let granted = decisions.filter { $0.decision.granularity >= asked.granularity }
        guard let strictest = granted.map(\.decision).min(by: { $0.granularity < $1.granularity }) else {
            let decision = decisions[0].decision
            try await LedgerEntry(refusing: decision, asked, about: text, partition).write(asked, partition)
            return Told(answer: .refused(region, reason: decision.weightiestReason), decision: decision)
        }
        var told = Told(answer: .answered(region), decision: strictest)
        let (events, risk) = try figures(snapshot, granted)
        told.events = events
        var entry = LedgerEntry(strictest, strictest.granularity, returned: told.events.count, about: text, partition)
        entry.add(nil, risk: risk)
        entry.detail["events"] = String(told.events.count)
        try await entry.write(asked, partition)
        return told
    }

    /// What was asked, so that the ledger can tell that two lists were the same.
    private var text: String {
        switch sought {
        case .one(let event): "\(asked.question.text) event \(event.notation)"
        case .meeting(let selection):
            asked.question.text + " "
                + CallPhrase.events(
                    kinds: selection.kinds, interval: selection.interval.notation, length: selection.length
                ).text
        }
    }

    private func figures(
        _ snapshot: CohortSnapshot, _ granted: [ControllerDecision]
    ) throws -> (events: [(event: StructuralEvent, figures: FrequencyFigures)], risk: Double) {
        guard let index = try partition.indexes.index(asked.assembly, in: partition.layout) else { return ([], 0) }
        let universe = try EligibleRows(partition: partition, regulations: regulations, asked: asked).run(snapshot, granted)
        let lookup = VariantLookup(partition: partition, assembly: asked.assembly, snapshot: snapshot, index: index)
        var evaluation = CohortEvaluation(
            snapshot.table, on: asked.date, hierarchies: regulations.hierarchies, carriers: lookup.rows, within: universe)
        let teller = FigureTeller(
            cohort: asked.question.figureCriterion, lookup: lookup, rule: SmallNumberRule(protecting: granted),
            budget: RiskBudget(granted, asked.purpose))
        let rows = try teller.rows(&evaluation, universe)
        let events = try events(in: rows, index, snapshot)
        var told: [(event: StructuralEvent, figures: FrequencyFigures)] = []
        var risk = 0.0
        func tell(_ memory: inout AnsweredToOrganisation) throws {
            for event in events {
                let telling = try teller.tell(.event(event), event.notation, &evaluation, universe, &memory, partition)
                risk += telling.risk
                if case .exact(let figures) = telling.disclosure, figures.carriers > 0 { told.append((event, figures)) }
            }
            if !told.isEmpty { try teller.remember(&evaluation, &memory, asked, partition) }
        }
        if teller.rule == nil {
            for event in events {
                let figures = try lookup.figures(of: event, in: rows)
                if figures.carriers > 0 { told.append((event, figures)) }
            }
        } else {
            try partition.answered.open(asked, snapshot, partition) { try tell(&$0) }
        }
        return (told, risk)
    }

    /// One event for each group that the cohort carries.
    private func events(in rows: RowSet, _ index: OpenIndex, _ snapshot: CohortSnapshot) throws -> [StructuralEvent] {
        switch sought {
        case .one(let event): return [event]
        case .meeting(let selection):
            let cohort = try index.index.structuralCohort(index.cohort(rows, index.rows(of: snapshot)))
            let groups = try index.index.structuralGroups(in: selection.interval, cohort: cohort)
                .filter { $0.members.contains(where: selection.contains) }
            guard groups.count <= AnswerEventFigures.most else { throw AskedQuestionError.selection(.tooManyVariants) }
            return groups.map(\.representative)
        }
    }
}
