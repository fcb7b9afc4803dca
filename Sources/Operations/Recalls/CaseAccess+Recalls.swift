package import Records
internal import ReportModel

extension CaseAccess {
    /// The numbers of those whose carrier may be seen; the others need a care relation on record first.
    package func openable(_ recalls: [RecordedRecall]) throws -> Set<Int> {
        let visible = try visible(among: Set(recalls.map(\.task.carrier)))
        return Set(recalls.filter { visible.contains($0.task.carrier) }.map(\.id))
    }
}
