internal import AccessModel
internal import ClinicalModel
package import Records
package import ReportModel
package import StructuredText

/// The recalls of a region: who is to be told, by when, and how far it has come. They never leave the region.
package struct HandleRecalls: Sendable {
    package let access: CaseAccess

    package init(_ access: CaseAccess) { self.access = access }

    private var partition: Partition { access.partition }

    private func check() throws(AdministrativeRefusal) {
        try AdministrativeRights.check(
            .handleRecalls, by: access.actor, for: access.purpose, in: partition.layout.region)
    }

    /// Those that are not over, the ones due first before the others, then those that are. Nobody is read about by it: the list holds
    /// pseudonyms and days. Throws `AdministrativeRefusal`.
    package func list() async throws -> [RecordedRecall] {
        try check()
        let all = try partition.records.recalls()
        _ = try await partition.ledger.append(
            AuditEvent(
                by: access.actor, at: partition.now(), .recall, process: "recall list", purpose: access.purpose,
                returned: all.count))
        return all.filter { !$0.task.state.isOver } + all.filter(\.task.state.isOver)
    }

    /// One recall. Throws also where the person may not be seen.
    package func show(_ recall: Int) async throws -> RecordedRecall {
        try check()
        guard let known = try partition.records.recall(recall) else { throw RecordsError(.unknownRecall, place: String(recall)) }
        try await access.require([known.task.carrier], process: "recall show", reference: RecallReference.recall(recall))
        return known
    }

    /// Takes a step; whoever does it is named in it.
    package func take(_ act: RecallAct, in recall: Int, words: String) async throws -> RecordedRecall {
        let known = try await show(recall)
        let words = try FindingText.checked(words, "words")
        return try await partition.changing {
            let time = partition.now()
            let taken = try partition.records.takeRecallStep(recall) { task in
                let step = RecallTask.Step(act: act, person: access.actor.identity, time: time, words: words)
                _ = try task.after(step)
                return step
            }
            _ = try await partition.ledger.append(
                AuditEvent(
                    by: access.actor, at: time, .recall, process: "recall \(act.rawValue)", purpose: access.purpose,
                    patients: [known.task.carrier], reference: RecallReference.recall(recall)))
            return taken
        }
    }

    /// The letter as it is sent: an invitation, without the variant and without the gene. The name of the person is not known to the
    /// platform and is written by hand where it is left out. Throws `RecallLetter.Fault`.
    package static func letter(
        _ values: [RecallLetter.Field: String], in language: Language
    ) throws(RecallLetter.Fault) -> String {
        try RecallLetter(name: "invitation", version: "1", text: RecallLetter.invitationText).filled(values, in: language)
    }
}
