internal import NIOCore
internal import NIOPosix

/// Takes an address for a moment, as the node would. One that is taken is a warning: often by this very node, which runs.
struct CheckAddress {
    /// The name of the setting.
    let subject: String
    let address: NodeConfiguration.Address

    func run() async -> NodeFinding {
        do {
            let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
                .bind(host: address.host, port: address.port).get()
            try await channel.close()
            return NodeFinding(.sound, subject, "\(address.text) is free")
        } catch {
            return NodeFinding(
                .warning, subject,
                "\(address.text) cannot be had now (\(error)). Stop what listens there, or choose another port.")
        }
    }
}
