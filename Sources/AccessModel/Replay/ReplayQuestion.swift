internal import ClinicalModel

/// Decides a past question again as if another policy had been in force, everything else being as it was. Pure.
///
/// What the ledger does not keep is not guessed: the figures, the question's words and the asker's project are not there, so a figure cannot
/// be computed again, and a refusal whose reasons were not kept cannot be weighed again.
package struct ReplayQuestion: Sendable {
    package enum Outcome: Hashable, Sendable {
        case same
        /// Answered instead of refused, or the other way; with what the policy says for and against.
        case decided(from: Granularity, to: Granularity, reasons: [Reason])
        /// Answered both times, with small numbers protected otherwise. Whether this figure was small is not kept.
        case protectedOtherwise(from: [Obligation], to: [Obligation])
        /// Answered both times, out of other data sets: the figure may be another.
        case otherData
        case unknown(Unknown)
    }

    package enum Unknown: String, Sendable, CaseIterable {
        /// It was refused before ledgers kept why.
        case reasonsNotKept = "reasons-not-kept"
        /// The regime or the policy that it was decided under is not known here.
        case regulationsNotKnown = "regulations-not-known"
        /// Deciding it again as it was gives something else than the ledger says: something is missing there.
        case differsFromLedger = "differs-from-ledger"
    }

    package let regime: Regime
    /// The policy that the question was decided under, and the one to try instead.
    package let old: Policy
    package let new: Policy

    package init(regime: Regime, old: Policy, new: Policy) {
        self.regime = regime
        self.old = old
        self.new = new
    }

    package func callAsFunction(_ past: PastQuestion) -> Outcome {
        guard past.regime == regime.identifier, past.policy == old.reference, let rule = regime.purposes[past.purpose] else {
            return .unknown(.regulationsNotKnown)
        }
        // Inside the provider, and where the law compels, no policy has a say.
        guard past.recipient != .ownProvider, rule.isBoundByPolicy else { return .same }
        let law = lawLimit(rule, past)
        if past.decided == .refused, law == .refused || past.against?.contains(where: { !$0.isOfPolicy }) == true { return .same }
        guard let asked = past.asked else {
            return isEqual(for: past.purpose) ? .same : .unknown(.reasonsNotKept)
        }
        let (before, after) = (weighed(past, rule, old), weighed(past, rule, new))
        let granted = [before, after].map { min(law, $0.limit) >= asked ? asked : Granularity.refused }
        guard granted[0] == past.decided else { return .unknown(.differsFromLedger) }
        guard granted[0] == granted[1] else { return .decided(from: granted[0], to: granted[1], reasons: after.reasons) }
        guard asked == granted[0], granted[0] > .refused else { return .same }
        let protections = [before, after].map { $0.obligations(for: asked).filter(\.protectsSmallNumbers) }
        if protections[0] != protections[1] { return .protectedOtherwise(from: protections[0], to: protections[1]) }
        return before.source == after.source ? .same : .otherData
    }

    /// The most that the law gave. Questions of the ledger are about many people: each record that was read has a line of its own.
    private func lawLimit(_ rule: PurposeRule, _ past: PastQuestion) -> Granularity {
        guard regime.holds(rule.force), rule.roles.contains(past.role) else { return .refused }
        let limit = rule.limit(for: past.recipient, role: past.role)
        return rule.recordScope == .namedPatient ? min(limit, .aggregate) : limit
    }

    private func isEqual(for purpose: Purpose) -> Bool {
        old.rows[purpose] == new.rows[purpose] && old.dataSets(for: purpose) == new.dataSets(for: purpose)
    }

    private func weighed(_ past: PastQuestion, _ rule: PurposeRule, _ policy: Policy) -> Deliberation {
        let actor = Actor(
            identity: "", name: "", role: past.role, region: nil, provider: nil, careUnit: nil, purposes: [past.purpose])
        let request = AccessRequest(
            actor: actor, purpose: past.purpose, date: CivilDate(daysSince1970: 0),
            question: QuestionSummary(asked: past.asked ?? .refused), region: policy.region, controller: policy.controller)
        var deliberation = Deliberation(
            request: request, regime: regime, policy: policy, rule: rule, recipients: [past.recipient])
        deliberation.weighPolicy()
        return deliberation
    }
}

extension Obligation {
    var protectsSmallNumbers: Bool {
        switch self {
        case .suppressBelow, .bandBelow: true
        case .publishedBatchesOnly, .pseudonymise, .logForPatient, .figureOnly, .consentingOnly, .holderDecidesOnRecords,
            .secureEnvironment:
            false
        }
    }
}
