import ClinicalModel
import Foundation
import HTTPTypes
import Hummingbird
import Identification
import Logging
import NIOCore
import Operations
import StructuredText
import Synchronization

/// An identity provider of the tests, on a socket of its own: what OpenID Connect and RFC 7636 ask of one, and one geneticist who is always
/// signed in there.
final class OutsideProvider: Sendable {
    /// What it does otherwise than it should.
    enum Fault: Sendable {
        case none, foreignKey, otherNonce, otherAudience, tokenRefused
    }

    static let client = "samsyn-web"
    static let secret = "a secret of the client"

    let port: Int
    private let fault: Fault
    private let key = SigningKey()
    private let codes = Mutex<[String: AuthorizationRequest]>([:])
    private let asked = Mutex<[String]>([])

    init(port: Int, fault: Fault = .none) {
        self.port = port
        self.fault = fault
    }

    var issuer: String { "http://127.0.0.1:\(port)/realms/vard" }

    /// The paths that were asked for, in order.
    var paths: [String] { asked.withLock { $0 } }

    /// The part of a node's configuration that lets its people in.
    func configuration(secretFile: String) -> [String] {
        [
            "identity-providers:", "  - issuer: \(issuer)", "    audience: [samsyn]", "    care:", "      providers:",
            "        SE2321000222-0001: {organisation: SE24-NUS, region: \"24\"}", "    sign-in:", "      name: siths",
            "      title: SITHS", "      client-id: \(Self.client)", "      client-secret-file: \(secretFile)",
        ]
    }

    func run() async throws {
        let router = Router()
        router.get("/realms/vard/.well-known/openid-configuration") { request, _ in
            self.answer(
                request,
                [
                    "issuer": JSONValue(.string(self.issuer)), "jwks_uri": JSONValue(.string(self.issuer + "/certs")),
                    "authorization_endpoint": JSONValue(.string(self.issuer + "/auth")),
                    "token_endpoint": JSONValue(.string(self.issuer + "/token")),
                ])
        }
        router.get("/realms/vard/certs") { request, _ in self.answer(request, ["keys": [self.key.publicKey.jwk]]) }
        router.get("/realms/vard/auth") { request, _ in self.authorize(request) }
        router.post("/realms/vard/token") { request, _ in try await self.redeem(request) }
        let application = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: port)),
            logger: Logger(label: "provider", factory: { _ in SwiftLogNoOpLogHandler() }))
        try await application.run()
    }

    private func answer(_ request: Request, _ json: JSONValue, _ status: HTTPResponse.Status = .ok) -> Response {
        asked.withLock { $0.append(request.uri.path) }
        return Response(
            status: status, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: json.compactText)))
    }

    private func authorize(_ request: Request) -> Response {
        asked.withLock { $0.append(request.uri.path) }
        guard let items = URLComponents(string: request.uri.string)?.queryItems,
            let asking = AuthorizationRequest(items.map { ($0.name, $0.value ?? "") }), asking.client == Self.client
        else { return Response(status: .badRequest) }
        let code = UUID().uuidString
        codes.withLock { $0[code] = asking }
        var back = URLComponents(string: asking.callback)
        back?.queryItems = [
            URLQueryItem(name: "code", value: code), URLQueryItem(name: "state", value: asking.state),
            URLQueryItem(name: "iss", value: issuer),
        ]
        return Response(status: .found, headers: [.location: back?.string ?? ""])
    }

    /// RFC 6749, section 4.1.3, with the client's secret and the proof of RFC 7636. A code is good once.
    private func redeem(_ request: Request) async throws -> Response {
        let body = String(buffer: try await request.body.collect(upTo: 1 << 16))
        let fields = URLComponents(string: "?" + body)?.queryItems ?? []
        func field(_ name: String) -> String? { fields.first { $0.name == name }?.value }
        let pair = "\(Self.client):\(Self.secret.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
        guard request.headers[.authorization] == "Basic " + Data(pair.utf8).base64EncodedString(),
            field("grant_type") == "authorization_code", fault != .tokenRefused,
            let asking = codes.withLock({ $0.removeValue(forKey: field("code") ?? "") }),
            field("redirect_uri") == asking.callback,
            let verifier = field("code_verifier").flatMap({ CodeVerifier($0) }), verifier.challenge == asking.challenge
        else { return answer(request, ["error": "invalid_grant"], .badRequest) }
        return answer(
            request, ["id_token": JSONValue(.string(token(asking))), "token_type": "Bearer", "access_token": "not looked at"])
    }

    private func token(_ asking: AuthorizationRequest) -> String {
        let now = Timestamp.now().milliseconds / 1000
        let signing = fault == .foreignKey ? SigningKey() : key
        return CompactToken.sign(
            header: ["alg": "EdDSA", "typ": "JWT", "kid": JSONValue(.string(key.publicKey.thumbprint))],
            claims: [
                "iss": JSONValue(.string(issuer)),
                "aud": JSONValue(.string(fault == .otherAudience ? "samsyn" : Self.client)), "sub": "f3a1",
                "iat": JSONValue(now), "exp": JSONValue(now + 300),
                "nonce": JSONValue(.string(fault == .otherNonce ? "of another sign-in" : asking.nonce)),
                "name": "Karin Utifrån", "employeeHsaId": "SE2321000222-1A2B",
                "healthCareProviderHsaId": "SE2321000222-0001", "healthCareUnitHsaId": "SE2321000222-KGEN",
                "commissionHsaId": "SE2321000222-UPP1", "commissionPurpose": "Vård och behandling",
                "systemRole": ["samsyn;clinical-geneticist"],
            ], with: signing)
    }
}
