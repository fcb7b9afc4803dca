import Foundation
import Testing

/// Open data beside the repository (`../shared/data`); tests that need it are passed over where it is missing.
enum SharedData {
    static let repository = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let folder = repository.deletingLastPathComponent().appendingPathComponent("shared/data")

    static let path = folder.path

    static let isThere = FileManager.default.fileExists(atPath: folder.appendingPathComponent("knowledge").path)

    static let hasBCFTools = !Shell.run("command -v bcftools").isEmpty

    /// A file's bytes, unpacked where its name ends in `.gz`.
    static func bytes(_ name: String, in base: URL = folder) throws -> [UInt8] {
        let file = base.appendingPathComponent(name)
        return name.hasSuffix(".gz") ? Shell.run("gzip -dc '\(file.path)'") : [UInt8](try Data(contentsOf: file))
    }
}

enum Shell {
    /// What a command writes to standard output; empty where it fails.
    static func run(_ command: String) -> [UInt8] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return [] }
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? [UInt8](data) : []
    }

    static func lines(_ command: String) -> [String] {
        String(decoding: run(command), as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
