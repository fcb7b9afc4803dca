package import ClinicalModel
package import StructuredText

/// `exp`, `nbf` and `iat` of a token (RFC 7519 section 4.1), against a clock that may differ by `skew`.
///
/// A token holds from `nbf − skew` on and until before `exp + skew`. `exp` has to be there.
package struct TokenTimes: Sendable {
    package let expires: Timestamp

    package init(_ claims: JSONValue, now: Timestamp, skew: Duration) throws(TokenError) {
        guard let expires = try TokenTimes.moment("exp", in: claims) else { throw TokenError(.claims, detail: "exp") }
        guard now < expires.adding(skew) else { throw TokenError(.expired, detail: "exp") }
        for name in ["nbf", "iat"] {
            if let moment = try TokenTimes.moment(name, in: claims), now.adding(skew) < moment {
                throw TokenError(.notYetValid, detail: name)
            }
        }
        self.expires = expires
    }

    /// Seconds since 1970 (`NumericDate`), fractions allowed; nil where the claim is absent.
    static func moment(_ name: String, in claims: JSONValue) throws(TokenError) -> Timestamp? {
        guard let value = claims[name] else { return nil }
        // Up to the year 9999, so that no arithmetic on it overflows.
        guard let seconds = value.double, (0...253_402_300_799).contains(seconds) else {
            throw TokenError(.claims, detail: name)
        }
        return Timestamp(milliseconds: Int((seconds * 1000).rounded()))
    }
}

extension Timestamp {
    /// Whole milliseconds later.
    func adding(_ duration: Duration) -> Timestamp {
        let (seconds, attoseconds) = duration.components
        return Timestamp(milliseconds: milliseconds + Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000))
    }
}
