/// Why nothing is backed up, or nothing restored.
package struct BackupError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: String, Sendable, CaseIterable {
        case notEmpty = "not-empty"
        case incomplete, damaged, foreign, exists, nothing
    }

    package let code: Code
    /// The file or directory.
    package let place: String

    package init(_ code: Code, place: String) {
        self.code = code
        self.place = place
    }

    package var message: String {
        switch code {
        case .notEmpty: "the directory is not empty."
        case .incomplete: "the backup is not whole."
        case .damaged: "a file of the backup is not what it was when it was written."
        case .foreign: "the backup is of something else."
        case .exists: "what would be restored is there already."
        case .nothing: "there is nothing to back up."
        }
    }

    package var remedy: String {
        switch code {
        case .notEmpty: "Give a directory that does not exist yet."
        case .incomplete, .damaged: "Restore an older one, and find out what happened to this one."
        case .foreign: "Give the backup of this node or region; BACKUP.json in it says whose it is."
        case .exists: "Move it away first, with the node stopped."
        case .nothing: "Check data and node in the configuration."
        }
    }

    package var description: String { "\(place): \(message) \(remedy)" }
}
