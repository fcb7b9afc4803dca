import Foundation

/// Other people's tools, run as a person would.
enum Shell {
    struct Result {
        let status: Int32
        let output: String
        let errors: String
    }

    static func has(_ tool: String) -> Bool { (try? run("command -v \(tool)"))?.status == 0 }

    @discardableResult
    static func run(_ script: String) throws -> Result {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", "set -o pipefail\n" + script]
        // Files, not pipes: a tool that prints more than a pipe holds would wait for a reader that waits for its end.
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("samsyn-shell-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (out, err) = (folder.appendingPathComponent("out"), folder.appendingPathComponent("err"))
        _ = FileManager.default.createFile(atPath: out.path, contents: nil)
        _ = FileManager.default.createFile(atPath: err.path, contents: nil)
        process.standardOutput = try FileHandle(forWritingTo: out)
        process.standardError = try FileHandle(forWritingTo: err)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus, output: String(decoding: try Data(contentsOf: out), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: err), as: UTF8.self))
    }
}
