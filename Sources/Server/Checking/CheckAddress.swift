internal import NIOCore
internal import NIOPosix

/// Takes an address for a moment, as the node would. One that is taken is a warning: often by this very node, which runs. One that can
/// never be had is a fault.
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
            guard let reason = ServerError(listening: error, subject, at: address) else {
                return NodeFinding(.warning, subject, "\(address.text) cannot be had now (\(error)).")
            }
            // Taken is often by this very node; the rest would keep it from starting.
            return NodeFinding(reason.code == .addressTaken ? .warning : .fault, subject, reason.description)
        }
    }
}
