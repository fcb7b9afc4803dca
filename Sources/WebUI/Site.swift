package import Identification
package import Operations
package import StructuredText

/// The web application of a node: what every page is made from.
package struct Site: Sendable {
    package let node: RunningNode
    package let templates: PageTemplates
    package let assets: PageAssets
    package let sessions: SessionStore
    package let signIn: SignIn
    /// The embedded issuer's page for choosing a person; nil where it does not work.
    package let development: DevelopmentAuthorization?
    /// How browsers reach the node, without a slash at the end, where its configuration says so.
    package let publicAddress: String?
    /// Of the program.
    package let version: String
    /// Whether browsers reach the node over TLS, its own or a proxy's: cookies are then bound to it.
    package let isSecure: Bool
    /// Of the node's own API, as `/openapi.json` gives it.
    package let apiDescription: JSONValue

    package init(
        node: RunningNode, templates: PageTemplates, assets: PageAssets, sessions: SessionStore, signIn: SignIn,
        development: DevelopmentAuthorization? = nil, publicAddress: String? = nil, version: String, isSecure: Bool,
        apiDescription: JSONValue
    ) {
        self.node = node
        self.templates = templates
        self.assets = assets
        self.sessions = sessions
        self.signIn = signIn
        self.development = development
        self.publicAddress = publicAddress
        self.version = version
        self.isSecure = isSecure
        self.apiDescription = apiDescription
    }

    /// The asset's address, which changes with its content.
    package func address(of asset: String) -> String {
        SiteURL.asset(asset).path + (assets[asset].map { "?v=" + $0.digest } ?? "")
    }
}
