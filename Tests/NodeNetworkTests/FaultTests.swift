import AccessModel
import ClinicalModel
import Foundation
import HTTPAPI
import HTTPTypes
import Hummingbird
import Identification
import Interchange
import NIOCore
import NodeNetwork
import Operations
import Questions
import Synchronization
import Testing

/// One healthy node beside one that is not: never a wrong number, never a region passed over.
@Suite("A node that misbehaves")
struct FaultTests {
    static let sick = TestQuestions.regions[0]
    static let well = TestQuestions.regions[1]

    /// The state and reason of the sick region when its node does `manner`.
    static func state(_ manner: RawPeer.Manner, patience: Duration = .milliseconds(700)) async throws -> RegionAnswer {
        try await Loopback.raw({ RawPeer(manner) }) { port in
            let peer = TestNode(name: "sick", regions: [sick]).peer(port: port)
            return try await SevenNodesTests.network([healthy], peers: [peer]) { remote in
                var ask = AskRegions(sources: remote.sources)
                ask.patience = patience
                let start = ContinuousClock.now
                let (answer, _) = try await ask.run(TestQuestions.asked())
                #expect(ContinuousClock.now - start < patience + .seconds(1))
                #expect(answer.total == 10)
                #expect(answer.regions.count == 2)
                return try #require(answer.regions.first { $0.region == sick })
            }
        }
    }

    static let healthy = (
        TestNode(name: "well", regions: [well]), [TestQuestions.source(well) { _ in TestQuestions.reply(well, count: 10) }]
    )

