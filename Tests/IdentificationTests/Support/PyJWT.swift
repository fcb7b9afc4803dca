import Foundation
import Testing

/// Another implementation of tokens, where the tests' Python has it: PyJWT over the cryptography package.
enum PyJWT {
    static let interpreter: String? = {
        var folder = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { folder.deleteLastPathComponent() }
        let path = folder.appendingPathComponent(".build/python/bin/python3").path
        return FileManager.default.isExecutableFile(atPath: path) && (try? run(path, "import jwt, cryptography", [])) != nil
            ? path : nil
    }()

    struct Failed: Error {}

    /// What `script` prints, a line each.
    static func run(_ interpreter: String, _ script: String, _ arguments: [String]) throws -> [String] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: interpreter)
        process.arguments = ["-c", script] + arguments
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failed() }
        return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
