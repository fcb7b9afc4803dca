package import HTTPTypes
package import NIOCore

/// Who may connect to a node, and from whom it takes what is said about a client.
package struct Entrance: Hashable, Sendable {
    /// The node itself ends TLS.
    package var isEncrypted = false
    /// Who stands in front of it.
    package var proxies: [NetworkRange] = []
    /// It speaks plain HTTP where others could read along, and so to its proxies alone.
    package var isForProxiesOnly = false

    package init() {}

    /// Whether a request from this address is taken at all. This machine itself always may: nobody reads along there.
    package func admits(_ remote: SocketAddress?) -> Bool {
        guard isForProxiesOnly else { return true }
        guard let remote else { return false }
        return isProxy(remote) || Entrance.loopback.contains { $0.contains(remote) }
    }

    /// How a client reached the node. What a proxy says holds where it is one of ours, and where several have said something, what the
    /// nearest said; of anybody else it is not read.
    package func origin(of fields: HTTPFields, authority: String?, from remote: SocketAddress?) -> RequestOrigin {
        let isProxied = remote.map(isProxy) ?? false
        // A proxy in front of plain HTTP is there to end TLS.
        var origin = RequestOrigin(
            isSecure: isEncrypted || isProxied && isForProxiesOnly, authority: authority ?? "localhost")
        guard isProxied else { return origin }
        let forwarded = Forwarded(fields)
        if let isSecure = forwarded.isSecure { origin.isSecure = isSecure }
        if let authority = forwarded.authority { origin.authority = authority }
        return origin
    }

    private func isProxy(_ remote: SocketAddress) -> Bool { proxies.contains { $0.contains(remote) } }

    private static let loopback = ["127.0.0.0/8", "::1"].compactMap(NetworkRange.init)
}

/// How a client reached a node: the beginning of every address that it is told to come back to.
package struct RequestOrigin: Hashable, Sendable {
    package var isSecure: Bool
    /// Host and port, as the client wrote them.
    package var authority: String

    package var text: String { (isSecure ? "https://" : "http://") + authority }
}
