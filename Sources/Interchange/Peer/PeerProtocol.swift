/// What two nodes agree on before anything else.
package enum PeerProtocol {
    /// The version that this release writes.
    package static let version = 1
    /// Every version that this release reads: its own and that of the release before.
    package static let versions: ClosedRange<Int> = 1...1

    package static let json = "application/json"
    package static let bulk = "application/vnd.samsyn.bulk"

    /// The header field that carries the digest of a reply (RFC 9530).
    package static let digestField = "Content-Digest"

    /// The paths of a node that others call.
    package enum Endpoint: String, Sendable, CaseIterable {
        case question = "/peer/v1/question"
        case figures = "/peer/v1/figures"
        case entries = "/peer/v1/entries"
        case release = "/peer/v1/release"
        case classifications = "/peer/v1/classifications"
        case status = "/peer/v1/status"

        package var path: String { rawValue }

        /// Of a request in bytes.
        package var requestLimit: Int {
            switch self {
            case .question: 256 * 1024
            case .release, .classifications: 8 * 1_048_576
            case .entries: 4 * 1_048_576
            case .figures: 64 * 1_048_576
            case .status: 0
            }
        }

        /// Of a reply in bytes.
        package var replyLimit: Int {
            switch self {
            case .question: 2 * 1_048_576
            case .release, .classifications: 8 * 1_048_576
            case .entries: 16 * 1_048_576
            case .figures: 256 * 1_048_576
            case .status: 64 * 1024
            }
        }
    }
}
