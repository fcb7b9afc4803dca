package import AccessModel
internal import ClinicalModel
internal import Records

/// Opens a case about an access that a patient questions: the region has to look into it and answer.
package struct OpenAccessCase: Sendable {
    package let partition: Partition
    package let actor: Actor
    package let purpose: Purpose

    package init(partition: Partition, actor: Actor, purpose: Purpose) {
        self.partition = partition
        self.actor = actor
        self.purpose = purpose
    }

    /// The case's number. Throws `AdministrativeRefusal`, and `AccessCaseRefusal` where the access was not to the actor's own data.
    package func run(event number: Int, words: String) async throws -> Int {
        try AdministrativeRights.check(.openAccessCase, by: actor, for: purpose, in: nil)
        guard let person = actor.selves[partition.layout.region],
            let event = try partition.ledger.events(numbers: [number]).first?.event,
            // What the own list does not have is not there to be asked about.
            try partition.patientView(person).contains(where: { $0.event == number })
        else { throw AccessCaseRefusal(.notOwnAccess) }
        let text = words.trimmed
        return try await partition.changing {
            try AccessCaseRules.open(
                event, by: person, words: text, earlier: try partition.records.accessCases(of: person), event: number)
            let now = partition.now()
            let opened = try partition.records.openCase(
                of: person, event: number, accessed: event.time, careUnit: event.careUnit, purpose: event.purpose, words: text,
                opened: now, due: AccessCaseRules.due(opened: now.date))
            _ = try await partition.ledger.append(
                AuditEvent(
                    by: actor, at: now, .accessCase, process: "access case open", purpose: purpose, patients: [person],
                    reference: "case \(opened) opened"))
            return opened
        }
    }
}

extension String {
    /// Without white space around it.
    var trimmed: String {
        let inner = drop(while: \.isWhitespace)
        guard let last = inner.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(inner[...last])
    }
}
