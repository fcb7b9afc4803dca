import Foundation

/// The files that the rules are held against: this checkout's, found from this file's own place.
enum Repository {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func manifest() throws -> Manifest {
        Manifest(text: try String(contentsOf: root.appending(path: "Package.swift"), encoding: .utf8))
    }

    /// The Swift files under `folder`.
    static func swiftFiles(under folder: String) throws -> [SourceFile] {
        try texts(under: folder).filter { $0.path.hasSuffix(".swift") }
    }

    /// Every file under `folder` that is text; compressed examples and built products are not.
    static func texts(under folder: String) throws -> [SourceFile] {
        let base = folder.isEmpty ? root : root.appending(path: folder)
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: base.path, isDirectory: &isDirectory) else { return [] }
        guard isDirectory.boolValue else { return [try file(base)].compactMap { $0 } }
        guard let walk = FileManager.default.enumerator(at: base, includingPropertiesForKeys: [.isRegularFileKey])
        else { return [] }
        var found: [SourceFile] = []
        for case let url as URL in walk {
            if url.lastPathComponent == ".build" || url.lastPathComponent == ".git" { walk.skipDescendants() }
            guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
            if let file = try file(url) { found.append(file) }
        }
        return found.sorted { $0.path < $1.path }
    }

    /// Nil where the bytes are not UTF-8 text.
    private static func file(_ url: URL) throws -> SourceFile? {
        let data = try Data(contentsOf: url)
        guard !data.prefix(4096).contains(0), let text = String(data: data, encoding: .utf8) else { return nil }
        let prefix = root.standardizedFileURL.path + "/"
        let path = url.standardizedFileURL.path
        return SourceFile(path: path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path, text: text)
    }
}
