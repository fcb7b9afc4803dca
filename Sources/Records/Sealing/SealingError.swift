/// Why something sealed does not open, or a key cannot be had. It carries neither the key nor what was sealed.
package struct SealingError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: String, Sendable, CaseIterable {
        case noKey, notAKey, keyFileIsOpen, commandFailed
        /// The database was sealed under another key.
        case wrongKey
        /// Sealed bytes were changed, or moved to another row.
        case damaged
        case exists, missing
        case unknownPerson, unknownManifest
    }

    package let code: Code
    /// The file, the variable or the first word of the command.
    package let place: String

    package init(_ code: Code, place: String) {
        self.code = code
        self.place = place
    }

    package var message: String {
        switch code {
        case .noKey: "there is no key for the region."
        case .notAKey: "what stands here is no key."
        case .keyFileIsOpen: "others than its owner may read the key file."
        case .commandFailed: "the command that should give the region's key failed."
        case .wrongKey: "the identity register was sealed under another key."
        case .damaged: "something sealed in the identity register was changed after it was sealed."
        case .exists: "there is an identity register here already."
        case .missing: "there is no identity register here."
        case .unknownPerson: "the identity register knows no such person."
        case .unknownManifest: "no manifest is kept for this submission."
        }
    }

    package var remedy: String {
        switch code {
        case .noKey: "Give the key by a file, an environment variable or a command."
        case .notAKey:
            "A key is 32 bytes: as they are, as 64 hexadecimal digits or in base64. Make one with: openssl rand -hex 32"
        case .keyFileIsOpen: "Run chmod 600 on it, and think over whether somebody has read it."
        case .commandFailed: "Run it by itself: it is to write the key to standard output and exit with 0."
        case .wrongKey: "Give the key that the region uses now; after a rotation that is the new one."
        case .damaged: "Restore it from a backup: samsyn partition restore."
        case .exists: "Open it, or choose another directory."
        case .missing: "Restore it from a backup, or make a partition: samsyn partition init."
        case .unknownPerson: "Submit data about the person first."
        case .unknownManifest: "Ask the laboratory to send the submission again."
        }
    }

    package var description: String { "\(place): \(message) \(remedy)" }
}
