import AccessModel
import ClinicalModel
import Identification
import StructuredText
import Synchronization
import Testing

/// A provider whose token endpoint answers with what the test says.
final class TestLogin: Sendable {
    let provider = TestProvider()
    let key: TestKey
    private let claims = Mutex<[String: JSONValue?]>([:])
    let grants = Mutex<[LoginGrant]>([])

    init() async throws {
        key = try await .make(.edDSA, "k1")
        provider.publish([key])
    }

    /// Claims of the next identity token beside the usual ones.
    func answer(with changes: [String: JSONValue?]) { claims.withLock { $0 = changes } }

    func signIn(capacity: Int = 100) throws -> SignIn {
        let login = LoginProvider(
            name: "siths", title: "SITHS", issuer: TestProvider.url, client: "samsyn-client",
            endpoints: { LoginEndpoints(authorization: "https://idp.example/authorize", token: "https://idp.example/token") },
            redeem: { grant in
                self.grants.withLock { $0.append(grant) }
                let changes = self.claims.withLock { $0 }
                let token = try self.key.token(
                    Care.claims(self.provider.clock.now, ["aud": "samsyn-client"].merging(changes) { $1 }))
                let json: JSONValue = ["id_token": JSONValue(.string(token))]
                return Array(json.canonicalText.utf8)
            })
        let tokens = provider.verifier([try Care.issuer().with(audiences: ["samsyn-client"])])
        return SignIn(providers: [login], tokens: tokens, capacity: capacity, now: { self.provider.clock.now })
    }

    static func answer(_ state: String, code: String? = "c0de", issuer: String? = nil, error: String? = nil) throws
        -> AuthorizationAnswer
    {
        var items = [(name: "state", value: state)]
        if let code { items.append(("code", code)) }
        if let issuer { items.append(("iss", issuer)) }
        if let error { items.append(("error", error)) }
        return try #require(AuthorizationAnswer(items))
    }
}

struct SignInTests {
    @Test func `Who comes back with state, code and the right token is signed in`() async throws {
        let login = try await TestLogin()
        let signIn = try login.signIn()
        let beginning = try await signIn.begin("siths", callback: "https://node.example/login/return", next: "/gene/BRCA1")
        #expect(beginning.endpoint == "https://idp.example/authorize")
        let items = Dictionary(beginning.request.items, uniquingKeysWith: { $1 })
        #expect(items["response_type"] == "code")
        #expect(items["code_challenge_method"] == "S256")
        #expect(items["scope"] == "openid profile")
        #expect(Set([beginning.request.state, beginning.request.nonce, beginning.binding.text]).count == 3)
        login.answer(with: ["nonce": JSONValue(.string(beginning.request.nonce))])
        let success = try await signIn.finish(
            TestLogin.answer(beginning.request.state, issuer: TestProvider.url), binding: beginning.binding.text)
        #expect(success.credential.actor.name == "Karin Test")
        #expect(success.next == "/gene/BRCA1")
        let grant = try #require(login.grants.withLock { $0.first })
        #expect(grant.code == "c0de")
        #expect(grant.callback == "https://node.example/login/return")
        #expect(grant.verifier.challenge == beginning.request.challenge)
    }

    /// RFC 7636, appendix B.
    @Test func `The challenge of a code verifier is the standard's`() throws {
        let verifier = try #require(CodeVerifier("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"))
        #expect(verifier.challenge == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
    }

