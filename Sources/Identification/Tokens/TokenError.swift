/// Why a token was not accepted. It never repeats the token or a claim about a person.
package struct TokenError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: String, Sendable, CaseIterable {
        /// No token, or not one.
        case missing, malformed
        /// `none`, or an algorithm that the key is not for.
        case algorithm
        case unknownKey = "unknown-key"
        case signature
        case issuer, audience, expired
        case notYetValid = "not-yet-valid"
        case replayed
        /// Signed well, and without a claim that says who it is; or with claims that contradict each other or the issuer's settings.
        case claims
        /// The issuer's keys cannot be fetched.
        case keysUnavailable = "keys-unavailable"
        /// More one-time tokens are remembered than there is room for.
        case memoryFull = "memory-full"
    }

    package let code: Code
    /// The claim or setting concerned, such as `aud`; never its value.
    package let detail: String?

    package init(_ code: Code, detail: String? = nil) {
        self.code = code
        self.detail = detail
    }

    package var description: String { code.rawValue + (detail.map { " (\($0))" } ?? "") }
}
