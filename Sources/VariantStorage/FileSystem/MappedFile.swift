internal import Glibc

/// A whole file in memory, read-only, for as long as the value lives; also after its name is gone.
///
/// `@unchecked Sendable`: the memory is mapped once, never written, and unmapped when the last reference goes.
/// The store never shortens a file, so a mapped byte stays readable.
final class MappedFile: @unchecked Sendable {
    let bytes: UnsafeRawBufferPointer

    /// Throws `missingFile` where the name is gone, and the system's error otherwise. An empty file has no bytes.
    init(path: String) throws(StorageError) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT { throw StorageError(.damaged(.missingFile), place: path) }
            throw .system("open", path)
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw .system("fstat", path) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw StorageError(.damaged(.missingFile), place: path) }
        let length = Int(status.st_size)
        guard length > 0 else {
            bytes = UnsafeRawBufferPointer(start: nil, count: 0)
            return
        }
        guard let start = mmap(nil, length, PROT_READ, MAP_SHARED, file, 0), start != MAP_FAILED else {
            throw .system("mmap", path)
        }
        bytes = UnsafeRawBufferPointer(start: start, count: length)
    }

    deinit {
        if let start = bytes.baseAddress { munmap(UnsafeMutableRawPointer(mutating: start), bytes.count) }
    }
}
