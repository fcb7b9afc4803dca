internal import Foundation

/// Reads the files of the web folder.
enum WebFiles {
    /// The paths below `folder` that end so, in alphabetical order. Empty where there is no such folder.
    static func list(_ folder: String, suffix: String) -> [String] {
        let found = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        return found.filter { $0.hasSuffix(suffix) && !$0.hasPrefix(".") }.sorted()
    }

    static func bytes(_ path: String) throws(WebFileError) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw WebFileError(.missing, file: path, line: nil, reason: "unreadable")
        }
        return Array(data)
    }

    static func text(_ path: String) throws(WebFileError) -> String {
        guard let text = String(validating: try bytes(path), as: UTF8.self) else {
            throw WebFileError(.notText, file: path, line: nil, reason: "not UTF-8")
        }
        return text
    }

    /// Which template names which partial.
    static func partials(_ folder: String) throws(WebFileError) -> [(template: String, partial: String)] {
        var partials: [(String, String)] = []
        for file in list(folder, suffix: ".mustache") {
            for piece in try text(folder + "/" + file).components(separatedBy: "{{>").dropFirst() {
                let name = piece.prefix { $0 != "}" }.trimmingCharacters(in: .whitespaces)
                partials.append((file, name))
            }
        }
        return partials
    }
}
