/// Where a key set is fetched: `https`, or `http` on the own machine. Whoever can change the keys on their way can be anybody.
package struct KeySetAddress: Hashable, Sendable, CustomStringConvertible {
    package let text: String
    /// Where it is not the keys that lie there but the provider's description of itself, which says where they are: whose it has to be.
    package let describes: String?

    /// What a provider publishes of itself (OpenID Connect Discovery 1.0, section 4); nil for an issuer that is no such address.
    package init?(discoveredFrom issuer: String) {
        let start = issuer.hasSuffix("/") ? String(issuer.dropLast()) : issuer
        guard !issuer.contains("?"), !issuer.contains("#"),
            let address = KeySetAddress(start + "/.well-known/openid-configuration")
        else { return nil }
        text = address.text
        describes = issuer
    }

    package init?(_ text: String) {
        describes = nil
        if text.hasPrefix("https://"), text.utf8.count > 8 {
            self.text = text
            return
        }
        guard text.hasPrefix("http://") else { return nil }
        let authority = text.dropFirst(7).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard !authority.contains("@") else { return nil }
        let host = authority.hasPrefix("[") ? authority.prefix { $0 != "]" } + "]" : authority.prefix { $0 != ":" }
        guard LoopbackAddress.isLoopback(String(host)) else { return nil }
        self.text = text
    }

    package var description: String { text }
}

/// Which hosts are the own machine.
package enum LoopbackAddress {
    /// `localhost`, an address of 127.0.0.0/8 in four plain numbers, or `::1`.
    package static func isLoopback(_ host: String) -> Bool {
        if ["localhost", "::1", "[::1]"].contains(host) { return true }
        let numbers = host.split(separator: ".", omittingEmptySubsequences: false)
        return numbers.count == 4 && numbers[0] == "127"
            && numbers.allSatisfy { number in
                number.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } && UInt8(number) != nil
                    && (number == "0" || !number.hasPrefix("0"))
            }
    }
}
