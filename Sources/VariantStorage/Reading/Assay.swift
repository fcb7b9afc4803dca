public import GenomeModel

/// An assay version of an index: its name and what it looks at.
public struct Assay: Hashable, Sendable {
    /// Under which call sets refer to it; never reused.
    public let number: UInt32
    public let name: String
    public let targets: TargetRegions
}
