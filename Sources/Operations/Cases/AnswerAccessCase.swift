package import AccessModel
internal import ClinicalModel
package import Records

/// Looks into what patients question, and closes it with an answer. Whoever looked at the data is not the one who judges it.
package struct AnswerAccessCase: Sendable {
    package let partition: Partition
    package let actor: Actor
    package let purpose: Purpose

    package init(partition: Partition, actor: Actor, purpose: Purpose) {
        self.partition = partition
        self.actor = actor
        self.purpose = purpose
    }

    /// Every case, those to be answered first.
    package func list() async throws -> [AccessCase] {
        try check()
        let cases = try partition.records.accessCases()
        try await log("list", nil, returned: cases.count)
        return cases
    }

    /// A case with the event that it is about; the event is nil once the ledger has forgotten it.
    package func show(_ number: Int) async throws -> (asked: AccessCase, event: NumberedEvent?) {
        try check()
        let asked = try find(number)
        try await log("show", asked, returned: 1)
        return (asked, try event(asked))
    }

    /// Begins to look into it.
    package func take(_ number: Int) async throws {
        try check()
        try await partition.changing {
            let asked = try find(number)
            try AccessCaseRules.take(asked, by: actor, accessedBy: try event(asked)?.event.actor)
            try partition.records.takeCase(number, reviewer: actor.identity, time: partition.now())
            try await log("take", asked)
        }
    }

    /// Closes it.
    package func answer(_ number: Int, _ finding: AccessCase.Finding, text: String) async throws {
        try check()
        try await partition.changing {
            let asked = try find(number)
            let text = text.trimmed
            try AccessCaseRules.answer(asked, by: actor, text: text, accessedBy: try event(asked)?.event.actor)
            let now = partition.now()
            try partition.records.answerCase(
                number, AccessCase.Answer(finding: finding, text: text, signer: actor.identity, time: now))
            try await log("answer", asked, ["finding": finding.rawValue])
        }
    }

    private func check() throws(AdministrativeRefusal) {
        try AdministrativeRights.check(.answerAccessCase, by: actor, for: purpose, in: partition.layout.region)
    }

    private func find(_ number: Int) throws -> AccessCase {
        guard let asked = try partition.records.accessCase(number) else { throw AccessCaseRefusal(.unknown) }
        return asked
    }

    private func event(_ asked: AccessCase) throws -> NumberedEvent? {
        try partition.ledger.events(numbers: [asked.event]).first
    }

    private func log(
        _ what: String, _ asked: AccessCase?, returned: Int? = nil, _ detail: [String: String] = [:]
    ) async throws {
        _ = try await partition.ledger.append(
            AuditEvent(
                by: actor, at: partition.now(), .accessCase, process: "access case \(what)", purpose: purpose,
                patients: asked.map { [$0.person] } ?? [], returned: returned,
                reference: asked.map { "case \($0.number) \(what)" }, detail: detail))
    }
}
