package import ClinicalModel
package import ReportModel

/// A finding as the records hold it: with whose it is, in which case of which laboratory, and where it came from.
package struct RecordedFinding: Hashable, Sendable {
    package let id: Int64
    /// `person.id`.
    package let person: Int64
    package let pseudonym: Pseudonym
    package let caseName: String
    package let laboratory: OrganisationCode
    /// Nil for one that was written by hand.
    package let submission: String?
    package let finding: Finding
    package let recordedAt: Timestamp

    package init(
        id: Int64, person: Int64, pseudonym: Pseudonym, caseName: String, laboratory: OrganisationCode, submission: String?,
        finding: Finding, recordedAt: Timestamp
    ) {
        self.id = id
        self.person = person
        self.pseudonym = pseudonym
        self.caseName = caseName
        self.laboratory = laboratory
        self.submission = submission
        self.finding = finding
        self.recordedAt = recordedAt
    }
}
