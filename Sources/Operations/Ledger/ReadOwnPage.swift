package import AccessModel
package import ClinicalModel
package import Records
package import ReportModel
package import StructuredText

/// What one region tells a person about themselves: what they have said yes and no to, who looked, and what became of their questions.
package struct OwnPage: Sendable {
    package let region: RegionCode
    package let person: Pseudonym
    package let statements: [ConsentOverview]
    /// Oldest first.
    package let accesses: [PatientAccess]
    /// The latest first.
    package let cases: [AccessCase]
    /// Their own reports that are, or have been, signed: the latest first.
    package let reports: [Report]
    /// Names of care units and controllers, by code.
    package let units: [String: String]

    package struct Report: Hashable, Sendable {
        package let identifier: String
        package let title: LocalizedText
        /// `OrganisationCode`
        package let laboratory: String
        /// The version that a patient reads first.
        package let version: Int
        package let state: ReportState
        package let signed: Timestamp
    }
}

/// Reads the pages of somebody's own data in the regions that are here. That it was read stands in the list that is read next.
package struct ReadOwnPage: Sendable {
    package let partitions: [RegionCode: Partition]
    package let law: LawBook
    package let actor: Actor
    package let purpose: Purpose

    package init(partitions: [RegionCode: Partition], law: LawBook, actor: Actor, purpose: Purpose) {
        self.partitions = partitions
        self.law = law
        self.actor = actor
        self.purpose = purpose
    }

    /// One for each region that knows the person and is here, by code. Throws `AdministrativeRefusal` for anybody who is no patient.
    package func run() async throws -> [OwnPage] {
        try AdministrativeRights.check(.seeOwnAccesses, by: actor, for: purpose, in: nil)
        var pages: [OwnPage] = []
        for (region, person) in actor.selves.sorted(by: { $0.key < $1.key }) {
            guard let partition = partitions[region] else { continue }
            let today = partition.now().date
            let accesses = try partition.patientView(person)
            let events = try partition.records.person(person) == nil ? [] : partition.records.consentEvents(of: person)
            pages.append(
                OwnPage(
                    region: region, person: person,
                    statements: ConsentOverview.of(events, under: law.regime(on: today), on: today), accesses: accesses,
                    cases: try partition.records.accessCases(of: person), reports: try reports(of: person, in: partition),
                    units: Dictionary(
                        try partition.records.organisations().map { ($0.code.text, $0.name) },
                        uniquingKeysWith: { first, _ in first })))
            // Of somebody's own data, and so about a patient (4 kap. 9 §).
            _ = try await partition.ledger.append(
                AuditEvent(
                    by: actor, at: partition.now(), .ledgerReview, process: "own accesses", purpose: purpose, patients: [person],
                    returned: accesses.count))
        }
        return pages
    }

    /// As `ShowReport` gives them to a patient: of each the last version that was signed.
    private func reports(of person: Pseudonym, in partition: Partition) throws -> [OwnPage.Report] {
        try partition.records.reports(of: person).reversed().compactMap { history in
            guard let version = history.versions.last(where: { $0.signature != nil }), let signature = version.signature else {
                return nil
            }
            return OwnPage.Report(
                identifier: history.identifier, title: try DescribeReport(partition: partition).title(history),
                laboratory: history.subject.laboratory.text, version: version.number, state: version.state, signed: signature.time
            )
        }
    }
}
