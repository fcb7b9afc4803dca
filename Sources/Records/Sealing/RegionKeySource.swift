internal import Foundation

/// Where a region's key comes from. A command is for key services: it writes the key to its standard output.
package enum RegionKeySource: Hashable, Sendable {
    /// A file that only its owner may read.
    case file(String)
    /// The name of an environment variable: base64 or hexadecimal digits.
    case environment(String)
    /// Run by `/bin/sh -c`.
    case command(String)

    /// Reads the key. Throws `SealingError` with what to mend; nothing of the key is in it.
    package func read() throws(SealingError) -> RegionKey {
        let stored: [UInt8]
        switch self {
        case .file(let path): stored = try RegionKeySource.content(ofFile: path)
        case .environment(let name):
            guard let value = ProcessInfo.processInfo.environment[name], !value.isEmpty else {
                throw SealingError(.noKey, place: name)
            }
            stored = Array(value.utf8)
        case .command(let command): stored = try RegionKeySource.output(of: command)
        }
        guard let key = RegionKey(stored: stored) else { throw SealingError(.notAKey, place: place) }
        return key
    }

    /// What to name in an error. A command may hold a secret of its own, so only its first word.
    private var place: String {
        switch self {
        case .file(let path): path
        case .environment(let name): name
        case .command(let command): RegionKeySource.firstWord(command)
        }
    }

    private static func firstWord(_ command: String) -> String {
        command.split(separator: " ").first.map(String.init) ?? "command"
    }

    private static func content(ofFile path: String) throws(SealingError) -> [UInt8] {
        let attributes = try? FileManager.default.attributesOfItem(
            atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path)
        guard let attributes, let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue,
            attributes[.type] as? FileAttributeType == .typeRegular
        else { throw SealingError(.noKey, place: path) }
        guard mode & 0o077 == 0 else { throw SealingError(.keyFileIsOpen, place: path) }
        // A key is short; a large file is the wrong one.
        guard let size = (attributes[.size] as? NSNumber)?.intValue, size <= 4096,
            let data = FileManager.default.contents(atPath: path)
        else { throw SealingError(.notAKey, place: path) }
        return Array(data)
    }

    private static func output(of command: String) throws(SealingError) -> [UInt8] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command]
        process.standardInput = FileHandle.nullDevice
        let pipe = Pipe()
        process.standardOutput = pipe
        do {
            try process.run()
            let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
            process.waitUntilExit()
            guard process.terminationStatus == 0 else { throw SealingError(.commandFailed, place: firstWord(command)) }
            return Array(data)
        } catch {
            throw SealingError(.commandFailed, place: firstWord(command))
        }
    }
}
