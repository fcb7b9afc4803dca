internal import AsyncHTTPClient
internal import ClinicalModel
internal import Foundation
package import Identification
internal import NIOCore
internal import NIOHTTP1
internal import Operations
package import StructuredText

/// The identity providers at which people sign in with a browser.
struct LoginWiring {
    let providers: [LoginProvider]
    /// Lets in tokens that are made for the providers' clients, and for nobody else: what signs somebody in is no bearer token of the API.
    let tokens: TokenVerifier

    init(_ configuration: NodeConfiguration, development: DevelopmentIssuer?, client: HTTPClient) throws {
        var providers: [LoginProvider] = []
        var issuers: [OpenIDIssuer] = []
        for login in configuration.logins {
            guard let issuer = configuration.providers.first(where: { $0.url == login.issuer }) else { continue }
            issuers.append(issuer.with(audiences: [login.client]))
            providers.append(try LoginWiring.provider(login, client))
        }
        self.providers = providers
        tokens = TokenVerifier(
            issuers: issuers, visaIssuers: configuration.visaIssuers, development: development, now: Timestamp.now
        ) { address in
            try await FetchKeys(get: ProviderExchange(client: client).get).run(address)
        }
    }

    private static func provider(_ login: NodeConfiguration.Login, _ client: HTTPClient) throws -> LoginProvider {
        let exchange = ProviderExchange(client: client)
        let endpoints = ProviderEndpoints(login, exchange)
        let secret = try login.secretFile.map { try LoginSecret.read($0) }
        return LoginProvider(
            name: login.name, title: login.title, issuer: login.issuer, client: login.client, scopes: login.scopes,
            endpoints: { try await endpoints.get() },
            redeem: { grant in
                try await exchange.post(
                    endpoints.get().token, grant.fields(client: login.client), client: login.client, secret: secret)
            })
    }
}

/// The secret that a client shares with its identity provider, in a file that its owner alone may read.
package enum LoginSecret {
    package static func read(_ path: String) throws(ServerError) -> String {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            let permissions = attributes[.posixPermissions] as? NSNumber, let data = FileManager.default.contents(atPath: path)
        else {
            throw ServerError(
                .clientSecret, "\(path): the client secret cannot be read.",
                remedy: "Check the path and that the node's user owns the file.")
        }
        guard permissions.intValue & 0o077 == 0 else {
            throw ServerError(
                .clientSecret, "\(path): others than its owner may read or write the client secret.",
                remedy: "chmod 600 the file.")
        }
        let text = String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        guard !text.isEmpty else {
            throw ServerError(
                .clientSecret, "\(path): the file is empty.", remedy: "Write the secret into it that the identity provider gave.")
        }
        return text
    }
}

/// One question to an identity provider, ten seconds at most.
struct ProviderExchange: Sendable {
    let client: HTTPClient

    func get(_ address: String) async throws -> [UInt8] { try await bytes(HTTPClientRequest(url: address)) }

    /// A form with the client's secret in the way that every provider takes (RFC 6749 section 2.3.1).
    func post(
        _ address: String, _ fields: [(name: String, value: String)], client identifier: String, secret: String?
    ) async throws -> [UInt8] {
        var request = HTTPClientRequest(url: address)
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
        request.headers.add(name: "Accept", value: "application/json")
        if let secret {
            let pair = ProviderExchange.escaped(identifier) + ":" + ProviderExchange.escaped(secret)
            request.headers.add(name: "Authorization", value: "Basic " + Data(pair.utf8).base64EncodedString())
        }
        let body = fields.map { ProviderExchange.escaped($0.name) + "=" + ProviderExchange.escaped($0.value) }
        request.body = .bytes(ByteBuffer(string: body.joined(separator: "&")))
        return try await bytes(request)
    }

    private func bytes(_ request: HTTPClientRequest) async throws -> [UInt8] {
        let response = try await client.execute(request, timeout: .seconds(10))
        guard response.status.code == 200 else {
            throw ServerError(.address, "The identity provider answers with status \(response.status.code).", remedy: "")
        }
        return Array(buffer: try await response.body.collect(upTo: 1 << 20))
    }

    private static func escaped(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics.intersection(.ascii).union(["-", ".", "_", "~"])) ?? ""
    }
}

extension CharacterSet {
    fileprivate static let ascii = CharacterSet(charactersIn: Unicode.Scalar(0)..<Unicode.Scalar(128))
}

/// Where a provider's endpoints lie: as the configuration says, else as the provider itself publishes it, asked once an hour at most.
package actor ProviderEndpoints {
    private let login: NodeConfiguration.Login
    private let exchange: ProviderExchange
    private var found: (endpoints: LoginEndpoints, at: ContinuousClock.Instant)?

    init(_ login: NodeConfiguration.Login, _ exchange: ProviderExchange) {
        self.login = login
        self.exchange = exchange
    }

    func get() async throws -> LoginEndpoints {
        if let endpoints = login.endpoints { return endpoints }
        if let found, ContinuousClock.now - found.at < .seconds(3600) { return found.endpoints }
        let document = try JSONReader.read(try await exchange.get(ProviderEndpoints.address(of: login.issuer)))
        let endpoints = try ProviderEndpoints.read(document, issuer: login.issuer)
        found = (endpoints, .now)
        return endpoints
    }

    package static func address(of issuer: String) -> String {
        (issuer.hasSuffix("/") ? String(issuer.dropLast()) : issuer) + "/.well-known/openid-configuration"
    }

    /// Throws where the document is another issuer's, or names an endpoint that others could read along.
    package static func read(_ document: JSONValue, issuer: String) throws(ServerError) -> LoginEndpoints {
        guard document["issuer"]?.string == issuer else {
            throw ServerError(
                .address, "\(issuer) publishes its endpoints as another issuer.",
                remedy: "Write the issuer as the provider's own document does.")
        }
        let addresses = ["authorization_endpoint", "token_endpoint"].compactMap { document[$0]?.string }
        guard addresses.count == 2, addresses.allSatisfy({ KeySetAddress($0) != nil }) else {
            throw ServerError(
                .address, "\(issuer) publishes no endpoints for signing in over HTTPS.",
                remedy: "Give authorization-endpoint and token-endpoint in the configuration.")
        }
        return LoginEndpoints(authorization: addresses[0], token: addresses[1])
    }
}
