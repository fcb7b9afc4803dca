import AccessModel
import ClinicalModel
import GenomeModel
import NodeNetwork
import Operations
import Questions
import Synchronization
import Testing

/// Requests for more, between real servers on loopback.
@Suite("A request for more, between nodes")
struct ReleaseOverTheWireTests {
    static func message(role: Actor.Role = .statistician, region: RegionCode? = nil) throws -> ReleaseMessage {
        let holder = try #require(RegionCode("24"))
        return ReleaseMessage(
            request: ReleaseRequest(
                id: ReleaseRequest.newIdentifier(), region: holder,
                asker: .init(identity: "a", name: "Åsa Öman", role: role, region: region, provider: nil, careUnit: nil),
                purpose: .statistics, question: "frequency 17-43093464-G-A", assembly: .grch37, answered: "suppressed",
                wish: .contact, words: "Ordet \"därför\"\nräcker <inte>.", sent: Timestamp(milliseconds: 1_790_000_000_123),
                hasCareRelation: true),
            steps: [step(.asker, .informationGiven)], node: "national")
    }

    static func step(_ side: ReleaseStep.Side, _ kind: ReleaseStep.Kind, _ number: Int = 1) -> ReleaseStep {
        ReleaseStep(
            side: side, number: number, seen: 2, kind: kind, actor: "a", name: "Åsa", unit: side == .holder ? "SE24-NUS" : nil,
            words: "ord", time: Timestamp(milliseconds: 1_790_000_000_456))
    }

    /// A holding node that answers with `steps`, and what it was sent.
    private static func bring(
        _ message: ReleaseMessage, times: Int = 1, answer: @escaping @Sendable () throws -> [ReleaseStep]
    ) async throws -> (steps: [ReleaseStep], received: [ReleaseMessage]) {
        let region = message.request.region
        let received = Mutex<[ReleaseMessage]>([])
        let given = TestQuestions.source(region)
        let source = RegionSource(region: region, ask: given.ask, figures: given.figures, entries: given.entries) { message in
            received.withLock { $0.append(message) }
            return try answer()
        }
        let steps = try await SevenNodesTests.network([(TestNode(name: "node-24", regions: [region]), [source])]) { remote in
            let source = try #require(remote.sources.first)
            var steps: [ReleaseStep] = []
            for _ in 0..<times { steps = try await source.release(message) }
            return steps
        }
        return (steps, received.withLock { $0 })
    }

    @Test("It arrives as it was sent, each time, and the steps of the other side come back")
    func arrives() async throws {
        let message = try Self.message()
        let answer = [Self.step(.holder, .received), Self.step(.holder, .granted, 2)]
        let (steps, received) = try await Self.bring(message, times: 2) { answer }
        #expect(steps == answer)
        #expect(received == [message, message])
    }

    @Test("A peer's word is not taken for the holding region's own staff, nor for patients")
    func vouching() async throws {
        for message in [
            try Self.message(role: .clinicalGeneticist, region: RegionCode("24")), try Self.message(role: .patient),
        ] {
            await #expect(throws: ReleaseUnreached.self) {
                let (_, received) = try await Self.bring(message) { [] }
                #expect(received.isEmpty)
            }
        }
    }

    @Test("A region that refuses it, or speaks for the asker, changes nothing here")
    func refused() async throws {
        let message = try Self.message()
        await #expect(throws: ReleaseUnreached.self) {
            try await Self.bring(message) { throw ReleaseError(.differs, place: "id") }
        }
        await #expect(throws: ReleaseUnreached.self) {
            try await Self.bring(message) { [Self.step(.asker, .withdrawn)] }
        }
    }

    @Test("A node that is away is said to be so")
    func away() async throws {
        let region = try #require(RegionCode("24"))
        let node = TestNode(name: "node-24", regions: [region])
        let message = try Self.message()
        try await Loopback.clients([node.peer(port: 1)]) { clients in
            let remote = TestQuestions.remote(SevenNodesTests.asker, clients) { _ in }
            let source = try #require(remote.sources.first)
            await #expect(throws: ReleaseUnreached.self) { try await source.release(message) }
        }
    }
}
