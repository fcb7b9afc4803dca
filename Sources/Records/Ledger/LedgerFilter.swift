package import AccessModel
package import ClinicalModel

/// Which events to show; what is nil does not restrict.
package struct LedgerFilter: Hashable, Sendable {
    /// What came of a decision.
    package enum Outcome: String, Sendable, CaseIterable {
        case answered, refused
        /// Decided to be answered, and then not told: a small number, an earlier answer or the risk budget.
        case withheld
    }

    package var actor: String?
    package var careUnit: String?
    package var patient: Pseudonym?
    package var purpose: Purpose?
    package var act: AuditEvent.Act?
    package var reference: String?
    /// Both ends are included.
    package var period: ClosedRange<Timestamp>?
    package var lacksCareRelation: Bool?
    package var outcome: Outcome?
    /// Only those with smaller numbers: the page before in time.
    package var before: Int?
    /// The latest ones are shown.
    package var limit: Int

    package init(
        actor: String? = nil, careUnit: String? = nil, patient: Pseudonym? = nil, purpose: Purpose? = nil,
        act: AuditEvent.Act? = nil, reference: String? = nil, period: ClosedRange<Timestamp>? = nil,
        lacksCareRelation: Bool? = nil, limit: Int = 100
    ) {
        self.actor = actor
        self.careUnit = careUnit
        self.patient = patient
        self.purpose = purpose
        self.act = act
        self.reference = reference
        self.period = period
        self.lacksCareRelation = lacksCareRelation
        self.limit = limit
    }
}

/// An event with its number in the chain.
package struct NumberedEvent: Hashable, Sendable {
    package let seq: Int
    package let event: AuditEvent
}
