/// One file of the repository as the rules see it.
struct SourceFile {
    /// Relative to the root: `Sources/GenomeModel/Variants/Variant.swift`.
    let path: String
    let text: String

    /// The target whose folder the file lies in: the second part of the path.
    var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }

    var name: String { path.split(separator: "/").last.map(String.init) ?? path }

    /// The modules imported, with their line numbers from 1. Of `import struct A.B`, `A`.
    var imports: [(module: String, line: Int)] {
        lines.compactMap { line, code in
            var words = code.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == ";" }).map(String.init)
            while let first = words.first, first.hasPrefix("@") || SourceFile.modifiers.contains(first) {
                words.removeFirst()
            }
            guard words.first == "import", words.count > 1 else { return nil }
            let named = SourceFile.kinds.contains(words[1]) && words.count > 2 ? words[2] : words[1]
            return named.split(separator: ".").first.map { (String($0), line) }
        }
    }

    /// Lines with their numbers from 1, without comments.
    var lines: [(line: Int, code: String)] {
        text.withoutComments.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .map { ($0.offset + 1, String($0.element)) }
    }

    private static let modifiers: Set<String> = ["public", "package", "internal", "fileprivate", "private"]
    private static let kinds: Set<String> = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
}

extension String {
    /// The text with line comments cut off. Two slashes inside a string literal stay: they follow an open quote.
    var withoutComments: String {
        split(separator: "\n", omittingEmptySubsequences: false).map { line in
            var (isQuoted, previous): (Bool, Character) = (false, " ")
            for index in line.indices {
                if line[index] == "\"" && previous != "\\" { isQuoted.toggle() }
                if !isQuoted, line[index] == "/", previous == "/" {
                    return String(line[..<line.index(before: index)])
                }
                previous = line[index]
            }
            return String(line)
        }.joined(separator: "\n")
    }
}
