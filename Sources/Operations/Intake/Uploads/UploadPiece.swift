internal import Foundation
internal import Glibc
internal import VariantStorage

/// One piece of a file on its way in, open at the file's end. What was appended stays, also where the sender goes away in the middle.
package final class UploadPiece {
    private let file: Int32
    private let length: Int
    /// How much of the file has come.
    package private(set) var offset: Int

    /// Opens a file of a session at `offset`, which has to be the file's end. Throws `UploadError`.
    package init(_ name: String, of session: UploadSession, at offset: Int, in partition: Partition) throws {
        guard let entry = session.files.first(where: { $0.name == name }) else { throw UploadError(.unknownFile) }
        let path = UploadSession.folder(session.id, in: partition) + "/" + name
        let file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw UploadError(.system(errno)) }
        self.file = file
        length = entry.bytes
        self.offset = offset
        // Between processes and between requests: the lock belongs to the opened file.
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else { throw UploadError(.busy) }
        let end = Int(lseek(file, 0, SEEK_END))
        guard end == offset else { throw UploadError(.wrongOffset(expected: end)) }
    }

    deinit { close(file) }

    /// Throws `UploadError.tooLong` before a byte is written that the manifest does not know of.
    package func append(_ bytes: [UInt8]) throws {
        guard offset + bytes.count <= length else { throw UploadError(.tooLong(length: length)) }
        do {
            try FileHandle(fileDescriptor: file, closeOnDealloc: false).write(contentsOf: Data(bytes))
        } catch {
            throw UploadError(.system(errno))
        }
        offset += bytes.count
    }

    /// Makes what has come durable.
    package func sync() throws {
        guard fsync(file) == 0 else { throw UploadError(.system(errno)) }
    }
}
