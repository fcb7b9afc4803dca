internal import AccessModel
internal import ClinicalModel
internal import GenomeModel
package import Questions
internal import Records
internal import StructuredText
internal import VariantStorage

/// Answers a question in one partition: decides first, by the law and the region's own policy, then computes no more than was allowed, and
/// answers when the ledger has it on the disk.
///
/// Each controller of the region decides about its own records; those that refuse are left out, and the region refuses where all do. What was
/// decided and computed for the same asking out of the same state of the records is taken as it is (`KnownAnswers`); the ledger gets an
/// entry each time.
package struct AnswerQuestion: Sendable {
    let partition: Partition
    let regulations: Regulations
    let asked: AskedQuestion

    package init(partition: Partition, regulations: Regulations, asked: AskedQuestion) {
        self.partition = partition
        self.regulations = regulations
        self.asked = asked
    }

    /// What is known is said at once; what has to be worked out is worked out on threads for that.
    package func run() async throws -> RegionReply {
        if let known = try known() {
            try await known.entry.write(asked, partition)
            return known.reply
        }
        return try await WorkingThreads.run { try await workOut() }
    }

    private func known() throws -> KnownAnswers.Answered? {
        guard let snapshot = try partition.cohorts.current(of: partition.records) else { return nil }
        return snapshot.known.answer(to: asking(try index()))
    }

    /// Nil where the question takes none.
    private func index() throws -> OpenIndex? {
        asked.namesVariants ? try partition.indexes.index(asked.assembly, in: partition.layout) : nil
    }

    private func asking(_ index: OpenIndex?) -> KnownAnswers.Asking {
        KnownAnswers.Asking(asked, regulations, index: index?.number ?? 0)
    }

    private func workOut() async throws -> RegionReply {
        guard let snapshot = try partition.cohorts.snapshot(of: partition.records) else {
            throw PartitionError(.damaged, place: partition.layout.records)
        }
        let index = try index()
        let asking = asking(index)
        // Looked up again: somebody else may have worked it out meanwhile.
        let answered = try snapshot.known.answer(to: asking) ?? answer(snapshot, index)
        // An enquiry's figure stands in the records, and an asking before it is frozen is not one after.
        if asked.purpose != .feasibility { snapshot.known.keep(answered, for: asking) }
        try await answered.entry.write(asked, partition)
        return answered.reply
    }

    private func answer(_ snapshot: CohortSnapshot, _ index: OpenIndex?) throws -> KnownAnswers.Answered {
        let decisions = try DecideQuestion(partition: partition, regulations: regulations, asked: asked).run(snapshot)
        // Less than was asked for is no answer to it: figures of a variant are more than a count, and a count more than a yes.
        let granted = decisions.filter { $0.decision.granularity >= asked.granularity }
        guard let strictest = granted.map(\.decision).min(by: { $0.granularity < $1.granularity }) else {
            let decision = decisions[0].decision
            return KnownAnswers.Answered(
                reply: RegionReply(
                    answer: .refused(partition.layout.region, reason: decision.weightiestReason), decision: decision,
                    dataRelease: nil),
                entry: LedgerEntry(refusing: decision, asked, about: asked.question.text, partition))
        }
        let computed = try compute(snapshot, index, granted, strictest)
        let answer = computed.answer
        var entry = LedgerEntry(
            strictest, strictest.granularity, returned: answer.count == nil && answer.band == nil ? 0 : 1,
            about: asked.question.text, partition)
        entry.add(computed.ground, risk: computed.risk)
        return KnownAnswers.Answered(
            reply: RegionReply(
                answer: answer, decision: strictest, dataRelease: snapshot.facts.release, annotation: try annotation(),
                annotations: try annotations(answer)),
            entry: entry)
    }

    /// What is said of the variant asked about. That one is annotated tells that somebody has it, so it is said where that is told.
    private func annotations(_ answer: RegionAnswer) throws -> [VariantAnnotation] {
        guard case .frequency(let text) = asked.question.kind, (answer.frequency?.carriers ?? 0) > 0,
            case .variant(let variant) = try VariantLookup.parse(text, asked.assembly)
        else { return [] }
        return try partition.annotations(of: variant, asked.assembly)
    }

    /// What a question for consequences was answered from; nil for the others.
    private func annotation() throws -> String? {
        let asksForConsequences = asked.question.criterion.variants.contains { text in
            if case .consequence = try? SoughtCall.parse(text, assembly: asked.assembly) { true } else { false }
        }
        return asksForConsequences ? try partition.annotationVersions(asked.assembly) : nil
    }

    private struct Computed {
        var answer: RegionAnswer
        var ground: Disclosure.Ground?
        var risk = 0.0
    }

    private func compute(
        _ snapshot: CohortSnapshot, _ index: OpenIndex?, _ granted: [ControllerDecision], _ decision: Decision
    ) throws -> Computed {
        let region = partition.layout.region
        let enquiry = try FrozenEnquiry(partition: partition, asked: asked, decision: decision)
        if let figure = try enquiry?.earlierFigure() { return Computed(answer: .figure(region, figure, decision)) }
        let universe = try EligibleRows(partition: partition, regulations: regulations, asked: asked).run(snapshot, granted)
        let lookup = VariantLookup(partition: partition, assembly: asked.assembly, snapshot: snapshot, index: index)
        var evaluation = CohortEvaluation(
            snapshot.table, on: asked.date, hierarchies: regulations.hierarchies, carriers: lookup.rows, within: universe)
        let rule = SmallNumberRule(protecting: granted)
        let budget = RiskBudget(granted, asked.purpose)
        switch asked.question.kind {
        case .count:
            let criterion = asked.question.criterion
            // An enquiry's figure is of people.
            let counted = asked.purpose == .feasibility ? .people : asked.counted
            guard let rule else {
                return Computed(
                    answer: .answered(region, count: snapshot.count(counted, in: try evaluation.rows(matching: criterion))))
            }
            return try partition.answered.open(asked, snapshot, partition) { memory in
                var figures: [RowSet] = []
                for text in Set(criterion.variants) {
                    figures += try memory.figurePeople(carrying: try lookup.rows(text), rule, snapshot)
                }
                let (people, found) = try evaluation.disclosure(of: criterion, under: rule, earlier: memory.people + figures)
                var (disclosure, risk) = (found, 0.0)
                if disclosure.isTold, !criterion.variants.isEmpty {
                    let among = try evaluation.people(matching: .everyone).count
                    risk =
                        if case .band = disclosure { MembershipRisk.ofBand } else {
                            MembershipRisk.of(count: people.count, among: among)
                        }
                    let name = snapshot.name(ofCount: people)
                    if try !memory.may(tell: name, risk, within: budget, partition) { disclosure = .suppressed(.membershipRisk) }
                }
                if disclosure.isTold { try memory.remember(people, of: asked, "", snapshot, partition) }
                try enquiry?.record(disclosure)
                guard case .exact = disclosure, counted != .people else {
                    if case .suppressed(let ground) = disclosure {
                        return Computed(answer: RegionAnswer(region, disclosure), ground: ground)
                    }
                    // A band is of people.
                    if counted != .people { return Computed(answer: .suppressed(region), ground: .few) }
                    return Computed(answer: RegionAnswer(region, disclosure), risk: risk)
                }
                let rows = try evaluation.rows(matching: criterion)
                return Computed(answer: .answered(region, count: snapshot.count(counted, in: rows)), risk: risk)
            }
        case .frequency(let text):
            let call = try VariantLookup.parse(text, asked.assembly)
            guard call.isSingle else { throw AskedQuestionError.variant(VariantNotationError(.unrecognised)) }
            let teller = FigureTeller(cohort: asked.question.figureCriterion, lookup: lookup, rule: rule, budget: budget)
            guard rule != nil else {
                let rows = try teller.rows(&evaluation, universe)
                return Computed(answer: .answered(region, frequency: try lookup.figures(of: call, in: rows)))
            }
            return try partition.answered.open(asked, snapshot, partition) { memory in
                let telling = try teller.tell(call, text, &evaluation, universe, &memory, partition)
                if case .suppressed(let ground) = telling.disclosure {
                    return Computed(answer: RegionAnswer(region, telling.disclosure), ground: ground)
                }
                try teller.remember(&evaluation, &memory, asked, partition)
                return Computed(answer: RegionAnswer(region, telling.disclosure), risk: telling.risk)
            }
        }
    }
}

