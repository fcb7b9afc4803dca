package import AccessModel
package import ClinicalModel
package import Records

/// Tells which questions of a period would have been decided otherwise, had a policy been in force that is only a draft. Everything else is
/// taken as it was; see `ReplayQuestion` for what cannot be told.
package struct PreviewPolicy: Sendable {
    /// Questions that are alike, and what would have become of them.
    package struct Line: Hashable, Sendable {
        package let questions: PastQuestions
        package let outcome: ReplayQuestion.Outcome
    }

    package struct Report: Hashable, Sendable {
        /// Both ends are included.
        package let period: ClosedRange<Timestamp>
        /// Those that change or cannot be told, most first; the rest is only counted.
        package let lines: [Line]
        package let questions: Int
        package let same: Int
        /// Decided by another controller of the region under its own policy: nothing of this draft's concern.
        package let otherControllers: Int
        /// The ledger does not say who stood where.
        package let unreadable: Int

        package func count(_ isCounted: (ReplayQuestion.Outcome) -> Bool) -> Int {
            lines.filter { isCounted($0.outcome) }.reduce(0) { $0 + $1.questions.count }
        }
    }

    /// Questions of how many days are looked at where nobody chooses a period.
    package static let usualDays = 30
    /// Periods that somebody can choose, in days up to today.
    package static let periods = [7, 30, 90]

    /// A period that was chosen by its number of days; the usual one for anything that is none of them.
    package static func days(chosen text: String?) -> Int {
        text.flatMap { Int($0) }.flatMap { periods.contains($0) ? $0 : nil } ?? usualDays
    }

    package let partition: Partition
    package let law: LawBook
    package let actor: Actor
    package let purpose: Purpose

    package init(partition: Partition, law: LawBook, actor: Actor, purpose: Purpose) {
        self.partition = partition
        self.law = law
        self.actor = actor
        self.purpose = purpose
    }

    /// - Parameters:
    ///   - draft: The policy to try.
    ///   - book: The versions that the controller has published.
    package func run(_ draft: Policy, after book: PolicyBook, period: ClosedRange<Timestamp>) async throws -> Report {
        try AdministrativeRights.check(.changePolicy, by: actor, for: purpose, in: partition.layout.region)
        let past = try partition.ledger.pastQuestions(period)
        let policies = book.versions + [.closed(region: book.region, controller: book.controller)]
        let own = "policy \(book.region) \(book.controller) v"
        var (lines, same, others): ([Line], Int, Int) = ([], 0, 0)
        for questions in past.alike {
            let question = questions.question
            guard question.policy.hasPrefix(own) else {
                others += questions.count
                continue
            }
            let outcome: ReplayQuestion.Outcome =
                if let regime = law.regimes.first(where: { $0.identifier == question.regime }),
                    let old = policies.first(where: { $0.reference == question.policy })
                {
                    ReplayQuestion(regime: regime, old: old, new: draft)(question)
                } else { .unknown(.regulationsNotKnown) }
            if outcome == .same { same += questions.count } else { lines.append(Line(questions: questions, outcome: outcome)) }
        }
        let total = past.alike.reduce(past.unreadable) { $0 + $1.count }
        _ = try await partition.ledger.append(
            AuditEvent(
                by: actor, at: partition.now(), .ledgerReview, process: "policy preview", purpose: purpose, returned: total))
        return Report(
            period: period, lines: lines, questions: total, same: same, otherControllers: others, unreadable: past.unreadable)
    }
}
