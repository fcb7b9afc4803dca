package import ClinicalModel

/// A laboratory's class that is another than before.
package struct Reclassification: Hashable, Sendable {
    package let subject: SharedClassification.Subject
    package let gene: String
    package let region: RegionCode
    package let laboratory: OrganisationCode
    package let from: PathogenicityClass
    package let to: PathogenicityClass
    package let date: CivilDate

    package init(
        subject: SharedClassification.Subject, gene: String, region: RegionCode, laboratory: OrganisationCode,
        from: PathogenicityClass, to: PathogenicityClass, date: CivilDate
    ) {
        self.subject = subject
        self.gene = gene
        self.region = region
        self.laboratory = laboratory
        self.from = from
        self.to = to
        self.date = date
    }

    /// Whether something else is to be done about carriers than before.
    package var crossesBoundary: Bool { from.group != to.group }
}
