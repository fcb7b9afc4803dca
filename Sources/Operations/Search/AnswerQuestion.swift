internal import AccessModel
internal import ClinicalModel
internal import GenomeModel
internal import Questions
internal import Records
internal import StructuredText
internal import VariantStorage

/// Answers a question in one partition: decides first, by the law and the region's own policy, then computes no more than was allowed, and
/// answers when the ledger has it on the disk.
///
/// Each controller of the region decides about its own records; those that refuse are left out, and the region refuses where all do.
package struct AnswerQuestion: Sendable {
    let partition: Partition
    let regulations: Regulations
    let asked: AskedQuestion

    package init(partition: Partition, regulations: Regulations, asked: AskedQuestion) {
        self.partition = partition
        self.regulations = regulations
        self.asked = asked
    }

    package func run() async throws -> RegionReply {
        guard let snapshot = try partition.cohorts.snapshot(of: partition.records) else {
            throw PartitionError(.damaged, place: partition.layout.records)
        }
        let decisions = try DecideQuestion(partition: partition, regulations: regulations, asked: asked).run(snapshot)
        // Less than was asked for is no answer to it: figures of a variant are more than a count, and a count more than a yes.
        let granted = decisions.filter { $0.decision.granularity >= asked.granularity }
        guard let strictest = granted.map(\.decision).min(by: { $0.granularity < $1.granularity }) else {
            let decision = decisions[0].decision
            try await log(decision, .refused, returned: 0)
            return RegionReply(
                answer: .refused(partition.layout.region, reason: AnswerQuestion.reason(decision)), decision: decision,
                dataRelease: nil)
        }
        let answer = try answer(snapshot, granted, strictest)
        try await log(strictest, strictest.granularity, returned: answer.count == nil && answer.band == nil ? 0 : 1)
        return RegionReply(answer: answer, decision: strictest, dataRelease: snapshot.facts.release)
    }

    /// The first reason against, which is the weightiest.
    private static func reason(_ decision: Decision) -> LocalizedText {
        guard let first = decision.reasonsAgainst.first else { return RegionState.refused.sentence }
        return LocalizedText(sv: "\(first.text.sv) (\(first.reference))", en: "\(first.text.en) (\(first.reference))")
    }

    // MARK: Computing

    private func answer(
        _ snapshot: CohortSnapshot, _ granted: [ControllerDecision], _ decision: Decision
    ) throws -> RegionAnswer {
        let region = partition.layout.region
        let enquiry = try FrozenEnquiry(partition: partition, asked: asked, decision: decision)
        if let figure = try enquiry?.earlierFigure() { return RegionAnswer.figure(region, figure, decision) }
        let universe = try EligibleRows(partition: partition, regulations: regulations, asked: asked)
            .run(snapshot, granted)
        let lookup = VariantLookup(partition: partition, asked: asked, snapshot: snapshot)
        var evaluation = CohortEvaluation(
            snapshot.table, on: asked.date, hierarchies: regulations.hierarchies, carriers: lookup.rows, within: universe)
        // Where one of the controllers protects small numbers, the figure that holds its people does.
        let protecting = granted.map(\.decision).filter { $0.smallBelow != nil }
        let rule = protecting.compactMap(\.smallBelow).max().map { limit in
            SmallNumberRule(threshold: limit, showsBand: protecting.allSatisfy(\.showsBand))
        }
        switch asked.question.kind {
        case .count:
            let (people, disclosure) = try disclose(asked.question.criterion, &evaluation, rule, snapshot)
            try remember(people, disclosure, rule, snapshot, asked.question.text)
            try enquiry?.record(disclosure)
            return RegionAnswer(region, disclosure)
        case .frequency(let variant):
            let criterion = Criterion.and([asked.question.criterion, .condition(.origin([.germline]))])
            // The figures of a frequency are of germline call sets unless the question names an origin itself.
            let cohort = asked.question.namesOrigin ? asked.question.criterion : criterion
            let rows = try evaluation.rows(matching: cohort).intersection(snapshot.assemblies[asked.assembly] ?? universe)
            let figures = try lookup.figures(of: variant, in: rows)
            guard let rule else { return .answered(region, frequency: figures) }
            let (people, whole) = try disclose(cohort, &evaluation, rule, snapshot)
            let carriers = Criterion.and([cohort, .condition(.carries(variant))])
            let (carrying, part) = try disclose(carriers, &evaluation, rule, snapshot)
            let disclosure = rule.disclose(figures, cohort: whole, carriers: part)
            if case .suppressed = disclosure { return RegionAnswer(region, disclosure) }
            try remember(people, whole, rule, snapshot, asked.question.text + " cohort")
            try remember(carrying, part, rule, snapshot, asked.question.text + " carriers")
            return RegionAnswer(region, disclosure)
        }
    }

    private func disclose(
        _ criterion: Criterion, _ evaluation: inout CohortEvaluation, _ rule: SmallNumberRule?, _ snapshot: CohortSnapshot
    ) throws -> (RowSet, Disclosure) {
        guard let rule else {
            let people = try evaluation.people(matching: criterion)
            return (people, .exact(people.count))
        }
        let places = snapshot.placeOfIdentifier
        let earlier = try partition.records.answeredSets(organisation: asked.organisation, release: snapshot.facts.release)
            .map { snapshot.people(of: $0.people, places) }
        let (people, disclosure) = try evaluation.disclosure(of: criterion, under: rule, earlier: earlier)
        return (people, disclosure)
    }

    /// What was told is kept, so that a later question cannot be subtracted from it. The owner's own answers need no memory.
    private func remember(
        _ people: RowSet, _ disclosure: Disclosure, _ rule: SmallNumberRule?, _ snapshot: CohortSnapshot, _ text: String
    ) throws {
        guard rule != nil, disclosure.isTold else { return }
        try partition.records.rememberAnsweredSet(
            AnsweredSet(
                organisation: asked.organisation, release: snapshot.facts.release,
                question: partition.identity.keyedDigest(of: Array("\(asked.date) \(asked.assembly.rawValue) \(text)".utf8)),
                people: snapshot.bytes(of: people), time: partition.now()))
    }

    // MARK: The ledger

    private func log(_ decision: Decision, _ granted: Granularity, returned: Int) async throws {
        _ = try await partition.ledger.append(
            AuditEvent(
                time: partition.now(), act: .question, actor: asked.actor.identity, role: asked.actor.role.rawValue,
                careUnit: (asked.actor.careUnit ?? asked.actor.provider)?.text, process: asked.process, purpose: asked.purpose,
                basis: decision.basisText(.sv), decision: granted, returned: returned,
                // Tells that two questions were the same, and not what was asked: that may hold a variant.
                reference: String(partition.identity.keyedDigest(of: Array(asked.question.text.utf8)).prefix(16)),
                detail: ["regime": decision.regime, "policy": decision.policy, "recipient": decision.recipient.rawValue]))
    }
}
