internal import AccessModel
internal import ClinicalModel
internal import Questions
internal import Records

/// Which call sets a question may count: those of controllers that allow it, in data sets that are released for it, published where others
/// ask, and of people whose statements and endings do not stop it. It is worked out anew whenever the records have changed, so that a
/// statement takes effect with the next question.
struct EligibleRows {
    let partition: Partition
    let regulations: Regulations
    let asked: AskedQuestion

    func run(_ snapshot: CohortSnapshot, _ granted: [ControllerDecision]) throws -> RowSet {
        let selection = KnownAnswers.Selection(
            decisions: granted.map(\.decision), controllers: granted.map(\.controller), purpose: asked.purpose, date: asked.date,
            edition: regulations.edition)
        return try snapshot.known.rows(of: selection) { try find(snapshot, granted) }
    }

    private func find(_ snapshot: CohortSnapshot, _ granted: [ControllerDecision]) throws -> RowSet {
        let table = snapshot.table
        var eligible = RowSet(size: table.rowCount)
        for item in granted {
            guard var rows = snapshot.controllers[item.controller] else { continue }
            let decision = item.decision
            if case .dataSets(let sets) = decision.source {
                rows.formIntersection(
                    RowSet(
                        size: table.rowCount,
                        rows.members.filter { row in
                            let callSet = snapshot.facts.callSets[row]
                            let kind = snapshot.facts.assays[callSet.assay].kind
                            return sets.contains { $0.contains(area: callSet.area, origin: callSet.origin, assayKind: kind) }
                        }))
            }
            if decision.obligations.contains(.publishedBatchesOnly) { rows.formIntersection(snapshot.published) }
            if !decision.recipient.isOwner { rows.subtract(snapshot.showingStopped) }
            rows.subtract(try stopped(snapshot, decision.recipient))
            for case .consentingOnly(let study) in decision.obligations {
                rows.formIntersection(try consenting(snapshot, study))
            }
            eligible.formUnion(rows)
        }
        eligible.subtract(snapshot.useStopped)
        return eligible
    }

    /// Rows of the people whose statements in effect keep them out.
    private func stopped(_ snapshot: CohortSnapshot, _ recipient: Recipient) throws -> RowSet {
        let regime = regulations.law.regime(on: asked.date)
        let kinds = Set(regime.kindsThatStop(asked.purpose, for: recipient))
        return try rows(snapshot, kinds) { !$0.stops(asked.purpose, for: recipient, under: regime).isEmpty }
    }

    private func consenting(_ snapshot: CohortSnapshot, _ study: String) throws -> RowSet {
        let regime = regulations.law.regime(on: asked.date)
        let kinds = Set(regime.kindsThatOpen(.research)).union([.study])
        return try rows(snapshot, kinds) { $0.agrees(toStudy: study, under: regime) }
    }

    private func rows(
        _ snapshot: CohortSnapshot, _ kinds: Set<ConsentKind>, _ applies: (ConsentState) -> Bool
    ) throws -> RowSet {
        guard !kinds.isEmpty else { return RowSet(size: snapshot.table.rowCount) }
        let regime = regulations.law.regime(on: asked.date)
        var people = RowSet(size: snapshot.table.personCount)
        let statements = try snapshot.known.statements(kinds) { try partition.records.peopleWithConsentEvents(kinds: kinds) }
        for (pseudonym, events) in statements {
            guard let place = snapshot.placeOfPseudonym[pseudonym],
                applies(ConsentState(events, under: regime, on: asked.date))
            else { continue }
            people.insert(place)
        }
        return people.isEmpty ? RowSet(size: snapshot.table.rowCount) : snapshot.table.rows(of: people)
    }
}
