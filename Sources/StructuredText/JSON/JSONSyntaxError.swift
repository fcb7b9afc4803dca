/// Why a text is not JSON, and where.
package struct JSONSyntaxError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: String, Sendable, CaseIterable {
        case notUTF8, unexpectedCharacter, unexpectedEnd, badNumber, badEscape, controlCharacter, duplicateName, tooDeep
        case trailingText, tooLarge
    }

    package let code: Code
    package let place: SourcePlace
    /// The name given twice; empty for the other faults.
    package let name: String

    package init(_ code: Code, at place: SourcePlace, name: String = "") {
        self.code = code
        self.place = place
        self.name = name
    }

    package var message: String {
        switch code {
        case .notUTF8: "the text is not UTF-8."
        case .unexpectedCharacter: "a character that JSON does not allow here."
        case .unexpectedEnd: "the text ends in the middle of a value."
        case .badNumber: "not a number as JSON writes it."
        case .badEscape: "an escape (\\) that JSON does not know."
        case .controlCharacter: "a control character inside a text."
        case .duplicateName: "the name \"\(name)\" is given twice in one object."
        case .tooDeep: "nested more than \(JSONReader.depthLimit) deep."
        case .trailingText: "text after the end of the value."
        case .tooLarge: "larger than \(JSONReader.sizeLimit / 1_048_576) MiB."
        }
    }

    package var remedy: String {
        switch code {
        case .notUTF8: "Save the file as UTF-8."
        case .unexpectedCharacter, .unexpectedEnd, .badNumber, .trailingText:
            "Check commas, quotation marks and brackets at this place."
        case .badEscape: "Write \\\" \\\\ \\/ \\b \\f \\n \\r \\t or \\u and four hexadecimal digits."
        case .controlCharacter: "Write it as an escape, such as \\n or \\u0007."
        case .duplicateName: "Keep the one that is meant."
        case .tooDeep, .tooLarge: "Check that this is the right file."
        }
    }

    package var description: String { "\(place): \(message) \(remedy)" }
}
