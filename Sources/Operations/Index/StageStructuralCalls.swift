internal import GenomeModel
internal import VariantFormats
internal import VariantStorage

/// Reads files of structural calls into segments that wait for their commit.
struct StageStructuralCalls {
    /// What was read of one file.
    struct File {
        let path: String
        let callSets: [String]
        let report: StructuralFileReport
        /// Calls that their assay could not have seen, or where the person has no copy.
        let outsideTargets: Int
    }

    /// What was read, and is not yet visible.
    struct Staged {
        var segments: [StagedSegment] = []
        var files: [File] = []
    }

    let writer: IndexWriter
    let index: VariantIndex
    /// `assay` is what the structural calls look at.
    let sources: [StageCallSets.Source]
    var expansionLimit: Int?

    /// Does it. Throws `FormatError` or `StorageError`, and then nothing is left.
    func run() throws -> Staged {
        var staged = Staged()
        do {
            for job in StageCallSets.Job.of(sources) {
                try Task.checkCancellation()
                let read = try StructuralReader.read(
                    path: job.path, callSets: job.callSets,
                    options: CallReaderOptions(
                        assembly: index.assembly, origin: job.origin, decompressionThreads: 1, expansionLimit: expansionLimit))
                var builder = try writer.beginStructuralSegment(
                    callSets: job.stored(in: index), origin: job.origin, index: index)
                try builder.append(read.calls)
                let outside = builder.outsideTargets
                staged.segments.append(try builder.finish())
                staged.files.append(
                    File(
                        path: job.path, callSets: job.sources.map(\.callSet), report: read.report, outsideTargets: outside))
            }
        } catch {
            writer.discard(staged.segments)
            throw error
        }
        return staged
    }
}
