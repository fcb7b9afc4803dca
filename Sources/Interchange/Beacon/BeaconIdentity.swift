/// How a node presents itself as a Beacon.
package struct BeaconIdentity: Hashable, Sendable {
    /// `node-24`, `national`.
    package let node: String
    /// Of the program.
    package let version: String
    package let isDevelopment: Bool

    package init(node: String, version: String, isDevelopment: Bool) {
        self.node = node
        self.version = version
        self.isDevelopment = isDevelopment
    }

    package var identifier: String { "se.samsyn." + node }

    /// The version of the specification.
    package static let apiVersion = "v2.0.0"
    /// Where the schemas of the framework and of the default model are published.
    static let schemas = "https://raw.githubusercontent.com/ga4gh-beacon/beacon-v2/main/"
}
