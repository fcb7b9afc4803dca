internal import Foundation

/// A file with one entry a line: names of call sets, or variants. Blank lines and lines that begin with `#` are passed over.
package struct LineFile {
    package let path: String
    package let entries: [(line: Int, text: String)]

    package init(path: String) throws(LineFileError) {
        guard let data = FileManager.default.contents(atPath: path) else { throw LineFileError(path: path, isMissing: true) }
        guard let text = String(data: data, encoding: .utf8) else { throw LineFileError(path: path, isMissing: false) }
        self.path = path
        entries = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
            .map { (line: $0 + 1, text: $1.trimmingCharacters(in: .whitespaces)) }
            .filter { !$0.text.isEmpty && !$0.text.hasPrefix("#") }
    }
}

/// A list that cannot be read.
package struct LineFileError: Error, Hashable, Sendable, CustomStringConvertible {
    package let path: String
    package let isMissing: Bool

    package var description: String {
        isMissing ? "\(path): the file cannot be read. Check the path." : "\(path): the file is not UTF-8 text."
    }
}
