internal import AccessModel
internal import Records
internal import ReportModel

/// Writes the classifications that a region knows as ClinVar's tables. Nothing is sent anywhere.
package struct ExportClassifications: Sendable {
    package enum Form: String, Sendable, CaseIterable {
        /// The region's own, as rows of the submission template.
        case submission
        /// All regions', one row a variant and condition.
        case summary
    }

    package let list: ListConflicts

    package init(_ list: ListConflicts) { self.list = list }

    /// Tab-separated text. Throws `AdministrativeRefusal`.
    package func run(_ form: Form) throws -> String {
        let partition = list.partition
        try AdministrativeRights.check(
            .seeClassifications, by: list.actor, for: list.purpose, in: partition.layout.region)
        let book = try partition.shelf.book(of: partition.records)
        var subjects: Set<SharedClassification.Subject> = []
        for (_, arrived) in try partition.records.classifications(after: 0) { subjects.insert(arrived.subject) }
        let groups = subjects.sorted().map(book.classifications)
        switch form {
        case .submission:
            let own = groups.joined().filter { $0.region == partition.layout.region }
            return ClinVarExport.text(ClinVarExport.submissionColumns, own.compactMap(ClinVarExport.submissionRow))
        case .summary: return ClinVarExport.text(ClinVarExport.summaryColumns, groups.compactMap(ClinVarExport.summaryRow))
        }
    }
}
