package import AccessModel

/// Writes a controller's next version beneath the text that it has, so that what somebody wrote by hand stays as they wrote it, comments and
/// all. A text that is not written so that a version can follow is written anew, and its comments go.
package enum ContinuePolicy {
    /// - Parameters:
    ///   - book: All versions, of which the last is new.
    ///   - earlier: The text of those before it; nil where there is none.
    /// - Returns: The text, which says what the book says, and the comments of the earlier one that are not in it, in their order.
    package static func text(_ book: PolicyBook, after earlier: String?) -> (text: String, lost: [String]) {
        guard let earlier else { return (WritePolicy.text(book), []) }
        // Whether it worked is not argued but read.
        if let continued = continued(book, earlier), let read = try? LoadPolicy.parse(continued, file: "policy"), read == book {
            return (continued, [])
        }
        return (WritePolicy.text(book), comments(of: earlier))
    }

    /// With the last version as one more element of the list at the end; nil where the text does not end in one.
    private static func continued(_ book: PolicyBook, _ earlier: String) -> String? {
        let lines = earlier.split(separator: "\n", omittingEmptySubsequences: false)
        guard let last = book.versions.last, let list = lines.firstIndex(where: { $0.hasPrefix("versions:") }),
            let first = lines[(list + 1)...].first(where: isElement)
        else { return nil }
        let indent = String(first.prefix { $0 == " " })
        let version = WritePolicy.version(last).split(separator: "\n").map { indent + $0.dropFirst(2) }
        return earlier + (earlier.hasSuffix("\n") ? "" : "\n") + "\n" + version.joined(separator: "\n") + "\n"
    }

    private static func isElement(_ line: Substring) -> Bool { line.drop { $0 == " " }.hasPrefix("- ") }

    /// From the sign to the end of the line. One that stands within quotation marks is none (YAML 1.2.2 section 6.6).
    static func comments(of text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).compactMap { line in
            var quotation: Character?
            var before: Character = " "
            for place in line.indices {
                let character = line[place]
                if let open = quotation {
                    if character == open { quotation = nil }
                } else if character == "#", before == " " || before == "\t" {
                    return String(line[place...])
                } else if character == "\"" || character == "'", " [{,:-".contains(before) {
                    quotation = character
                }
                before = character
            }
            return nil
        }
    }
}
