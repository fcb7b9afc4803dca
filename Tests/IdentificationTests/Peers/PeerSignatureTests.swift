import AccessModel
import ClinicalModel
import Identification
import StructuredText
import TestSupport
import Testing

struct PeerSignatureTests {
    let clock = TestClock()
    let key = SigningKey()
    static let body = Array(#"{"question":"x"}"#.utf8)

    var signer: PeerSigner { PeerSigner(name: "node-24", version: "0.4.0", key: key, now: { clock.now }) }

    func verifier(_ name: String = "node-01", _ limits: PeerSignatureVerifier.Limits = .init()) throws -> PeerSignatureVerifier {
        PeerSignatureVerifier(
            name: name,
            peers: [
                KnownPeer(name: "node-24", key: key.publicKey, regions: [try #require(RegionCode("24"))]),
                KnownPeer(name: "node-12", key: SigningKey().publicKey, regions: [try #require(RegionCode("12"))]),
            ],
            limits: limits, now: { clock.now })
    }

    func signature(deadline seconds: Int = 10, audience: Set<String> = ["node-01", "node-12"]) -> String {
        signer.sign(
            method: "POST", path: "/peer/v1/count?x=1", body: PeerSignatureTests.body, audience: audience,
            actor: "SE2321000222-1A2B", purpose: .feasibility,
            deadline: Timestamp(milliseconds: clock.now.milliseconds + seconds * 1000))
    }

    @discardableResult
    func verify(
        _ verifier: PeerSignatureVerifier, _ signature: String?, method: String = "POST", path: String = "/peer/v1/count?x=1",
        body: [UInt8] = body
    ) throws(PeerSignatureError) -> PeerQuestion {
        try verifier.verify(signature, method: method, path: path, body: body).question
    }

    @Test func `One signature serves every node that is asked, once each`() throws {
        let signature = signature()
        for name in ["node-01", "node-12"] {
            let verifier = try verifier(name)
            let (peer, question) = try verifier.verify(
                signature, method: "POST", path: "/peer/v1/count?x=1", body: PeerSignatureTests.body)
            #expect(peer.name == "node-24")
            #expect(peer.regions.map(\.description) == ["24"])
            #expect(question.actor == "SE2321000222-1A2B")
            #expect(question.purpose == .feasibility)
            #expect(question.version == "0.4.0")
            #expect(question.issued == clock.now)
            #expect(throws: PeerSignatureError(.replayed)) { try verify(verifier, signature) }
        }
        #expect(throws: PeerSignatureError(.audience)) { try verify(try verifier("node-03"), signature) }
    }

    @Test func `It belongs to one request`() throws {
        let verifier = try verifier()
        let signature = signature()
        #expect(throws: PeerSignatureError(.method)) { try verify(verifier, signature, method: "GET") }
        #expect(throws: PeerSignatureError(.path)) { try verify(verifier, signature, path: "/peer/v1/count?x=2") }
        #expect(throws: PeerSignatureError(.path)) { try verify(verifier, signature, path: "/peer/v1/count") }
        #expect(throws: PeerSignatureError(.digest)) { try verify(verifier, signature, body: []) }
        #expect(throws: PeerSignatureError(.digest)) { try verify(verifier, signature, body: PeerSignatureTests.body + [32]) }
        #expect(throws: PeerSignatureError(.missing)) { try verify(verifier, nil) }
        // None of these used it up.
        try verify(verifier, signature)
    }

    @Test(
        arguments: [
            ("in time", 0, 10, 0, nil), ("signed by a clock ahead", 10_000, 10, 0, nil),
            ("signed too far ahead", 10_001, 10, 0, .notYetValid), ("late within the skew", 0, 10, 19_999, nil),
            ("late", 0, 10, 20_000, .stale), ("a long question", 0, 60, 0, nil), ("too long", 0, 61, 0, .window),
        ] as [(String, Int, Int, Int, PeerSignatureError.Code?)])
    func `It holds for its time`(_ name: String, _ ahead: Int, _ seconds: Int, _ pause: Int, _ code: PeerSignatureError.Code?)
        throws
    {
        let verifier = try verifier()
        clock.advance(milliseconds: ahead)
        let signature = signature(deadline: seconds)
        clock.advance(milliseconds: pause - ahead)
        if let code {
            #expect(throws: PeerSignatureError(code)) { try verify(verifier, signature) }
        } else {
            try verify(verifier, signature)
        }
    }

    @Test func `What was signed before the node started may have been answered before it stopped`() throws {
        let signature = signature()
        clock.advance(milliseconds: 1)
        let verifier = try verifier()
        #expect(throws: PeerSignatureError(.beforeStart)) { try verify(verifier, signature) }
        try verify(verifier, self.signature())
    }

    @Test func `Unknown nodes and foreign keys are refused`() throws {
        let verifier = try verifier()
        let stranger = PeerSigner(name: "node-99", version: "1", key: SigningKey(), now: { clock.now })
        let impostor = PeerSigner(name: "node-24", version: "1", key: SigningKey(), now: { clock.now })
        for (signer, code) in [(stranger, PeerSignatureError.Code.unknownPeer), (impostor, .signature)] {
            let signature = signer.sign(
                method: "POST", path: "/peer/v1/count?x=1", body: PeerSignatureTests.body, audience: ["node-01"], actor: "a",
                purpose: .feasibility, deadline: clock.now)
            #expect(throws: PeerSignatureError(code)) { try verify(verifier, signature) }
        }
        // A peer that speaks in another's name.
        let other = PeerSigner(name: "node-12", version: "1", key: key, now: { clock.now })
        let signature = other.sign(
            method: "POST", path: "/peer/v1/count?x=1", body: PeerSignatureTests.body, audience: ["node-01"], actor: "a",
            purpose: .feasibility, deadline: clock.now)
        #expect(throws: PeerSignatureError(.signature)) { try verify(verifier, signature) }
    }

    @Test(arguments: [
        ("", PeerSignatureError.Code.malformed), ("a.b.c", .malformed), ("e30.e30.AA", .algorithm),
        // none, ES256, and EdDSA of another type.
        ("eyJhbGciOiJub25lIn0.e30.", .algorithm), ("eyJhbGciOiJFUzI1NiJ9.e30.AA", .algorithm),
        ("eyJhbGciOiJFZERTQSJ9.e30.AA", .malformed),
        ("eyJhbGciOiJFZERTQSIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJub2RlLTI0In0.AA", .malformed),
    ])
    func `What is no signature of a question`(_ text: String, _ code: PeerSignatureError.Code) throws {
        #expect(throws: PeerSignatureError(code)) { try verify(try verifier(), text) }
    }

    @Test func `A full memory refuses that peer, and has room again in time`() throws {
        var limits = PeerSignatureVerifier.Limits()
        limits.remembered = 5
        let verifier = try verifier("node-01", limits)
        let first = signature()
        try verify(verifier, first)
        for _ in 1..<5 { try verify(verifier, signature()) }
        #expect(throws: PeerSignatureError(.memoryFull)) { try verify(verifier, signature()) }
        #expect(throws: PeerSignatureError(.replayed)) { try verify(verifier, first) }
        clock.advance(seconds: 22)
        try verify(verifier, signature())
        #expect(throws: PeerSignatureError(.stale)) { try verify(verifier, first) }
    }

    @Test func `No changed signature is accepted`() throws {
        let verifier = try verifier()
        let (signature, other) = (signature(), self.signature(deadline: 20))
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<1500 {
            let changed = String(
                decoding: MutatedTokenTests.mutate(Array(signature.utf8), Array(other.utf8), &generator), as: UTF8.self)
            guard changed != signature, changed != other else { continue }
            #expect(throws: PeerSignatureError.self, "\(changed)") { try verify(verifier, changed) }
        }
        try verify(verifier, signature)
    }

    @Test(arguments: PeerSignatureError.Code.allCases)
    func `Every refusal says what to do`(_ code: PeerSignatureError.Code) {
        let error = PeerSignatureError(code)
        #expect(error.message.hasSuffix("."))
        #expect(error.remedy.hasSuffix("."))
    }
}
