import Foundation

/// Templates of a test, by name.
final class TemplateFolder {
    let path: String

    init(_ templates: [String: String]) throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("samsyn-templates-\(UUID().uuidString)").path
        for (name, text) in templates {
            let file = URL(fileURLWithPath: path + "/" + name + ".mustache")
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
