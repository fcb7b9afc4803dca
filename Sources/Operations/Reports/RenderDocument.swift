internal import Dispatch
internal import Foundation

/// Makes a PDF of a page that fetches nothing, with WeasyPrint in a process of its own: with no environment but its own, limits on time and
/// memory, and no network where the system allows that.
package struct RenderDocument: Sendable {
    /// Reads a page and writes a PDF; comes with the program.
    let script: String
    let interpreter: String
    /// A report of six pages takes about two seconds.
    let patience: Double

    package init(script: String, interpreter: String = "/usr/bin/python3", patience: Double = 40) {
        self.script = script
        self.interpreter = interpreter
        self.patience = patience
    }

    /// Throws `ReportError.rendererMissing`, `rendererFailed`, `rendererLate`.
    package func run(_ page: String) async throws -> [UInt8] {
        let (script, interpreter, patience) = (script, interpreter, patience)
        return try await withCheckedThrowingContinuation { continuation in
            // A process is waited for on a thread that nothing else needs.
            DispatchQueue.global().async {
                continuation.resume(with: Result { try RenderDocument.render(page, script, interpreter, patience) })
            }
        }
    }

    /// The interpreter's own word for a missing library, in `web/print/print.py`.
    private static let isMissing: Int32 = 69

    private static func render(
        _ page: String, _ script: String, _ interpreter: String, _ patience: Double
    ) throws -> [UInt8] {
        guard FileManager.default.isExecutableFile(atPath: interpreter), FileManager.default.fileExists(atPath: script) else {
            throw ReportError(.rendererMissing, place: "document")
        }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("samsyn-" + UUID().uuidString)
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        let input = folder.appendingPathComponent("page.html")
        try Data(page.utf8).write(to: input)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: interpreter)
        process.arguments = ["-I", script]
        process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": folder.path, "XDG_CACHE_HOME": folder.path]
        process.currentDirectoryURL = folder
        process.standardInput = try FileHandle(forReadingFrom: input)
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        let start = ContinuousClock.now
        try process.run()
        // Threads of Dispatch block signals, and what is begun on one inherits that: only this one arrives.
        let late = DispatchWorkItem { kill(process.processIdentifier, SIGKILL) }
        DispatchQueue.global().asyncAfter(deadline: .now() + patience, execute: late)
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        late.cancel()
        // How a process says that it was killed differs from system to system; that its time was over does not.
        let isOver = ContinuousClock.now - start >= .seconds(patience)
        guard process.terminationStatus == 0 || !isOver else { throw ReportError(.rendererLate, place: "document") }
        guard process.terminationStatus != isMissing else { throw ReportError(.rendererMissing, place: "document") }
        guard process.terminationStatus == 0, bytes.starts(with: Data("%PDF-".utf8)) else {
            throw ReportError(.rendererFailed, place: "document")
        }
        return Array(bytes)
    }
}
