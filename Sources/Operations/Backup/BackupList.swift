internal import AccessModel
internal import ClinicalModel
internal import Foundation
internal import StructuredText
internal import VariantStorage

/// What a backup holds: every file with its SHA-256. It is written last, so that a folder without it is no backup.
struct BackupList {
    struct File {
        /// Below the backup's folder.
        let name: String
        let sha256: String
        let bytes: Int
    }

    /// Of what it is one.
    enum Owner {
        case region(RegionCode)
        case node(String)

        fileprivate var format: String {
            switch self {
            case .region: "samsyn-backup/1"
            case .node: "samsyn-node-backup/1"
            }
        }

        fileprivate var member: (name: String, value: String) {
            switch self {
            case .region(let code): ("region", code.description)
            case .node(let name): ("node", name)
            }
        }
    }

    static let fileName = "BACKUP.json"

    let owner: Owner
    let time: Timestamp
    private(set) var files: [File] = []

    init(of owner: Owner, at time: Timestamp) {
        self.owner = owner
        self.time = time
    }

    /// The folder that a backup goes to, made anew. Throws `BackupError.notEmpty`.
    static func makeFolder(_ directory: String) throws {
        guard listDirectory(directory).isEmpty else { throw BackupError(.notEmpty, place: directory) }
        try FileManager.default.createDirectory(
            atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    /// Puts down a file that has been copied into the backup. Its bytes are on the disk when this returns: SQLite does not sync a copy.
    mutating func add(_ name: String, in directory: String) throws {
        let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: directory + "/" + name))
        try file.synchronize()
        try file.close()
        let (sha256, bytes) = try FileCopy.digest(directory + "/" + name)
        files.append(File(name: name, sha256: sha256, bytes: bytes))
    }

    /// Makes the names of the files durable, and then the list.
    func write(to directory: String) throws {
        for folder in Set(files.map { FileCopy.folder($0.name) }) {
            try FileSystem.posix.syncDirectory(folder.isEmpty ? directory : directory + "/" + folder)
        }
        let json: JSONValue = [
            "format": JSONValue(.string(owner.format)), owner.member.name: JSONValue(.string(owner.member.value)),
            "time": JSONValue(.string(time.description)),
            "files": JSONValue(
                files.map { file in
                    [
                        "name": JSONValue(.string(file.name)), "sha256": JSONValue(.string(file.sha256)),
                        "bytes": JSONValue(file.bytes),
                    ] as JSONValue
                }),
        ]
        try FileSystem.posix.replace(
            directory + "/" + BackupList.fileName, in: directory, with: Array(json.indentedText.utf8))
    }

    /// The list of a backup of that owner. Throws `BackupError`.
    init(readingFrom directory: String, of owner: Owner) throws {
        let path = directory + "/" + BackupList.fileName
        guard let bytes = try? RegularFile(path: path).readAll(limit: JSONReader.sizeLimit),
            let list = try? JSONReader.read(bytes), let format = list["format"]?.string,
            let time = list["time"]?.string.flatMap({ Timestamp($0) }), let entries = list["files"]?.array
        else { throw BackupError(.incomplete, place: path) }
        guard format == owner.format, list[owner.member.name]?.string == owner.member.value else {
            throw BackupError(.foreign, place: directory)
        }
        self.owner = owner
        self.time = time
        for entry in entries {
            guard let name = entry["name"]?.string, !name.split(separator: "/").contains(".."), !name.hasPrefix("/"),
                let sha256 = entry["sha256"]?.string, let bytes = entry["bytes"]?.integer
            else { throw BackupError(.incomplete, place: path) }
            files.append(File(name: name, sha256: sha256, bytes: bytes))
        }
    }

    /// Copies every file into a new folder, each after it has been held against the list. Throws `BackupError.damaged` with the file.
    func copyFiles(from directory: String, to draft: String) throws {
        for file in files {
            let source = directory + "/" + file.name
            guard let found = try? FileCopy.digest(source), found == (file.sha256, file.bytes) else {
                throw BackupError(.damaged, place: source)
            }
            let target = draft + "/" + file.name
            try FileManager.default.createDirectory(
                atPath: URL(fileURLWithPath: target).deletingLastPathComponent().path, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            try FileCopy.copy(RegularFile(path: source), to: target)
        }
    }
}
