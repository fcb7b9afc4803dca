import Foundation

/// The open data beside the repository; absent on a user's machine.
enum OpenData {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("shared/data")

    static var isPresent: Bool { FileManager.default.fileExists(atPath: root.path) }

    static func path(_ name: String) -> String { root.appendingPathComponent(name).path }
}
