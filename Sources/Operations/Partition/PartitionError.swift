internal import Glibc

/// Why a partition cannot be opened or changed.
package struct PartitionError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: Hashable, Sendable {
        case missing, exists, busy, wrongRegion, keyMissing, notEmpty, damaged
        case unknownPerson, unknownSubmission, unknownCopy
        case wrongState(String)
        /// `errno` of a call that failed.
        case system(Int32)
    }

    package let code: Code
    /// The file or directory, or the identifier that was given.
    package let place: String

    package init(_ code: Code, place: String) {
        self.code = code
        self.place = place
    }

    package var message: String {
        switch code {
        case .missing: "there is no partition here."
        case .exists: "there is a partition here already."
        case .busy: "another process has been changing this partition for ten minutes."
        case .wrongRegion: "the partition belongs to another region."
        case .keyMissing: "no key for the region."
        case .notEmpty: "the directory is not empty."
        case .damaged: "a file is not what it was when it was written."
        case .unknownPerson: "the region knows no such person."
        case .unknownSubmission: "the region knows no such submission."
        case .unknownCopy: "no copy was made under this reference."
        case .wrongState(let state): "this cannot be done while the state is \(state)."
        case .system(let number): String(cString: strerror(number)) + "."
        }
    }

    package var remedy: String {
        switch code {
        case .missing: "Make one with: samsyn partition init --data DIR --region CODE"
        case .exists: "Use it, or choose another data directory."
        case .busy: "See which process it is (fuser on the file LOCK), and try again when it has ended."
        case .wrongRegion: "Give the code of the region whose directory this is."
        case .keyMissing: "Give --key-file, --key-command or the variable SAMSYN_REGION_KEY."
        case .notEmpty: "Give a directory that does not exist yet."
        case .damaged: "Restore it from a backup: samsyn partition restore."
        case .unknownPerson: "Give the pseudonym as samsyn person show prints it, or the identity number."
        case .unknownSubmission: "List them with: samsyn intake status"
        case .unknownCopy: "List them with: samsyn person show"
        case .wrongState: "samsyn intake status shows the state and what is possible."
        case .system: "Check that the disk has room and that the file may be written."
        }
    }

    package var description: String { "\(place): \(message) \(remedy)" }
}
