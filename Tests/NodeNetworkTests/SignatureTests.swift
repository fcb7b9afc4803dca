import AccessModel
import AsyncHTTPClient
import ClinicalModel
import Foundation
import HTTPAPI
import Hummingbird
import Identification
import Interchange
import NIOCore
import NIOHTTP1
import NodeNetwork
import Operations
import Questions
import StructuredText
import Synchronization
import Testing

/// Requests as an attacker could send them: refused, and nothing computed.
@Suite("A node that is asked")
struct SignatureTests {
    static let asker = TestNode(name: "node-03", regions: [TestQuestions.regions[1]])
    static let region = TestQuestions.regions[0]

    struct Attempt: Sendable {
        var asked = TestQuestions.asked()
        var audience: Set<String> = ["node-01"]
        var path = "/peer/v1/question"
        var target = "/peer/v1/question"
        var actor: String?
        var key = SignatureTests.asker.key
        var name = SignatureTests.asker.name
        var issued = 0
        var deadline = 5000
        var change: @Sendable ([UInt8]) -> [UInt8] = { $0 }
        var times = 1
        var signature: String?
        var isSigned = true
    }

    /// Status and code of the last of the attempt's requests, and how often something was computed.
    static func send(_ change: (inout Attempt) throws -> Void) async throws -> (status: Int, code: String, computed: Int) {
        var attempt = Attempt()
        try change(&attempt)
        let given = attempt
        let computed = Mutex(0)
        let node = TestNode(name: "node-01", regions: [region])
        let source = TestQuestions.source(region) { _ in
            computed.withLock { $0 += 1 }
            return TestQuestions.reply(region, count: 10)
        }
        let router = try TestQuestions.router(node, knows: [asker], [source])
        let result = try await Loopback.serve(router) { port -> (Int, String) in
            var asked = given.asked
            asked.identifier = AskRegions.newIdentifier()
            asked.regions = [region]
            let body = try RelayedQuestion(asked, .answer, patience: 2000).message.bytes
            let now = Timestamp.now().milliseconds
            let question = PeerQuestion(
                issuer: given.name, version: "test", audience: given.audience, method: "POST", path: given.path,
                body: BodyDigest(of: body), actor: given.actor ?? asked.actor.identity, purpose: asked.purpose,
                issued: Timestamp(milliseconds: now + given.issued), deadline: Timestamp(milliseconds: now + given.deadline),
                nonce: AskRegions.newIdentifier())
            let signature =
                given.signature ?? PeerSigner(name: given.name, version: "t", key: given.key, now: Timestamp.now).sign(question)
            let http = HTTPClient(eventLoopGroupProvider: .singleton, configuration: PeerClient.configuration)
            var last = (0, "")
            for _ in 0..<given.times {
                var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)" + given.target)
                request.method = .POST
                if given.isSigned { request.headers.add(name: PeerQuestion.field, value: signature) }
                request.body = .bytes(given.change(body))
                let response = try await http.execute(request, timeout: .seconds(5))
                let bytes = Array(try await response.body.collect(upTo: 1 << 20).readableBytesView)
                let type = try JSONReader.read(bytes)["type"]?.string ?? ""
                last = (Int(response.status.code), String(type.split(separator: ":").last ?? ""))
            }
            try await http.shutdown()
            return last
        }
        return (result.0, result.1, computed.withLock { $0 })
    }

    @Test("answers a signed question of a peer")
    func good() async throws {
        let (status, _, computed) = try await Self.send { _ in }
        #expect(status == 200 && computed == 1)
    }

    @Test("computes nothing for a signature that is missing, foreign, of another request, out of time or used")
    func attacks() async throws {
        typealias Case = (String, (inout Attempt) throws -> Void)
        let cases: [Case] = [
            ("signature-missing", { $0.isSigned = false }),
            ("signature-malformed", { $0.signature = "abc" }),
            ("signature-signature", { $0.key = SigningKey() }),
            ("signature-unknown-peer", { $0.name = "node-99" }),
            ("signature-audience", { $0.audience = ["node-12", "node-24"] }),
            ("signature-path", { $0.path = "/peer/v1/entries" }),
            ("signature-digest", { $0.change = { $0 + [0x20] } }),
            (
                "signature-digest",
                { $0.change = { Array(String(decoding: $0, as: UTF8.self).replacing("statistics", with: "research").utf8) } }
            ),
            ("signature-stale", { ($0.issued, $0.deadline) = (-60_000, -30_000) }),
            ("signature-not-yet-valid", { ($0.issued, $0.deadline) = (60_000, 65_000) }),
            ("signature-window", { $0.deadline = 3_600_000 }),
            ("signature-actor", { $0.actor = "somebody-else" }),
        ]
        for (code, change) in cases {
            let answer = try await Self.send(change)
            #expect(answer.code == code && (answer.status == 401 || answer.status == 403), "\(code): \(answer)")
            #expect(answer.computed == 0, "\(code)")
        }
    }

    @Test("does not answer the same signature twice")
    func replay() async throws {
        let answer = try await Self.send { $0.times = 2 }
        #expect(answer.status == 403 && answer.code == "signature-replayed" && answer.computed == 1)
    }

    @Test("does not take a peer's word for people of other regions, for patients, or for another day")
    func vouching() async throws {
        func actor(_ role: Actor.Role, _ region: RegionCode?, selves: [RegionCode: Pseudonym] = [:]) -> Actor {
            Actor(
                identity: "a", name: "A", role: role, region: region, provider: OrganisationCode("SE01-K"), careUnit: nil,
                purposes: [.statistics], selves: selves)
        }
        func asked(_ actor: Actor, day: Int = 0) -> AskedQuestion {
            AskedQuestion(
                actor: actor, purpose: .statistics, date: Timestamp.now().date.adding(days: day), question: Question(.count),
                process: "test")
        }
        // The most dangerous of all: to be taken for the region's own staff, who see small numbers.
        let own = try await Self.send { $0.asked = asked(actor(.bioinformatician, Self.region)) }
        #expect(own.status == 403 && own.code == "actor-not-vouched" && own.computed == 0)
        let patient = try await Self.send {
            $0.asked = asked(
                actor(
                    .patient, Self.asker.regions.first,
                    selves: [Self.region: try #require(Pseudonym(String(repeating: "a", count: 32)))]))
        }
        #expect(patient.code == "actor-not-vouched" && patient.computed == 0)
        let tomorrow = try await Self.send { $0.asked = asked(actor(.statistician, nil), day: 30) }
        #expect(tomorrow.code == "date-foreign" && tomorrow.computed == 0)
        let theirs = try await Self.send { $0.asked = asked(actor(.bioinformatician, Self.asker.regions.first)) }
        #expect(theirs.status == 200)
    }
}
