/// The acts of the operating system by which the store changes, as closures: the seam where tests cut the power.
///
/// Reading is not part of it: a reader never changes anything.
package struct FileSystem: Sendable {
    package var createDirectory: @Sendable (_ path: String) throws(StorageError) -> Void
    /// Opens a new, empty file for writing, replacing one that a crash left.
    package var create: @Sendable (_ path: String) throws(StorageError) -> Int32
    /// Writes all of the bytes.
    package var write: @Sendable (_ file: Int32, _ bytes: UnsafeRawBufferPointer) throws(StorageError) -> Void
    /// Makes what was written durable.
    package var sync: @Sendable (_ file: Int32) throws(StorageError) -> Void
    package var close: @Sendable (_ file: Int32) -> Void
    package var rename: @Sendable (_ source: String, _ target: String) throws(StorageError) -> Void
    package var remove: @Sendable (_ path: String) throws(StorageError) -> Void
    /// Makes names made, changed and removed in a directory durable.
    package var syncDirectory: @Sendable (_ path: String) throws(StorageError) -> Void

    package init(
        createDirectory: @escaping @Sendable (String) throws(StorageError) -> Void,
        create: @escaping @Sendable (String) throws(StorageError) -> Int32,
        write: @escaping @Sendable (Int32, UnsafeRawBufferPointer) throws(StorageError) -> Void,
        sync: @escaping @Sendable (Int32) throws(StorageError) -> Void,
        close: @escaping @Sendable (Int32) -> Void,
        rename: @escaping @Sendable (String, String) throws(StorageError) -> Void,
        remove: @escaping @Sendable (String) throws(StorageError) -> Void,
        syncDirectory: @escaping @Sendable (String) throws(StorageError) -> Void
    ) {
        self.createDirectory = createDirectory
        self.create = create
        self.write = write
        self.sync = sync
        self.close = close
        self.rename = rename
        self.remove = remove
        self.syncDirectory = syncDirectory
    }
}
