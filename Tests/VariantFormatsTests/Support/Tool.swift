import Foundation

/// A public program that serves as an oracle; tests that need one are skipped where it is not installed.
struct Tool {
    let path: String

    init?(_ name: String) {
        let directories = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
        let found = directories.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
        guard let found else { return nil }
        path = found
    }

    static var hasBCFTools: Bool { Tool("bcftools") != nil }
    static var hasSAMTools: Bool { Tool("samtools") != nil && Tool("bgzip") != nil }

    /// Standard output; throws where the program fails.
    @discardableResult
    func run(_ arguments: String...) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
        return String(decoding: data, as: UTF8.self)
    }

    struct Failure: Error { let status: Int32 }
}
