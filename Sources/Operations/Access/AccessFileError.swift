package import StructuredText

/// What is wrong with a file of laws, policies or people, and where.
package struct AccessFileError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: Hashable, Sendable {
        case missing, notText, tooLarge, empty
        /// Not YAML, in the parser's words.
        case syntax(String)
        case duplicateKey(String)
        case unknownKey(String, known: [String])
        case missingKey(String)
        case wrongType(expected: String)
        case emptyText
        case unknownValue(String, known: [String])
        case badDate(String)
        case badNumber
        case badRisk
        case badRegion
        case badCode
        case badPseudonym
        case valueTwice(String)
        /// A purpose or a kind of consent that the law says nothing about.
        case notCovered(String)
        /// Versions must follow each other in time.
        case order
        case amendsTooDeep
        case otherLawNeeded
        case twoPublishers
        case suppressionTooLow
        case unknownDataSet(String)
        case identityTwice
        /// What a reader of its own kind of file found: what is wrong, and what to do.
        case other(String, remedy: String)
    }

    package let code: Code
    /// The path as it was given.
    package let file: String
    /// Nil where the whole file is meant.
    package let place: SourcePlace?

    package init(_ code: Code, file: String, at place: SourcePlace? = nil) {
        self.code = code
        self.file = file
        self.place = place
    }

    package var description: String {
        file + (place.map { ", \($0)" } ?? "") + ": " + message + " " + remedy
    }
}
