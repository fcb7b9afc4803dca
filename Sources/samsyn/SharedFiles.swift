import Foundation

/// The files that come with the program: the law, the codes and their hierarchies, examples.
///
/// What lies in the data directory goes first, so that a region can have its own. Then `SAMSYN_SHARE`, then `share/samsyn` beside the
/// program's folder, as an installation has it, then the checkout that the program was built in.
enum SharedFiles {
    static func path(_ name: String, _ data: String) throws -> String {
        let found = ([data] + folders).lazy.map { $0 + "/" + name }.first { FileManager.default.fileExists(atPath: $0) }
        guard let found else { throw Missing(name: name, data: data) }
        return found
    }

    struct Missing: Error, CustomStringConvertible {
        let name: String
        let data: String

        var description: String {
            "\(name) lies neither in \(data) nor beside the program. Copy it there, or set SAMSYN_SHARE to the folder that has it."
        }
    }

    /// The folder that has Examples/ and codes/ below it.
    static var root: String {
        folders.first { FileManager.default.fileExists(atPath: $0 + "/Examples") } ?? "."
    }

    private static var folders: [String] {
        var folders: [String] = []
        if let share = ProcessInfo.processInfo.environment["SAMSYN_SHARE"] { folders.append(share) }
        var folder = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        if let executable = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") {
            folder = URL(fileURLWithPath: executable)
        }
        folder.deleteLastPathComponent()
        folders.append(folder.deletingLastPathComponent().appendingPathComponent("share/samsyn").path)
        for _ in 0..<5 {
            folder.deleteLastPathComponent()
            if FileManager.default.fileExists(atPath: folder.path + "/law/sweden.yaml") { folders.append(folder.path) }
        }
        return folders
    }
}
