import AccessModel
import ClinicalModel
import Foundation
import GenomeModel
import NodeNetwork
import Operations
import Questions
import Synchronization
import TestSupport
import Testing

/// Real servers on loopback, one for each node.
@Suite("Seven nodes")
struct SevenNodesTests {
    static let asker = TestNode(name: "national", regions: [])

    /// Runs `body` with remote sources of nodes that answer as `sources` say.
    @discardableResult
    static func network<Value: Sendable>(
        _ nodes: [(TestNode, [RegionSource])], _ settings: @escaping @Sendable (inout RemoteRegions.Settings) -> Void = { _ in },
        peers: [Peer] = [], _ body: @escaping @Sendable (RemoteRegions) async throws -> Value
    ) async throws -> Value {
        guard let (node, sources) = nodes.first else {
            return try await Loopback.clients(peers) { try await body(TestQuestions.remote(asker, $0, settings)) }
        }
        let router = try TestQuestions.router(node, knows: [asker], sources)
        return try await Loopback.serve(router) { port in
            try await network(Array(nodes.dropFirst()), settings, peers: peers + [node.peer(port: port)], body)
        }
    }

    static func seven(seed: UInt64) -> [(TestNode, [RegionSource])] {
        TestQuestions.regions.map { region in
            (TestNode(name: "node-\(region)", regions: [region]), [TestQuestions.source(region, seed: seed)])
        }
    }

    @Test("answer as the same partitions do when they are asked directly, whatever states and numbers")
    func merging() async throws {
        let questions = [
            TestQuestions.asked(), TestQuestions.asked(Question(.frequency("1-1000000-A-G"))),
            TestQuestions.asked(Question(.count, .condition(.sex([.female])))),
        ]
        for seed in Soak.seeds(4) {
            try await Self.network(Self.seven(seed: seed)) { remote in
                #expect(remote.sources.map(\.region) == TestQuestions.regions)
                for asked in questions {
                    let local = try await AskRegions(
                        sources: TestQuestions.regions.map { TestQuestions.source($0, seed: seed) }
                    ).run(asked)
                    let merged = try await AskRegions(sources: remote.sources).run(asked)
                    #expect(merged.replies == local.replies)
                    #expect(merged.answer.total == local.answer.total)
                    #expect(merged.answer.frequency == local.answer.frequency)
                    #expect(merged.answer.regions == local.answer.regions)
                    #expect(merged.answer.basis == local.answer.basis && merged.answer.dataRelease == local.answer.dataRelease)
                    // What is withheld is in no sum.
                    #expect(merged.answer.total == local.replies.compactMap(\.answer.count).reduce(nil) { ($0 ?? 0) + $1 })
                }
            }
        }
    }

    @Test("give figures in bulk and entries as the partitions do")
    func bulk() async throws {
        let variants = (1...2000).compactMap { number in
            Position(number * 100).flatMap {
                Variant(contig: .x, position: $0, reference: "A", alternate: number % 7 == 0 ? "ACGTACGTACGT" : "G")
            }
        }
        try await Self.network(Self.seven(seed: 5)) { remote in
            let figures = try await AskRegions(sources: remote.sources)
                .figures(TestQuestions.asked(Question(.count), .figures), of: variants)
            #expect(figures.answer.isComplete && figures.answer.total == nil)
            for reply in figures.figures {
                #expect(reply.columns == TestQuestions.columns(reply.answer.region, variants.count, seed: 5))
            }
            let entries = try await AskRegions(sources: remote.sources)
                .entries(TestQuestions.asked(Question(.count), .entries(.individuals)), EntrySelection())
            #expect(entries.entries.map(\.entries.count) == Array(repeating: 1, count: 7))
            #expect(entries.answer.total == 7)
        }
    }

    @Test("A node that holds several regions is asked once, and all hear the same name of the question")
    func oneRequest() async throws {
        let seen = Mutex<[(RegionCode, String, [RegionCode])]>([])
        let node = TestNode(name: "shared", regions: TestQuestions.regions)
        let sources = TestQuestions.regions.map { region in
            TestQuestions.source(region) { asked in
                seen.withLock { $0.append((region, asked.identifier, asked.regions)) }
                // The last regions fetch after the first have theirs.
                return TestQuestions.reply(region, count: 10)
            }
        }
        try await Self.network([(node, sources)]) { remote in
            for _ in 0..<20 {
                let (answer, _) = try await AskRegions(sources: remote.sources).run(TestQuestions.asked())
                #expect(answer.total == 70)
            }
        }
        let asked = seen.withLock { $0 }
        #expect(asked.count == 140)
        #expect(Set(asked.map(\.1)).count == 20)
        #expect(asked.allSatisfy { $0.2 == TestQuestions.regions })
    }

    @Test("Two questions under one name are two questions")
    func oneName() async throws {
        let region = TestQuestions.regions[0]
        let source = TestQuestions.source(region) { asked in
            try await Task.sleep(for: .milliseconds(100))
            return TestQuestions.reply(region, count: asked.question == Question(.count) ? 11 : 22)
        }
        try await Self.network([(TestNode(name: "one", regions: [region]), [source])]) { remote in
            var (first, second) = (
                TestQuestions.asked(), TestQuestions.asked(Question(.count, .condition(.sex([.female]))))
            )
            (first.identifier, second.identifier) = ("same", "same")
            let ask = AskRegions(sources: remote.sources)
            async let one = ask.run(first).answer.total
            async let two = ask.run(second).answer.total
            let totals = try await (one, two)
            #expect(totals == (11, 22))
        }
    }

    @Test("A variant that is none is said to be none, whoever is asked")
    func noVariant() async throws {
        try await Self.network(Self.seven(seed: 1)) { remote in
            await #expect(throws: AskedQuestionError.self) {
                try await AskRegions(sources: remote.sources).run(TestQuestions.asked(Question(.frequency("1-x-A-G"))))
            }
        }
    }

    @Test("A region of a node that is slow is late, and its neighbours at the same node are not")
    func slowPartition() async throws {
        let regions = Array(TestQuestions.regions.prefix(3))
        let sources = regions.map { region in
            TestQuestions.source(region) { _ in
                if region == regions[1] { try await Task.sleep(for: .seconds(30)) }
                return TestQuestions.reply(region, count: 10)
            }
        }
        try await Self.network([(TestNode(name: "three", regions: regions), sources)]) { remote in
            var ask = AskRegions(sources: remote.sources)
            ask.patience = .seconds(3)
            let start = ContinuousClock.now
            let (answer, _) = try await ask.run(TestQuestions.asked())
            #expect(answer.regions.map(\.state) == [.answered, .late, .answered])
            #expect(answer.total == 20)
            #expect(ContinuousClock.now - start < .seconds(6))
        }
    }
}