extension AskedQuestion {
    /// Whether answering it takes the index.
    var namesVariants: Bool {
        if case .frequency = question.kind { return true }
        return !question.criterion.variants.isEmpty
    }
}

extension Question {
    /// Whose figures are told: of germline call sets unless the question names an origin itself.
    var figureCriterion: Criterion {
        namesOrigin ? criterion : .and([criterion, .condition(.origin([.germline]))])
    }
}

extension Decision {
    /// The first reason against, which is the weightiest.
    var weightiestReason: LocalizedText {
        guard let first = reasonsAgainst.first else { return RegionState.refused.sentence }
        return LocalizedText(sv: "\(first.text.sv) (\(first.reference))", en: "\(first.text.en) (\(first.reference))")
    }
}

extension SmallNumberRule {
    /// Where one of the controllers protects small numbers, the figure that holds its people does; nil where none does.
    init?(protecting granted: [ControllerDecision]) {
        let protecting = granted.map(\.decision).filter { $0.smallBelow != nil }
        guard let limit = protecting.compactMap(\.smallBelow).max() else { return nil }
        self.init(threshold: limit, showsBand: protecting.allSatisfy(\.showsBand))
    }
}

extension FrequencyDisclosure {
    /// What telling it adds to the risk; nil where nothing is told. `difference` as in `MembershipRisk.of`.
    func risk(difference: Int?) -> Double? {
        switch self {
        case .exact(let figures): MembershipRisk.of(figures, difference: difference)
        case .band: MembershipRisk.ofBand
        case .suppressed: nil
        }
    }
}

extension AnsweredToOrganisation {
    /// The people whom the organisation could have been told of who carry a variant, of each of the cohorts that it had figures of.
    func figurePeople(carrying rows: RowSet, _ rule: SmallNumberRule, _ snapshot: CohortSnapshot) throws -> [RowSet] {
        cohorts.map { snapshot.table.people(in: rows.intersection($0)) }
            .filter { $0.count >= rule.threshold || rule.showsBand && !$0.isEmpty }
    }

    /// Whether the budget allows one figure.
    mutating func may(tell name: FigureName, _ risk: Double, within budget: RiskBudget, _ partition: Partition) throws -> Bool {
        guard case .within(let limit) = budget, risk > 0 else { return true }
        return try !charge([MembershipCharge(figure: name.number, risk: risk)], budget: limit, partition).isEmpty
    }
}
