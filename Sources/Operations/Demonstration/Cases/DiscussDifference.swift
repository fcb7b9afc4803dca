internal import AccessModel
internal import ClinicalModel
internal import Records
internal import ReportModel

/// The laboratories of regions that classify a variant differently say why, one after the other; what one has said the next has read.
struct DiscussDifference {
    let exchange: ExchangeClassifications

    /// What the case's laboratory says about the conflicts that its findings are part of.
    func speak(about one: DemonstrationCase, at desk: CaseDesk) async throws {
        guard let words = one.thread, let signer = desk.staff.signers.first else { return }
        let variants = one.calls.map(\.variant)
        let list = ListConflicts(partition: desk.partition, actor: signer, purpose: .laboratoryOperation)
        for conflict in try list.run() where variants.contains(conflict.subject.variant) {
            var word = DiscussConflict(
                partition: desk.partition, actor: signer, purpose: .laboratoryOperation, subject: conflict.subject,
                laboratory: one.laboratory, act: .comment)
            word.words = words
            _ = try await word.run()
        }
        try await exchange.run()
    }
}