    @Test func `An answer that was used, that nobody began, or that is late is refused`() async throws {
        let login = try await TestLogin()
        let signIn = try login.signIn()
        let beginning = try await signIn.begin("siths", callback: "/r", next: nil)
        login.answer(with: ["nonce": JSONValue(.string(beginning.request.nonce))])
        let answer = try TestLogin.answer(beginning.request.state)
        _ = try await signIn.finish(answer, binding: beginning.binding.text)
        await #expect(throws: LoginError(.state)) { try await signIn.finish(answer, binding: beginning.binding.text) }
        await #expect(throws: LoginError(.state)) {
            try await signIn.finish(TestLogin.answer(SecretText().text), binding: beginning.binding.text)
        }
        let late = try await signIn.begin("siths", callback: "/r", next: nil)
        login.provider.clock.advance(seconds: 600)
        await #expect(throws: LoginError(.state)) {
            try await signIn.finish(TestLogin.answer(late.request.state), binding: late.binding.text)
        }
        #expect(login.grants.withLock { $0.count } == 1)
    }

    @Test func `Another browser cannot finish what this one began, and neither can this one afterwards`() async throws {
        let login = try await TestLogin()
        let signIn = try login.signIn()
        for foreign in [nil, "", SecretText().text] {
            let beginning = try await signIn.begin("siths", callback: "/r", next: nil)
            login.answer(with: ["nonce": JSONValue(.string(beginning.request.nonce))])
            let answer = try TestLogin.answer(beginning.request.state)
            await #expect(throws: LoginError(.otherBrowser)) { try await signIn.finish(answer, binding: foreign) }
            await #expect(throws: LoginError(.state)) { try await signIn.finish(answer, binding: beginning.binding.text) }
        }
        #expect(login.grants.withLock { $0.isEmpty })
    }

    @Test(
        arguments: [
            (["nonce": JSONValue("other")], LoginError.Code.nonce), (["nonce": nil], .nonce),
            (["aud": "samsyn"], .token), (["aud": ["samsyn-client", "other"]], .token), (["exp": 1], .token),
            (["healthCareProviderHsaId": "SE2321000099-0001"], .token),
        ] as [([String: JSONValue?], LoginError.Code)])
    func `A token that is another's, another sign-in's or nobody's here signs nobody in`(
        _ changes: [String: JSONValue?], _ code: LoginError.Code
    ) async throws {
        let login = try await TestLogin()
        let signIn = try login.signIn()
        let beginning = try await signIn.begin("siths", callback: "/r", next: nil)
        login.answer(with: ["nonce": JSONValue(.string(beginning.request.nonce))].merging(changes) { $1 })
        let error = await #expect(throws: LoginError.self) {
            try await signIn.finish(TestLogin.answer(beginning.request.state), binding: beginning.binding.text)
        }
        #expect(error?.code == code)
    }

    @Test func `A token for several is taken where it was made for this client`() async throws {
        let login = try await TestLogin()
        let signIn = try login.signIn()
        let beginning = try await signIn.begin("siths", callback: "/r", next: nil)
        login.answer(with: [
            "nonce": JSONValue(.string(beginning.request.nonce)), "aud": ["samsyn-client", "other"], "azp": "samsyn-client",
        ])
        let success = try await signIn.finish(
            TestLogin.answer(beginning.request.state), binding: beginning.binding.text)
        #expect(success.credential.issuer == TestProvider.url)
    }

    @Test func `An answer of another issuer is refused before its code is used`() async throws {
        let login = try await TestLogin()
        let signIn = try login.signIn()
        let beginning = try await signIn.begin("siths", callback: "/r", next: nil)
        await #expect(throws: LoginError(.issuer)) {
            try await signIn.finish(
                TestLogin.answer(beginning.request.state, issuer: "https://evil.example"), binding: beginning.binding.text)
        }
        #expect(login.grants.withLock { $0.isEmpty })
    }

    @Test func `A refusal of the provider is told as one, without the provider's words`() async throws {
        let login = try await TestLogin()
        let signIn = try login.signIn()
        let beginning = try await signIn.begin("siths", callback: "/r", next: nil)
        await #expect(throws: LoginError(.refused, detail: "access_deniedscript")) {
            try await signIn.finish(
                TestLogin.answer(beginning.request.state, code: nil, error: "access_denied<script>"),
                binding: beginning.binding.text)
        }
        await #expect(throws: LoginError(.unknownProvider)) { try await signIn.begin("other", callback: "/r", next: nil) }
    }

    @Test func `An answer with a field twice is none`() {
        #expect(AuthorizationAnswer([("state", "a"), ("state", "b"), ("code", "c")]) == nil)
        #expect(AuthorizationAnswer([("code", "c")]) == nil)
        #expect(AuthorizationAnswer([("state", "a"), ("code", "")])?.code == nil)
    }

    @Test func `Sign-ins that are begun and left make room for others`() async throws {
        let login = try await TestLogin()
        let signIn = try login.signIn(capacity: 3)
        var beginnings: [SignIn.Beginning] = []
        for _ in 0..<4 {
            beginnings.append(try await signIn.begin("siths", callback: "/r", next: nil))
            login.provider.clock.advance(seconds: 1)
        }
        #expect(signIn.underWay == 3)
        await #expect(throws: LoginError(.state)) {
            try await signIn.finish(TestLogin.answer(beginnings[0].request.state), binding: beginnings[0].binding.text)
        }
        login.answer(with: ["nonce": JSONValue(.string(beginnings[3].request.nonce))])
        _ = try await signIn.finish(TestLogin.answer(beginnings[3].request.state), binding: beginnings[3].binding.text)
    }
}

