package import Hummingbird

/// The cookies of the application.
package enum PageCookie {
    package static let language = "lang"
    package static let theme = "theme"
    package static let keys = "keys"

    /// The prefix makes a browser accept the cookie from this host alone, over TLS, for every path: nobody beside or above can plant one.
    package static func session(isSecure: Bool) -> String { isSecure ? "__Host-samsyn" : "samsyn" }

    /// Binds a sign-in that is under way to the browser that began it.
    package static func login(isSecure: Bool) -> String { isSecure ? "__Host-samsyn-login" : "samsyn-login" }

    /// One that ends with the browser's session, out of reach of scripts. An empty value takes it away.
    package static func secret(_ name: String, _ value: String, isSecure: Bool, seconds: Int? = nil) -> Cookie {
        Cookie(
            name: name, value: value, maxAge: value.isEmpty ? 0 : seconds, path: "/", secure: isSecure, httpOnly: true,
            sameSite: .lax)
    }

    /// A choice of language or colours, kept for a year.
    package static func preference(_ name: String, _ value: String, isSecure: Bool) -> Cookie {
        Cookie(name: name, value: value, maxAge: 365 * 86_400, path: "/", secure: isSecure, httpOnly: true, sameSite: .lax)
    }
}
