/// Why a node does not start.
package struct ServerError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: String, Sendable, CaseIterable {
        case developmentNotAllowed = "development-not-allowed"
        case developmentOnly = "development-only"
        case partitionMissing = "partition-missing"
        case certificate
        case address
        case addressTaken = "address-taken"
        case addressForbidden = "address-forbidden"
        case signingKey = "signing-key"
        case peerKey = "peer-key"
        case unknownPersona = "unknown-persona"
        case clientSecret = "client-secret"
    }

    package let code: Code
    package let message: String
    package let remedy: String

    package init(_ code: Code, _ message: String, remedy: String) {
        self.code = code
        self.message = message
        self.remedy = remedy
    }

    package var description: String { "\(message) \(remedy)" }
}
