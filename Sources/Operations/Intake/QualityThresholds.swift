package import ClinicalModel

/// The region's own limits for what may be taken in, by kind of assay: the file `quality.yaml` of its partition.
package struct QualityThresholds: Hashable, Sendable {
    package struct Threshold: Hashable, Sendable {
        package let metric: String
        /// Inclusive; nil for no limit on that side.
        package let atLeast: Double?
        package let atMost: Double?
        /// A call set without the metric does not pass.
        package let isRequired: Bool

        package init(metric: String, atLeast: Double?, atMost: Double?, isRequired: Bool) {
            self.metric = metric
            self.atLeast = atLeast
            self.atMost = atMost
            self.isRequired = isRequired
        }
    }

    package let byKind: [AssayVersion.Kind: [Threshold]]

    package init(byKind: [AssayVersion.Kind: [Threshold]]) { self.byKind = byKind }

    /// The first thing about a call set that does not pass, in the order of the file.
    package func fault(_ callSet: String, _ kind: AssayVersion.Kind, _ metrics: [QualityMetric]) -> IntakeFailure? {
        for threshold in byKind[kind] ?? [] {
            guard let metric = metrics.first(where: { $0.name == threshold.metric }) else {
                if threshold.isRequired { return .metricMissing(callSet, threshold.metric) }
                continue
            }
            if let limit = threshold.atLeast, metric.value < limit {
                return .metricOutside(callSet, threshold.metric, metric.value, "≥ \(limit)")
            }
            if let limit = threshold.atMost, metric.value > limit {
                return .metricOutside(callSet, threshold.metric, metric.value, "≤ \(limit)")
            }
        }
        return nil
    }

    /// What a new partition starts with: nothing required, so that the first submission passes, and limits that only bad runs miss.
    package static let standardText = """
        # Quality thresholds of this region. A call set outside them goes to quarantine; change them by decision.
        # For each kind of assay (panel, exome, genome, rna): metric: {at-least: …, at-most: …, required: true|false}
        panel:
          mean-coverage: {at-least: 100}
          contamination: {at-most: 0.05}
        exome:
          mean-coverage: {at-least: 40}
          contamination: {at-most: 0.05}
        genome:
          mean-coverage: {at-least: 20}
          contamination: {at-most: 0.05}
        rna: {}

        """
}
