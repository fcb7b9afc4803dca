internal import AccessModel
package import ClinicalModel
package import Records
package import ReportModel

/// Records a finding that somebody has written by hand. One of the same identifier is replaced where it says something else; what it said
/// before is kept.
package struct RecordFinding: Sendable {
    package let access: CaseAccess
    package let caseName: String
    package let laboratory: OrganisationCode
    package let finding: Finding

    package init(_ access: CaseAccess, caseName: String, laboratory: OrganisationCode, finding: Finding) {
        self.access = access
        self.caseName = caseName
        self.laboratory = laboratory
        self.finding = finding
    }

    /// Throws `AdministrativeRefusal`, `FindingRefusal`, and `RecordsError` for a specimen or a call set that the region does not know.
    package func run() async throws -> RecordedFinding {
        let partition = access.partition
        try AdministrativeRights.check(.interpret, by: access.actor, for: access.purpose, in: partition.layout.region)
        guard !finding.identifier.isEmpty, finding.identifier.utf8.count <= 64 else { throw FindingRefusal(.field("identifier")) }
        for text in [finding.identifier, caseName] { _ = try FindingText.checked(text, "identifier") }
        guard let specimen = try partition.records.specimens(named: [finding.specimen]).first else {
            throw RecordsError(.unknownSpecimen, place: finding.specimen)
        }
        let reference = "finding \(laboratory)/\(finding.identifier)"
        try await access.require([specimen.person], process: "finding record", reference: reference)
        return try await partition.changing {
            guard try !partition.records.hasStoppedUse(specimen.person) else { throw FindingRefusal(.useStopped) }
            let recorded = try partition.records.recordFindings(
                [finding], caseName: caseName, laboratory: laboratory, at: partition.now())
            _ = try await partition.ledger.append(
                AuditEvent(
                    by: access.actor, at: partition.now(), .interpretation, process: "finding record", purpose: access.purpose,
                    patients: [specimen.person], reference: reference))
            guard let first = recorded.first else { throw FindingRefusal(.unknownFinding) }
            return first
        }
    }
}
