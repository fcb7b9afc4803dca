import AccessModel
import ClinicalModel
import Identification
import StructuredText
import Testing

@Suite(.enabled(if: PyJWT.interpreter != nil, "no PyJWT: run scripts/test-python"))
struct SecondImplementationTests {
    let provider = TestProvider()

    static let signing = """
        import json, sys, jwt, base64
        from cryptography.hazmat.primitives.asymmetric import ec, ed25519
        from jwt.algorithms import ECAlgorithm, OKPAlgorithm
        claims = json.loads(sys.argv[1])
        for name, key, algorithm in (
            ("e", ec.generate_private_key(ec.SECP256R1()), ECAlgorithm),
            ("o", ed25519.Ed25519PrivateKey.generate(), OKPAlgorithm),
        ):
            jwk = json.loads(algorithm.to_jwk(key.public_key()))
            print(json.dumps(jwk | {"kid": name}))
            print(jwt.encode(claims, key, "ES256" if name == "e" else "EdDSA", headers={"kid": name}))
        """

    static let verifying = """
        import json, sys, jwt
        key = jwt.PyJWK(json.loads(sys.argv[1]))
        print(jwt.decode(sys.argv[2], key, ["EdDSA"], audience="samsyn-development",
            options={"verify_exp": False, "verify_iat": False})["sub"])
        """

    @Test func `Its tokens are good here`() async throws {
        let interpreter = try #require(PyJWT.interpreter)
        let claims = Care.claims(provider.clock.now).canonicalText
        let lines = try PyJWT.run(interpreter, SecondImplementationTests.signing, [claims])
        try #require(lines.count == 4)
        provider.publish([try JSONReader.read(lines[0]), try JSONReader.read(lines[2])])
        let verifier = try provider.verifier([Care.issuer()])
        for token in [lines[1], lines[3]] {
            #expect(try await verifier.verify(token).actor.identity == "SE2321000222-1A2B")
        }
    }

    @Test func `Our tokens are good there`() throws {
        let interpreter = try #require(PyJWT.interpreter)
        let permission = try #require(DevelopmentPermission(address: "::1", isDevelopment: true))
        let key = SigningKey()
        let issuer = DevelopmentIssuer(
            permission, personas: ["lakare-umea": DevelopmentIssuerTests.doctor], key: key, now: { provider.clock.now })
        let lines = try PyJWT.run(
            interpreter, SecondImplementationTests.verifying,
            [key.publicKey.jwk.canonicalText, try issuer.token(persona: "lakare-umea")])
        #expect(lines == ["lakare-umea"])
    }
}
