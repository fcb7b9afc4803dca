package import ClinicalModel
package import GenomeModel
internal import VariantStorage

/// Where everything of a partition lies. Two partitions share nothing.
package struct PartitionLayout: Hashable, Sendable {
    package let region: RegionCode
    /// `<data>/partitions/<region code>`.
    package let directory: String

    package init(data: String, region: RegionCode) {
        self.region = region
        directory = data + "/partitions/" + region.description
    }

    package var records: String { directory + "/records.sqlite" }
    package var identity: String { directory + "/identity.sqlite" }
    package var audit: String { directory + "/audit.sqlite" }
    /// Submitted files, each called by the SHA-256 of its bytes.
    package var files: String { directory + "/files" }
    package var inbox: String { directory + "/inbox" }
    package var quarantine: String { directory + "/quarantine" }
    /// Submissions that are being uploaded piece by piece, one folder each; not part of a backup.
    package var uploads: String { directory + "/uploads" }
    /// Receipts for the laboratory systems to fetch, `<submission>.json` and `.txt`.
    package var receipts: String { directory + "/receipts" }
    /// Copies released to research and registers, `<reference>/…`.
    package var copies: String { directory + "/copies" }
    /// The region's own thresholds for quality.
    package var qualityThresholds: String { directory + "/quality.yaml" }
    /// The region's settings for the intake: default controller, reserve number formats.
    package var settings: String { directory + "/partition.yaml" }
    package var lock: String { directory + "/LOCK" }

    package func index(_ assembly: Assembly) -> String { directory + "/variants/" + assembly.rawValue }
    /// What the pipelines' own annotations say of the variants in the index, of both origins together.
    package func annotations(_ assembly: Assembly) -> String { index(assembly) + "/" + VariantIndex.annotationFolder }
    package func file(_ sha256: String) -> String { files + "/" + sha256 }
    package func quarantine(_ submission: String) -> String { quarantine + "/" + submission }
}
