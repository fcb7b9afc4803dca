package import AccessModel
internal import ClinicalModel
internal import Records

/// Puts into the ledger that somebody reads of submissions (HSLF-FS 2016:40, 4 kap. 9 §): what came in with one is about the people whose analyses
/// it brought. How far an upload has come is about nobody.
package struct SubmissionReading: Sendable {
    package let partition: Partition
    package let actor: Actor
    package let purpose: Purpose

    package init(partition: Partition, actor: Actor, purpose: Purpose) {
        self.partition = partition
        self.actor = actor
        self.purpose = purpose
    }

    /// A list of so many: names of cases, laboratories and states, and nothing about a patient.
    package func list(of count: Int) async throws { try await log("submission list", returned: count) }

    /// What became of one submission, with everybody whom it is about; nobody yet where it never got further than quarantine.
    package func receipt(of submission: String) async throws {
        try await log(
            "submission show", about: try partition.records.people(ofSubmission: submission), returned: 1, reference: submission)
    }

    private func log(
        _ process: String, about people: [Pseudonym] = [], returned: Int, reference: String? = nil
    ) async throws {
        _ = try await partition.ledger.append(
            AuditEvent(
                by: actor, at: partition.now(), .recordRead, process: process, purpose: purpose, patients: people,
                returned: returned, reference: reference))
    }
}
