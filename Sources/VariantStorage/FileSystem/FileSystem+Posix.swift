internal import Glibc

extension FileSystem {
    /// The real one.
    package static let posix = FileSystem(
        createDirectory: { (path) throws(StorageError) in
            guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw .system("mkdir", path) }
        },
        create: { (path) throws(StorageError) in
            let file = Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
            guard file >= 0 else { throw .system("open", path) }
            return file
        },
        write: { (file, bytes) throws(StorageError) in
            var rest = bytes
            while let start = rest.baseAddress, !rest.isEmpty {
                let count = Glibc.write(file, start, rest.count)
                if count < 0 {
                    if errno == EINTR { continue }
                    throw .system("write", "index file")
                }
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            }
        },
        sync: { (file) throws(StorageError) in
            guard fsync(file) == 0 else { throw .system("fsync", "index file") }
        },
        close: { _ = Glibc.close($0) },
        rename: { (source, target) throws(StorageError) in
            guard Glibc.rename(source, target) == 0 else { throw .system("rename", target) }
        },
        remove: { (path) throws(StorageError) in
            guard unlink(path) == 0 || errno == ENOENT else { throw .system("unlink", path) }
        },
        syncDirectory: { (path) throws(StorageError) in
            let file = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            guard file >= 0 else { throw .system("open", path) }
            defer { _ = Glibc.close(file) }
            guard fsync(file) == 0 else { throw .system("fsync", path) }
        })
}

extension StorageError {
    /// The failure that the last call left in `errno`.
    static func system(_ call: String, _ place: String) -> StorageError {
        StorageError(.system(call: call, errno: errno), place: place)
    }
}

/// The operating system's own words for an error number.
func systemMessage(_ number: Int32) -> String {
    guard let text = strerror(number) else { return "error \(number)" }
    return String(cString: text)
}

/// The names in a directory, without `.` and `..`; empty where there is none.
package func listDirectory(_ path: String) -> [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
            $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
}

/// The length of a file in bytes; nil where there is none.
package func fileLength(_ path: String) -> Int? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
}
