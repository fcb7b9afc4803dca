package import VariantStorage

/// Takes call sets out of an index: from the next question on they do not count.
package enum RemoveCallSets {
    /// All of `names` or none. With `keepsBytes` the bytes wait for the next merge; else the segments that held them are
    /// rewritten at once. Throws `StorageError`.
    package static func run(
        directory: String, names: [String], keepsBytes: Bool, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws(StorageError) {
        let writer = try IndexWriter(directory: directory)
        try writer.commit(adding: [], erasing: names)
        if !keepsBytes { try writer.merge(.erasures, progress: progress) }
    }
}
