import Foundation

/// Programs and open data that a test compares with, where the machine has them.
enum Tool {
    /// `../shared/data` beside the package.
    static let openData = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
        "../../../../shared/data"
    ).standardizedFileURL

    static func hasOpenData(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: openData.appendingPathComponent(path).path)
    }

    /// Whether `bcftools` runs here.
    static let hasBcftools = (try? output("bcftools", ["--version"])) != nil

    /// Whether it has its plugin `add-variantkey`.
    static let hasBcftoolsKeys = (try? text("bcftools", ["plugin", "-l"]))?.contains("add-variantkey") == true

    struct Failure: Error {
        let status: Int32
    }

    /// What `program` writes to its standard output; throws where it fails.
    static func output(_ program: String, _ arguments: [String]) throws -> Data {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
        return data
    }

    static func text(_ program: String, _ arguments: [String]) throws -> String {
        String(decoding: try output(program, arguments), as: UTF8.self)
    }

    /// A directory of its own for `body`, removed after it.
    static func withTemporaryDirectory<Result>(_ body: (URL) throws -> Result) throws -> Result {
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent("samsyn-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        return try body(directory)
    }
}
