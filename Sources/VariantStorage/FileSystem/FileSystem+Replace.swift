extension FileSystem {
    /// Writes a small file whole and durably, then gives it its name: the old one or the new one, never half.
    ///
    /// Write, sync, rename, sync of the directory.
    package func replace(_ path: String, in directory: String, with bytes: [UInt8]) throws(StorageError) {
        let draft = path + ".new"
        try writeDurably(bytes, to: draft)
        try rename(draft, path)
        try syncDirectory(directory)
    }

    /// Writes a file that nobody looks for yet, and makes its bytes durable.
    package func writeDurably(_ bytes: [UInt8], to path: String) throws(StorageError) {
        let file = try create(path)
        defer { close(file) }
        // The copy of the closure keeps the typed error through `withUnsafeBytes`.
        let result = bytes.withUnsafeBytes { bytes in
            Result<Void, StorageError> { () throws(StorageError) in try write(file, bytes) }
        }
        try result.get()
        try sync(file)
    }
}

extension FileSystem {
    /// Appends bytes to an open file.
    package func write(_ bytes: [UInt8], to file: Int32) throws(StorageError) {
        let result = bytes.withUnsafeBytes { bytes in
            Result<Void, StorageError> { () throws(StorageError) in try write(file, bytes) }
        }
        try result.get()
    }
}
