internal import Records
internal import ReportModel

/// How the ledger names recalls.
enum RecallReference {
    static func recall(_ number: Int) -> String { "recall \(number)" }

    /// All that was computed at once for one reclassification.
    static func plan(_ number: Int) -> String { "recall plan \(number)" }

    /// The references of those of which the carrier has been told.
    static func told(_ recalls: [RecordedRecall]) -> Set<String> {
        Set(recalls.filter { [.informed, .done].contains($0.task.state) }.flatMap { [recall($0.id), plan($0.plan)] })
    }
}
