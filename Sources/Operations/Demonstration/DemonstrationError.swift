/// Why a demonstration could not be made.
package struct DemonstrationError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: String, Sendable, CaseIterable {
        case fileMissing, fileIncomplete, directoryNotEmpty, notWritable, outOfNumbers, badSize, staffMissing
    }

    package let code: Code
    /// A file or directory; empty where none is concerned.
    package let place: String

    init(_ code: Code, _ place: String = "") {
        self.code = code
        self.place = place
    }

    package var message: String {
        switch code {
        case .fileMissing: "the file cannot be read."
        case .fileIncomplete: "the file lacks a sample or a target that the demonstration needs."
        case .directoryNotEmpty: "there are submissions in the directory already."
        case .notWritable: "the file cannot be written."
        case .outOfNumbers: "there are not test identity numbers enough."
        case .badSize: "the number of people a region is not between 1 and 200."
        case .staffMissing: "the region lacks somebody who signs, reviews, sees patients or decides."
        }
    }

    package var remedy: String {
        switch code {
        case .fileMissing, .fileIncomplete: "Give the root of the repository, with Examples/ as it was published."
        case .directoryNotEmpty: "Name another directory, or remove this one's submissions/."
        case .notWritable: "Check that the directory may be written to and has room."
        case .outOfNumbers, .badSize: "Ask for fewer people a region."
        case .staffMissing: "Give the people of Examples/personas.yaml."
        }
    }

    package var description: String { (place.isEmpty ? "" : place + ": ") + message + " " + remedy }
}
