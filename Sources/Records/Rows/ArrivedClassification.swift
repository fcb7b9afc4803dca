package import ClinicalModel
package import ReportModel

/// A laboratory's classification, or that it has none any more, as it arrived in a region.
package struct ArrivedClassification: Hashable, Sendable {
    package let subject: SharedClassification.Subject
    package let region: RegionCode
    package let laboratory: OrganisationCode
    /// Nil where it was taken back.
    package let classification: SharedClassification?
    /// Its number in the region that it comes from; nil for the region's own.
    package let origin: Int?
    package let arrived: Timestamp

    package init(_ classification: SharedClassification, origin: Int?, at time: Timestamp) {
        subject = classification.subject
        region = classification.region
        laboratory = classification.laboratory
        self.classification = classification
        self.origin = origin
        arrived = time
    }

    package init(removing classification: SharedClassification, origin: Int?, at time: Timestamp) {
        self.init(
            removing: classification.subject, of: classification.laboratory, in: classification.region, origin: origin, at: time)
    }

    package init(
        removing subject: SharedClassification.Subject, of laboratory: OrganisationCode, in region: RegionCode, origin: Int?,
        at time: Timestamp
    ) {
        self.subject = subject
        self.region = region
        self.laboratory = laboratory
        classification = nil
        self.origin = origin
        arrived = time
    }
}
