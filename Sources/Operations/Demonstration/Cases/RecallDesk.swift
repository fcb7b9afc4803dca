internal import AccessModel
internal import Records
internal import ReportModel

/// The physician of a region with those who carry what was classified anew. The first is told to the end where there are several, or where
/// the laboratory itself found out; the second has had a letter; everybody else waits.
struct RecallDesk {
    let desk: CaseDesk

    /// `isFirstTold` is for a region with one carrier.
    func play(_ variant: VariantIdentifier, isFirstTold: Bool) async throws {
        let tasks = try desk.partition.records.recalls().filter { $0.task.change.subject.variant == variant }
        if tasks.count > 1 || isFirstTold, let first = tasks.first {
            try await take([.assign, .sendLetter, .inform, .finish], in: first)
        }
        if tasks.count > 1 { try await take([.assign, .sendLetter], in: tasks[1]) }
    }

    private func take(_ acts: [RecallAct], in recall: RecordedRecall) async throws {
        try await desk.care(for: recall.task.carrier, by: desk.staff.physician)
        let handle = HandleRecalls(desk.access(desk.staff.physician))
        for act in acts { _ = try await handle.take(act, in: recall.id, words: "") }
    }
}
