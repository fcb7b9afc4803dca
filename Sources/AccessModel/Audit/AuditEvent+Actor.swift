package import ClinicalModel

extension AuditEvent {
    /// What an actor did: named as the actor is known, in the role and from the unit that the actor has.
    package init(
        by actor: Actor, at time: Timestamp, _ act: Act, process: String, purpose: Purpose? = nil, basis: String? = nil,
        decision: Granularity? = nil, patients: [Pseudonym] = [], returned: Int? = nil, reference: String? = nil,
        lacksCareRelation: Bool = false, detail: [String: String] = [:]
    ) {
        self.init(
            time: time, act: act, actor: actor.identity, role: actor.role.rawValue,
            careUnit: (actor.careUnit ?? actor.provider)?.text, process: process, purpose: purpose, basis: basis,
            decision: decision, patients: patients, returned: returned, reference: reference,
            lacksCareRelation: lacksCareRelation, detail: detail)
    }
}