struct DevelopmentAuthorizationTests {
    let clock = TestClock()

    func authorization() throws -> DevelopmentAuthorization {
        let permission = try #require(DevelopmentPermission(address: "127.0.0.1", isDevelopment: true))
        return DevelopmentAuthorization(
            DevelopmentIssuer(permission, personas: ["lakare-umea": DevelopmentIssuerTests.doctor], now: { clock.now }),
            now: { clock.now })
    }

    static let verifier = CodeVerifier()
    static let request = AuthorizationRequest(
        client: DevelopmentIssuer.audience, callback: "/login/return", scopes: ["openid"], state: "s", nonce: "n0nce",
        challenge: verifier.challenge)

    @Test func `A code is good once, for a minute, for whoever has the verifier`() throws {
        let authorization = try authorization()
        func code() throws -> String {
            try authorization.code(for: "lakare-umea", purpose: .feasibility, answering: DevelopmentAuthorizationTests.request)
        }
        func grant(
            _ code: String, _ verifier: CodeVerifier = DevelopmentAuthorizationTests.verifier,
            _ callback: String = "/login/return"
        ) -> LoginGrant {
            LoginGrant(code: code, verifier: verifier, callback: callback)
        }
        let first = try code()
        let json = try JSONReader.read(try authorization.redeem(grant(first)))
        #expect(json["samsyn_purpose"]?.string == "feasibility")
        let token = try CompactToken(try #require(json["id_token"]?.string))
        #expect(token.claims["nonce"]?.string == "n0nce")
        let refused = LoginError(.refused, detail: "invalid_grant")
        #expect(throws: refused) { try authorization.redeem(grant(first)) }
        #expect(throws: refused) { try authorization.redeem(grant(try code(), CodeVerifier())) }
        #expect(throws: refused) { try authorization.redeem(grant(try code(), DevelopmentAuthorizationTests.verifier, "/other")) }
        let late = try code()
        clock.advance(seconds: 60)
        #expect(throws: refused) { try authorization.redeem(grant(late)) }
    }

    @Test func `Nobody is signed in as somebody who is no persona, or for a purpose of others`() throws {
        let authorization = try authorization()
        #expect(throws: DevelopmentIssuerError.personaUnknown) {
            try authorization.code(for: "nobody", purpose: .feasibility, answering: DevelopmentAuthorizationTests.request)
        }
        #expect(throws: DevelopmentIssuerError.purposeNotOfPersona) {
            try authorization.code(for: "lakare-umea", purpose: .research, answering: DevelopmentAuthorizationTests.request)
        }
    }

    @Test func `A request is read as it is written, and only where it asks for code and S256`() {
        let items = DevelopmentAuthorizationTests.request.items
        #expect(AuthorizationRequest(items) == DevelopmentAuthorizationTests.request)
        for changed in ["response_type", "code_challenge_method"] {
            #expect(AuthorizationRequest(items.map { ($0.name, $0.name == changed ? "plain" : $0.value) }) == nil)
        }
        for missing in items.indices {
            var fewer = items
            fewer.remove(at: missing)
            #expect(AuthorizationRequest(fewer) == nil)
        }
        #expect(AuthorizationRequest(items + [("state", "other")]) == nil)
    }
}
