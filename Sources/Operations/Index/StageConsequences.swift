internal import GenomeModel
internal import VariantFormats
internal import VariantStorage

/// Reads the consequences that call files bring along into annotation files that wait for their commit.
struct StageConsequences {
    /// What one annotation of one file says.
    struct File {
        let path: String
        let version: AnnotationVersion
        /// Variants with consequences, and the consequences of all of their transcripts.
        let variants: Int
        let consequences: Int
        /// Of consequences only: the rest of the file's are the reader's of calls.
        let diagnostics: [FormatDiagnostic]
    }

    /// What was read, and is not yet visible.
    struct Staged {
        var annotations: [StagedAnnotation] = []
        var files: [File] = []
    }

    /// Made when the first annotated file is met: most partitions' folders are for calls alone.
    let writer: () throws -> AnnotationStoreWriter
    let assembly: Assembly
    let paths: [String]
    var expansionLimit: Int?

    /// Does it. Throws `FormatError` or `StorageError`, and then nothing is left.
    func run() throws -> Staged {
        var staged = Staged()
        do {
            for path in paths {
                for header in try AnnotationHeader.read(path: path, assembly: assembly) {
                    try Task.checkCancellation()
                    try read(path, header, into: &staged)
                }
            }
        } catch {
            if !staged.annotations.isEmpty, let writer = try? writer() { staged.annotations.forEach(writer.discard) }
            throw error
        }
        return staged
    }

    private func read(_ path: String, _ header: AnnotationHeader, into staged: inout Staged) throws {
        let reader = try ConsequenceReader(
            path: path, header: header,
            options: CallReaderOptions(assembly: assembly, decompressionThreads: 1, expansionLimit: expansionLimit))
        var builder = try writer().begin(header.version)
        var batch = ConsequenceBatch()
        while try reader.read(into: &batch) {
            try builder.append(batch)
            try Task.checkCancellation()
        }
        let annotation = try builder.finish()
        staged.annotations.append(annotation)
        staged.files.append(
            File(
                path: path, version: header.version, variants: annotation.variants, consequences: reader.consequences,
                diagnostics: reader.report.diagnostics.filter(\.kind.isOfConsequences)))
    }
}

extension FormatDiagnostic.Kind {
    /// Found only by whoever reads consequences.
    var isOfConsequences: Bool {
        switch self {
        case .consequenceMissing, .consequenceAllele, .consequenceColumns, .consequenceTerms, .consequenceImpact: true
        default: false
        }
    }
}
