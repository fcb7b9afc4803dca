internal import Crypto
package import Foundation

/// The secret under which the ledger's head is authenticated; kept sealed in the identity register.
package struct LedgerSecret: Sendable, CustomStringConvertible {
    private let bytes: [UInt8]

    package init(bytes: [UInt8]) { self.bytes = bytes }

    package var description: String { "ledger secret" }

    package func authenticate(_ content: Data) -> Data {
        Data(HMAC<SHA256>.authenticationCode(for: content, using: SymmetricKey(data: bytes)))
    }

    /// In constant time.
    package func isAuthentic(_ code: Data, for content: Data) -> Bool {
        HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: content, using: SymmetricKey(data: bytes))
    }
}
