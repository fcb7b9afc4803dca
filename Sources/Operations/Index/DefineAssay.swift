package import GenomeModel
package import VariantFormats
internal import VariantStorage

/// Tells an index what an assay version looks at.
package enum DefineAssay {
    package struct Outcome: Sendable {
        /// False: it was defined so before.
        package let isNew: Bool
        package let targets: TargetRegions
        package let diagnostics: [FormatDiagnostic]
    }

    /// `bed` nil means the whole genome. Throws `FormatError` for the file, `StorageError` for the index.
    package static func run(directory: String, name: String, bed: String?) throws -> Outcome {
        let writer = try IndexWriter(directory: directory)
        guard let bed else {
            return Outcome(
                isNew: try writer.defineAssay(name, targets: .genome), targets: .genome, diagnostics: [])
        }
        let file = try TargetFile.read(path: bed, assembly: writer.assembly)
        let isNew = try writer.defineAssay(name, targets: file.regions)
        return Outcome(isNew: isNew, targets: file.regions, diagnostics: file.diagnostics)
    }
}
