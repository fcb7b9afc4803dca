public import GenomeModel

/// An annotation file that is written and durable, and waits for a commit to be seen.
public struct StagedAnnotation: Sendable {
    public let source: AnnotationVersion
    let path: String
    public let variants: Int
    /// Bytes on disk.
    public let length: Int
}
