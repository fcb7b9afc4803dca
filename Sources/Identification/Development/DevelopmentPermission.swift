/// The proof that tokens of people who do not exist may be made and let in: the node listens on its own machine only, and whoever
/// started it asked for development in so many words.
package struct DevelopmentPermission: Hashable, Sendable {
    /// Nil without `--development`, or for an address that others can reach. `address` is a host without port, as the configuration
    /// says where to listen: `127.0.0.1`, `::1`, `localhost`.
    package init?(address: String, isDevelopment: Bool) {
        guard isDevelopment, LoopbackAddress.isLoopback(address) else { return nil }
    }
}
