internal import GenomeModel
internal import Questions
internal import StructuredText
internal import VariantStorage

extension VariantLookup {
    /// The variants that any annotation says `query` of, in the order of the genome, whether or not somebody still carries them.
    ///
    /// Each laboratory's variants have the annotation that its own pipeline gave them, so every version is asked. Throws
    /// `tooManyVariants` where one has too many.
    func annotated(_ query: ConsequenceQuery, in interval: Interval? = nil) throws -> [Variant] {
        let store = try partition.annotations(assembly)
        var found: Set<Variant> = []
        for version in store.versions {
            let more = try store.variants(
                matching: query, in: version, interval: interval, limit: SelectedVariants.most + 1)
            guard more.count <= SelectedVariants.most else { throw AskedQuestionError.selection(.tooManyVariants) }
            found.formUnion(more)
        }
        return found.sorted()
    }
}

extension Partition {
    /// Everything that the annotations of an assembly say of a variant, each version by itself. For variants that are told of: that one
    /// is annotated tells that it was submitted.
    func annotations(of variant: Variant, _ assembly: Assembly) throws -> [VariantAnnotation] {
        let store = try annotations(assembly)
        var found: [VariantAnnotation] = []
        for version in store.versions {
            let consequences = try store.consequences(of: variant, in: version)
            if !consequences.isEmpty { found.append(VariantAnnotation(version: version, consequences: consequences)) }
        }
        return found
    }

    /// What annotations questions of an assembly are answered from; nil where there are none.
    func annotationVersions(_ assembly: Assembly) throws -> String? {
        let versions = try annotations(assembly).versions.map(\.description)
        return versions.isEmpty ? nil : versions.joined(separator: "; ")
    }
}
