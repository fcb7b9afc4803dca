import Foundation

/// The public tools that tests compare with, where the machine has them.
enum Program {
    static let hasBcftools = (try? run("bcftools", "--version")) != nil
    static let hasSamtools = (try? run("samtools", "--version")) != nil
    static let hasBgzip = (try? run("bgzip", "--version")) != nil

    struct Failure: Error {
        let status: Int32
    }

    /// What it writes to its standard output; throws where it fails.
    @discardableResult
    static func run(_ program: String, _ arguments: String...) throws -> String {
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
        return String(decoding: data, as: UTF8.self)
    }
}
