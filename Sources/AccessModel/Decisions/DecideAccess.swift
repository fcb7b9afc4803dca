/// Decides what may be answered: pure, total, explained. It runs before the search, inside the partition that owns the data, and
/// there is nobody for whom it does not run.
///
/// The answer is the least of what the law lets the recipient have, what the controller's policy lets out (where the law gives it a
/// say) and what was asked for; anything that is missing refuses. Every reason is collected, not the first only.
package struct DecideAccess: Sendable {
    package let law: LawBook
    package let policies: PolicyBook

    package init(law: LawBook, policies: PolicyBook) {
        self.law = law
        self.policies = policies
    }

    /// Regime and policy are those of the day of the question.
    package func callAsFunction(_ request: AccessRequest) -> Decision {
        DecideAccess.decide(
            request, under: law.regime(on: request.date), policy: policies.policy(on: request.date))
    }

    package static func decide(_ request: AccessRequest, under regime: Regime, policy: Policy) -> Decision {
        guard let rule = regime.purposes[request.purpose] else {
            return Deliberation.unknownPurpose(request, regime: regime, policy: policy)
        }
        var deliberation = Deliberation(request: request, regime: regime, policy: policy, rule: rule)
        deliberation.weighLaw()
        deliberation.weighRequirements()
        deliberation.weighStatements()
        deliberation.weighRecipients()
        deliberation.weighPolicy()
        deliberation.weighSinglePerson()
        return deliberation.decision
    }
}
