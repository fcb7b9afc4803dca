package import GenomeModel
package import StructuredText

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

extension VariantAnnotation {
    package var json: JSONValue {
        [
            "version": JSONValue(.string(version.description)), "shown": shown?.json ?? JSONValue(.null),
            "consequences": JSONValue(consequences.map(\.json)),
        ]
    }
}

extension [VariantAnnotation] {
    /// Of several regions: what one version says is the same wherever it says it.
    package var eachVersion: [VariantAnnotation] {
        var seen: Set<AnnotationVersion> = []
        return filter { seen.insert($0.version).inserted }.sorted { $0.version.description < $1.version.description }
    }
}

extension TranscriptConsequence {
    package var json: JSONValue {
        func text(_ value: String) -> JSONValue? { value.isEmpty ? Optional.none : JSONValue(.string(value)) }
        return JSONValue(members: [
            ("gene", text(feature.geneSymbol)), ("geneID", text(feature.geneID)), ("feature", text(transcript)),
            ("biotype", text(feature.biotype)), ("isMANESelect", JSONValue(feature.marks.contains(.maneSelect))),
            ("terms", JSONValue(terms.map(\.rawValue))), ("impact", JSONValue(.string(impact.name))),
            ("coding", text(hgvsCoding)), ("protein", text(hgvsProtein)), ("exon", text(exon)), ("intron", text(intron)),
        ])
    }
}
