internal import HTTPAPI
internal import Operations

/// The part of a configuration that says how the node is reached, and by whom.
struct NodeEntrance {
    let listen: NodeConfiguration.Address
    let metrics: NodeConfiguration.Address?
    let tls: NodeConfiguration.TLS?
    let trustedProxies: [NetworkRange]
    let publicAddress: String?

    /// Throws where others could read along: plain HTTP is for loopback, or for behind a proxy that is named.
    init(_ fields: AccessFileFields, _ place: ConfigurationPlace) throws(AccessFileError) {
        listen = try fields["listen"].address()
        tls = try fields.optional("tls") { node throws(AccessFileError) in try NodeEntrance.tls(node, place) }
        trustedProxies = try fields.optional("trusted-proxies", NodeEntrance.proxies) ?? []
        guard tls != nil || listen.isLoopback || !trustedProxies.isEmpty else {
            throw try fields["listen"].error(
                .other(
                    "plain HTTP on an address that others reach.",
                    remedy: "Add tls with certificate and key, listen on 127.0.0.1, or name the proxy in trusted-proxies."))
        }
        metrics = try fields.optional("metrics") { node throws(AccessFileError) in try node.address() }
        // Two hosts may mean one interface (0.0.0.0, localhost), so that only the port tells them apart for certain.
        if let metrics, metrics.port == listen.port {
            throw try fields["metrics"].error(
                .other("metrics have the port of the node.", remedy: "Give metrics a port of its own."))
        }
        publicAddress = try fields.optional("public-address") { node throws(AccessFileError) in try node.webAddress() }
    }

    private static func proxies(_ node: AccessFileNode) throws(AccessFileError) -> [NetworkRange] {
        var ranges: [NetworkRange] = []
        for element in try node.list() {
            guard let range = NetworkRange(try element.text()) else {
                throw element.error(
                    .other(
                        "not an address or a network.",
                        remedy: "Write 10.0.0.7, or a network from its first address: 10.0.0.0/24. Names are not taken."))
            }
            guard !range.isEverybody else {
                throw element.error(.other("everybody would be a proxy.", remedy: "Name the proxies, or add tls."))
            }
            ranges.append(range)
        }
        return ranges
    }

    private static func tls(_ node: AccessFileNode, _ place: ConfigurationPlace) throws(AccessFileError) -> NodeConfiguration.TLS
    {
        let fields = try node.fields(["certificate", "key", "client-authority"])
        return try NodeConfiguration.TLS(
            certificate: place.path(fields["certificate"]), key: place.path(fields["key"]),
            clientAuthority: fields.optional("client-authority", place.path))
    }
}
