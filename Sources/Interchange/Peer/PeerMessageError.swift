/// Why a message between nodes cannot be used. It never repeats a value of the message.
package struct PeerMessageError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: String, Sendable, CaseIterable {
        /// Not JSON, or not the binary form.
        case malformed
        case truncated
        /// The bytes are not those that were sent.
        case checksum
        /// A member that has to be there is not.
        case missing
        case wrongType = "wrong-type"
        /// Longer, larger or more than allowed, or no value of its kind.
        case outOfBounds = "out-of-bounds"
        /// A word that this release does not know: whoever wrote it is newer, and means something.
        case notUnderstood = "not-understood"
        /// Each part can be read, and together they cannot be true.
        case inconsistent
        /// Another version of the protocol.
        case version
    }

    package let code: Code
    /// Where in the message, such as `asked.actor.role`.
    package let place: String

    package init(_ code: Code, at place: String) {
        self.code = code
        self.place = place
    }

    package var message: String {
        switch code {
        case .malformed: "the message is not in the form that nodes write."
        case .truncated: "the message ends before its end."
        case .checksum: "the message was changed on its way."
        case .missing: "a member is missing."
        case .wrongType: "a value of another type was expected."
        case .outOfBounds: "a value is outside of its bounds."
        case .notUnderstood: "a word of a newer release, which this one does not know."
        case .inconsistent: "the parts of the message contradict each other."
        case .version: "another version of the protocol."
        }
    }

    package var remedy: String {
        switch code {
        case .malformed, .truncated, .checksum:
            "Check what stands between the two nodes; if it stays, report it with both versions."
        case .notUnderstood, .version: "Bring both nodes to releases that follow each other."
        case .missing, .wrongType, .outOfBounds, .inconsistent: "Report it with the versions of both nodes."
        }
    }

    package var description: String { "\(place): \(message) \(remedy) (\(code.rawValue))" }
}
