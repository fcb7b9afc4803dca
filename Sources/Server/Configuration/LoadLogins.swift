internal import Identification
internal import Operations

/// Reads at which of the identity providers people sign in with a browser: the part `sign-in` of each.
struct LoadLogins {
    let place: ConfigurationPlace

    /// `list` has been read by `LoadIdentityProviders` already.
    func run(_ list: AccessFileNode?) throws(AccessFileError) -> [NodeConfiguration.Login] {
        var logins: [NodeConfiguration.Login] = []
        for provider in try list?.list() ?? [] {
            for (key, value) in try provider.members() where try key.text() == "sign-in" {
                let login = try login(value, of: provider)
                guard !logins.contains(where: { $0.name == login.name }) else { throw value.error(.valueTwice(login.name)) }
                logins.append(login)
            }
        }
        return logins
    }

    private func login(_ node: AccessFileNode, of provider: AccessFileNode) throws(AccessFileError) -> NodeConfiguration.Login {
        let fields = try node.fields([
            "name", "title", "client-id", "client-secret-file", "authorization-endpoint", "token-endpoint", "scopes",
        ])
        let name = try fields["name"].nodeName()
        guard name != DevelopmentAuthorization.name else {
            throw try fields["name"].error(
                .other("the name \(name) belongs to the embedded issuer.", remedy: "Take another name."))
        }
        let authorization = try fields.optional("authorization-endpoint") { node throws(AccessFileError) in try node.webAddress()
        }
        let token = try fields.optional("token-endpoint") { node throws(AccessFileError) in try node.webAddress() }
        guard (authorization == nil) == (token == nil) else {
            throw node.error(
                .other(
                    "half of the endpoints.",
                    remedy: "Give authorization-endpoint and token-endpoint, or neither where the provider publishes them."))
        }
        var issuer = ""
        for (key, value) in try provider.members() where try key.text() == "issuer" { issuer = try value.text() }
        let scopes = try fields.optional("scopes") { node throws(AccessFileError) in try node.texts() } ?? ["openid", "profile"]
        guard scopes.contains("openid") else {
            throw node.error(
                .other("the scope openid is missing.", remedy: "Add openid to scopes: without it there is no identity token."))
        }
        return NodeConfiguration.Login(
            name: name, title: try fields.optional("title")?.text() ?? name, issuer: issuer,
            client: try fields["client-id"].text(), secretFile: try fields.optional("client-secret-file", place.path),
            endpoints: authorization.flatMap { authorization in
                token.map { LoginEndpoints(authorization: authorization, token: $0) }
            }, scopes: scopes)
    }
}
