import Foundation

/// A directory of a test's own, removed after it.
struct ScratchFiles {
    let directory: URL

    static func with<Result>(_ body: (ScratchFiles) throws -> Result) throws -> Result {
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent("samsyn-formats-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        return try body(ScratchFiles(directory: directory))
    }

    func path(_ name: String) -> String { directory.appendingPathComponent(name).path }

    /// The path of a new file with this text.
    func write(_ name: String, _ text: String) throws -> String {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
        return path(name)
    }

    func text(_ name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }

    /// Everything in the directory, sorted.
    var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: directory.path)) ?? []).sorted() }
}
