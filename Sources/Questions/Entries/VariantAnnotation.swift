package import GenomeModel

/// What one version of an annotation says of a variant.
package struct VariantAnnotation: Hashable, Sendable {
    package let version: AnnotationVersion
    /// Every transcript, in the order of the annotation.
    package let consequences: [TranscriptConsequence]

    package init(version: AnnotationVersion, consequences: [TranscriptConsequence]) {
        self.version = version
        self.consequences = consequences
    }

    /// The one to show first: see `TranscriptConsequence.shown(among:)`.
    package var shown: TranscriptConsequence? { TranscriptConsequence.shown(among: consequences) }
}
