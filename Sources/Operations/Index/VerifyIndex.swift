package import VariantStorage

/// Proves the whole store; see `VariantIndex.verify`.
package enum VerifyIndex {
    /// First lets a writer open the index, which removes what a crash left behind: files of an act that never was are
    /// no damage. Where somebody else is writing, that is theirs to do.
    package static func run(
        directory: String, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws(StorageError) -> Verification {
        do throws(StorageError) {
            _ = try IndexWriter(directory: directory)
        } catch {
            switch error.code {
            // Who may only read can verify all the same.
            case .busy, .system: break
            default: throw error
            }
        }
        return try VariantIndex(directory: directory).verify(progress: progress)
    }
}