    @Test("that accepts and never answers is late")
    func hangs() async throws { #expect(try await Self.state(.hang).state == .late) }

    @Test("that resets its connections is unreachable")
    func resets() async throws { #expect(try await Self.state(.reset).state == .unreachable) }

    @Test(
        "that answers rubbish is unreachable",
        arguments: [
            "SSH-2.0-OpenSSH_9.6\r\n", "HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nhello",
            "HTTP/1.1 200 OK\r\ncontent-length: 999999999999\r\n\r\n", "HTTP/1.1 500 Oh\r\ncontent-length: 0\r\n\r\n",
            "HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:1/\r\ncontent-length: 0\r\n\r\n",
            "HTTP/1.1 401 No\r\ncontent-length: 2\r\n\r\n{}", "HTTP/1.1 404 No\r\ncontent-length: 0\r\n\r\n",
        ])
    func rubbish(text: String) async throws { #expect(try await Self.state(.answer(text)).state == .unreachable) }

    @Test("that answers a letter at a time is late")
    func trickles() async throws {
        let text = "HTTP/1.1 200 OK\r\ncontent-length: 4000\r\n\r\n" + String(repeating: "x", count: 4000)
        #expect(try await Self.state(.trickle(text, each: .milliseconds(5))).state == .late)
    }

    @Test("that is not there is unreachable at once")
    func nobody() async throws {
        let peer = TestNode(name: "gone", regions: [Self.sick]).peer(port: 1)
        try await SevenNodesTests.network([Self.healthy], peers: [peer]) { remote in
            let start = ContinuousClock.now
            let (answer, _) = try await AskRegions(sources: remote.sources).run(TestQuestions.asked())
            #expect(answer.regions.map(\.state) == [.unreachable, .answered])
            #expect(ContinuousClock.now - start < .seconds(2))
        }
    }

    /// Answers of a real node, changed on their way.
    static func changed(
        _ change: @escaping @Sendable ([UInt8], RelayedQuestion) -> ([UInt8], digest: [UInt8])
    ) async throws -> RegionAnswer {
        let router = Router(context: APIContext.self)
        router.post("peer/v1/question") { request, _ in
            let body = Array(try await request.body.collect(upTo: 1 << 20).readableBytesView)
            let question = try RelayedQuestion(body, at: .question)
            let reply = PeerReplies.answer([TestQuestions.reply(sick, count: 1234)])
            let (bytes, digest) = change(reply.message(to: question.asked.identifier, from: "sick").bytes, question)
            var headers: HTTPFields = [:]
            if let name = HTTPField.Name("Content-Digest") { headers[name] = BodyDigest(of: digest).contentDigest }
            return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        }
        return try await Loopback.serve(router) { port in
            try await Loopback.clients([TestNode(name: "sick", regions: [sick]).peer(port: port)]) { clients in
                let remote = TestQuestions.remote(SevenNodesTests.asker, clients)
                let (answer, _) = try await AskRegions(sources: remote.sources).run(TestQuestions.asked())
                return try #require(answer.regions.first)
            }
        }
    }

    static func replaced(_ bytes: [UInt8], _ from: String, _ to: String) -> [UInt8] {
        Array(String(decoding: bytes, as: UTF8.self).replacing(from, with: to).utf8)
    }

    @Test("whose answer is changed on its way is unreachable, and never a wrong number")
    func flipped() async throws {
        #expect(try await Self.changed { bytes, _ in (bytes, bytes) }.count == 1234)
        let flipped = try await Self.changed { bytes, _ in (Self.replaced(bytes, "1234", "1235"), bytes) }
        #expect(flipped.state == .unreachable && flipped.count == nil)
        let cut = try await Self.changed { bytes, _ in (Array(bytes.dropLast(40)), bytes) }
        #expect(cut.state == .unreachable)
    }

    @Test("whose answer is to another question, or of another region, is unreachable")
    func foreign() async throws {
        let other = try await Self.changed { bytes, question in
            let changed = Self.replaced(bytes, question.asked.identifier, "0000")
            return (changed, changed)
        }
        #expect(other.state == .unreachable)
        let region = try await Self.changed { bytes, _ in
            let changed = Self.replaced(bytes, "\"region\":\"01\"", "\"region\":\"03\"")
            return (changed, changed)
        }
        #expect(region.state == .unreachable && region.count == nil)
        let version = try await Self.changed { bytes, _ in
            let changed = Self.replaced(bytes, "\"protocol\":1", "\"protocol\":7")
            return (changed, changed)
        }
        #expect(version.state == .unreachable && version.reason == PeerFailure.notUnderstood.reason)
    }

    @Test("is left alone after a few failures, and found again by itself when it is back")
    func foundAgain() async throws {
        let node = TestNode(name: "comes-back", regions: [Self.sick])
        let router = try TestQuestions.router(
            node, knows: [SevenNodesTests.asker],
            [TestQuestions.source(Self.sick) { _ in TestQuestions.reply(Self.sick, count: 9) }])
        let port = try await Loopback.serve(router) { $0 }
        try await Loopback.clients([node.peer(port: port)]) { clients in
            let remote = TestQuestions.remote(SevenNodesTests.asker, clients) {
                $0.breaker.failures = 2
                $0.breaker.rest = .milliseconds(100)
                $0.breaker.longestRest = .milliseconds(200)
            }
            let care = Task { await remote.run() }
            defer { care.cancel() }
            @Sendable func ask() async throws -> RegionAnswer {
                try #require(try await AskRegions(sources: remote.sources).run(TestQuestions.asked()).answer.regions.first)
            }
            for _ in 0..<6 { #expect(try await ask().state == .unreachable) }
            #expect(remote.states.first?.circuit != .closed)
            try await Loopback.serve(
                try TestQuestions.router(
                    node, knows: [SevenNodesTests.asker],
                    [TestQuestions.source(Self.sick) { _ in TestQuestions.reply(Self.sick, count: 9) }]), port: port
            ) { _ in
                let start = ContinuousClock.now
                while remote.states.first?.circuit != .closed, ContinuousClock.now - start < .seconds(5) {
                    try await Task.sleep(for: .milliseconds(20))
                }
                #expect(try await ask().count == 9)
                #expect(remote.states.first?.version == "test")
                #expect(remote.states.first?.latency != nil)
            }
        }
    }

    @Test("for a moment is asked a second time, and the question is computed once")
    func hedged() async throws {
        let computed = Mutex(0)
        let node = TestNode(name: "slow-once", regions: [Self.sick])
        let source = TestQuestions.source(Self.sick) { _ in
            computed.withLock { $0 += 1 }
            try await Task.sleep(for: .milliseconds(400))
            return TestQuestions.reply(Self.sick, count: 9)
        }
        let requests = Mutex(0)
        let router = Router(context: APIContext.self)
        router.add(middleware: Counting(requests: { requests.withLock { $0 += 1 } }))
        let verifier = PeerSignatureVerifier(
            name: node.name,
            peers: [
                KnownPeer(name: "national", key: SevenNodesTests.asker.key.publicKey, regions: [])
            ], now: Timestamp.now)
        PeerRoutes(node: try TestQuestions.node(node), verifier: verifier, version: "test", own: [source]).add(to: router)
        try await Loopback.serve(router) { port in
            try await Loopback.clients([node.peer(port: port)]) { clients in
                let remote = TestQuestions.remote(SevenNodesTests.asker, clients) { $0.hedgeAfter = .milliseconds(20) }
                let (answer, _) = try await AskRegions(sources: remote.sources).run(TestQuestions.asked())
                #expect(answer.total == 9)
            }
        }
        #expect(computed.withLock { $0 } == 1)
        #expect(requests.withLock { $0 } == 2)
    }
}

/// Counts the requests that come in.
struct Counting: RouterMiddleware {
    typealias Context = APIContext
    let requests: @Sendable () -> Void

    func handle(
        _ request: Request, context: APIContext, next: (Request, APIContext) async throws -> Response
    ) async throws -> Response {
        requests()
        return try await next(request, context)
    }
}
