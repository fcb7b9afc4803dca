package import ClinicalModel
package import HTTPAPI
package import Identification
package import Operations

/// What a node is told by its configuration file. Paths that were relative there begin at the file's folder.
package struct NodeConfiguration: Hashable, Sendable {
    /// Where to listen.
    package struct Address: Hashable, Sendable {
        package let host: String
        package let port: Int

        package init(host: String, port: Int) {
            self.host = host
            self.port = port
        }

        /// Only this machine can reach it.
        package var isLoopback: Bool { LoopbackAddress.isLoopback(host) }
        /// As the file writes it: `127.0.0.1:8424`, `[::1]:8424`.
        package var text: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
    }

    /// Certificate files in PEM.
    package struct TLS: Hashable, Sendable {
        package let certificate: String
        package let key: String
        /// Whoever connects has to show a certificate of this authority: for nodes that only peers reach.
        package let clientAuthority: String?
    }

    /// Another node: whom it may ask for, where it is, and how it is known again.
    package struct PeerNode: Hashable, Sendable {
        package let name: String
        /// Such as `https://samsyn.regionvasterbotten.se`.
        package let address: String
        /// As `samsyn node key` prints it.
        package let publicKey: String
        package let regions: [RegionCode]
        /// It may ask for people of every region: a national entry, where all of them come in.
        package let vouchesForEveryone: Bool
        /// The authority that its certificate is held against; the system's where nil.
        package let authority: String?
        /// The certificate and key that this node shows to it.
        package let clientCertificate: String?
        package let clientKey: String?
    }

    /// An identity provider at which people sign in with a browser.
    package struct Login: Hashable, Sendable {
        /// In addresses: `siths`.
        package let name: String
        /// As people know it: `SITHS`.
        package let title: String
        /// As `providers` has it.
        package let issuer: String
        package let client: String
        /// Nil for a client without a secret, whom its PKCE proof alone protects.
        package let secretFile: String?
        /// Nil where the provider publishes them (`/.well-known/openid-configuration`).
        package let endpoints: LoginEndpoints?
        package let scopes: [String]
    }

    /// What the embedded issuer needs; it works with `--development` only.
    package struct Development: Hashable, Sendable {
        /// The file of people who do not exist.
        package let personas: String
        /// The key of the embedded issuer; made where there is none.
        package let issuerKey: String
    }

    /// What one request, one question or one peer may take of the node.
    package struct Limits: Hashable, Sendable {
        /// How long a question waits for a region, in milliseconds.
        package var patience = 10_000
        /// At the same time.
        package var connections = 1024
        /// A request whose head has not come by then is cut off, in seconds; so is a connection that is silent for as long.
        package var idle = 30
        /// Of a request's body that is no uploaded file, in MiB. Most operations take less by themselves.
        package var bodyMebibytes = 16
        /// Of one uploaded file, in MiB.
        package var uploadMebibytes = 1024
        /// Call files that are annotated at the same time.
        package var annotations = 4
        /// Failures in a row after which a peer is left alone.
        package var failures = 5
        /// Seconds for which it is then left alone, at first.
        package var rest = 5

        package init() {}
    }

    /// The least grave entries that are written.
    package enum LogLevel: String, Sendable, CaseIterable { case debug, info, warning, error }

    package var name: String
    /// The folder with `partitions/` and `keys/`.
    package var data: String
    package var regions: [RegionCode]
    /// Of the regions whose key is not `keys/<region>.key` in `data`.
    package var keyFiles: [RegionCode: String]
    package var listen: Address
    package var metrics: Address?
    package var tls: TLS?
    /// Who stands in front of the node. Their word about a client is taken; without `tls`, on an address that others reach, nobody else may
    /// connect.
    package var trustedProxies: [NetworkRange]
    /// How others reach the node: the Beacon's own address in its answers.
    package var publicAddress: String?
    /// The file of the key that signs this node's questions.
    package var signingKey: String
    package var peers: [PeerNode]
    package var providers: [OpenIDIssuer]
    /// Of the providers those that people sign in at with a browser.
    package var logins: [Login]
    /// Who grants researchers their projects (GA4GH Passport).
    package var visaIssuers: [VisaIssuer]
    package var development: Development?
    package var limits: Limits
    /// A law file instead of the one that comes with the program.
    package var law: String?
    package var logLevel: LogLevel
    /// The file itself, for error messages.
    package var file: String

    /// What belongs to the node itself.
    package var state: NodeState { NodeState(node: name, data: data) }
}
