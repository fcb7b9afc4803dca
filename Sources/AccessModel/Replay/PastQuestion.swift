/// A question that was decided, as far as the ledger tells it: who stood where and what for, how much was asked for, what came of it. Never
/// what was asked.
package struct PastQuestion: Hashable, Sendable {
    package let purpose: Purpose
    package let role: Actor.Role
    package let recipient: Recipient
    /// `Regime.identifier` of the day.
    package let regime: String
    /// `Policy.reference` of the policy that it was decided under.
    package let policy: String
    /// What it was decided to give.
    package let decided: Granularity
    /// How much was asked for; nil for refusals of the time when ledgers did not keep it.
    package let asked: Granularity?
    /// What spoke against it; nil where the ledger does not tell.
    package let against: [Reason.Code]?

    package init(
        purpose: Purpose, role: Actor.Role, recipient: Recipient, regime: String, policy: String, decided: Granularity,
        asked: Granularity?, against: [Reason.Code]?
    ) {
        self.purpose = purpose
        self.role = role
        self.recipient = recipient
        self.regime = regime
        self.policy = policy
        self.decided = decided
        // Less than was asked for is no answer: what was given is what was asked for.
        self.asked = asked ?? (decided > .refused ? decided : nil)
        self.against = against
    }
}
