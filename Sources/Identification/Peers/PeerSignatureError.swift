/// Why a signed question was not accepted. It repeats nothing of the question.
package struct PeerSignatureError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: String, Sendable, CaseIterable {
        case missing, malformed
        case algorithm
        case unknownPeer = "unknown-peer"
        case signature
        /// Meant for other nodes.
        case audience
        /// Signed for another request.
        case method, path, digest
        case notYetValid = "not-yet-valid"
        /// Its deadline is over.
        case stale
        /// Signed for longer than questions live.
        case window
        /// Signed before this node started, which does not know what it had answered by then.
        case beforeStart = "before-start"
        case replayed
        /// The peer has more questions on their way than are remembered.
        case memoryFull = "memory-full"
    }

    package let code: Code

    package init(_ code: Code) { self.code = code }

    package var message: String {
        switch code {
        case .missing: "The request bears no signature."
        case .malformed: "The signature cannot be read."
        case .algorithm: "The signature is of a kind that is not accepted."
        case .unknownPeer: "The signature is of a node that is not known here."
        case .signature: "The signature is not that node's."
        case .audience: "The signature is meant for other nodes."
        case .method, .path, .digest: "The signature belongs to another request."
        case .notYetValid: "The signature is of a time that has not come."
        case .stale: "The question's deadline is over."
        case .window: "The question's deadline is farther away than questions live."
        case .beforeStart: "The question was signed before this node started."
        case .replayed: "The signature has been used."
        case .memoryFull: "The node has more questions on their way than are remembered here."
        }
    }

    package var remedy: String {
        switch code {
        case .missing, .malformed, .algorithm: "Sign the question as docs/identity.md says."
        case .unknownPeer: "Add the node and its public key to this node's peers."
        case .signature: "Check that this node has the peer's present public key."
        case .audience: "Name this node, as it calls itself, in the audience."
        case .method, .path, .digest: "Sign what is sent; let no proxy change method, path or body."
        case .notYetValid, .stale: "Ask again; where it happens often, compare the nodes' clocks."
        case .window: "Give the question a nearer deadline."
        case .beforeStart, .replayed: "Ask again with a new signature."
        case .memoryFull: "Ask again in a few seconds."
        }
    }

    /// Whether the same question with a new signature is likely to be accepted.
    package var isPassing: Bool { code == .beforeStart || code == .memoryFull || code == .stale }

    package var description: String { "\(message) \(remedy)" }
}
