internal import ClinicalModel
internal import Identification
internal import Operations
internal import StructuredText
internal import WebUI

/// The web application of a configuration.
struct PageWiring {
    let configuration: NodeConfiguration
    let resources: NodeResources
    let templates: PageTemplates
    let node: RunningNode
    let development: DevelopmentIssuer?
    /// The providers at which people sign in with a browser, and what verifies the tokens made for that.
    let providers: [LoginProvider]
    let loginTokens: TokenVerifier
    let apiDescription: JSONValue

    /// Throws `WebFileError` for a template or asset that is missing or faulty.
    func site() throws -> Site {
        let authorization = development.map { DevelopmentAuthorization($0, now: Timestamp.now) }
        let embedded = authorization.map {
            $0.provider(title: "Samsyn", endpoint: SiteURL.developmentAuthorization.path)
        }
        return Site(
            node: node, templates: templates,
            assets: try PageAssets(folder: resources.web + "/assets"), sessions: SessionStore(now: Timestamp.now),
            signIn: SignIn(providers: providers + [embedded].compactMap { $0 }, tokens: loginTokens, now: Timestamp.now),
            development: authorization, publicAddress: configuration.publicAddress, version: programVersion,
            isSecure: isSecure,
            apiDescription: apiDescription)
    }

    /// Whether browsers come over TLS: the node's own, or that of the proxy in front of it. Then cookies are bound to it.
    private var isSecure: Bool {
        if configuration.tls != nil { return true }
        return configuration.publicAddress?.hasPrefix("https://") ?? !configuration.trustedProxies.isEmpty
    }
}
