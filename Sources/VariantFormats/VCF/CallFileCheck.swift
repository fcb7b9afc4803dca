import GenomeModel

/// Whether a call file keeps to its format, whatever it is about: genotypes may be missing, and any assembly will do.
///
/// Every value of every sample is checked. For what can be indexed, and only that, read the file with `CallReader`.
public enum CallFileCheck {
    /// Reads the file at `path` to its end. Throws what makes it unreadable; the rest is in the report's diagnostics.
    public static func run(path: String, decompressionThreads: Int = 1) throws(FormatError) -> CallFileReport {
        // No position is held against the assembly; it only has to be one.
        let options = CallReaderOptions(assembly: .grch38, decompressionThreads: decompressionThreads)
        let reader = try CallReader(path: path, callSets: [], options: options, isFormOnly: true)
        var batch = CallBatch()
        while try reader.read(into: &batch) {}
        return reader.report
    }
}
