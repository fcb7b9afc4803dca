import ClinicalModel
import GenomeModel
import NodeNetwork
import Operations
import Questions
import ReportModel
import StructuredText
import Synchronization
import TestSupport
import Testing

/// Classifications that one region fetches from another, between real servers on loopback.
@Suite("Classifications, between nodes")
struct ClassificationsOverTheWireTests {
    private struct Exchange {
        let own = TestNode(name: "node-12", regions: [RegionCode("12")].compactMap { $0 })
        let other = TestNode(name: "node-24", regions: [RegionCode("24")].compactMap { $0 })
        let message: ClassificationMessage

        init(from: String = "12", to: String = "24") throws {
            message = ClassificationMessage(
                from: try #require(RegionCode(from)), to: try #require(RegionCode(to)), after: 7, edition: "before",
                threads: [try ClassificationsOverTheWireTests.conflict()])
        }

        /// Asks the other node, and gives what it was asked and what came back.
        func ask(
            _ answer: @escaping @Sendable (ClassificationMessage) throws -> ClassificationReply
        ) async throws -> (received: [ClassificationMessage], reply: ClassificationReply) {
            let received = Mutex<[ClassificationMessage]>([])
            let given = TestQuestions.source(try #require(RegionCode("24")))
            let source = RegionSource(
                region: given.region, ask: given.ask, figures: given.figures, entries: given.entries,
                classifications: { message in
                    received.withLock { $0.append(message) }
                    return try answer(message)
                })
            let router = try TestQuestions.router(other, knows: [own], [source])
            let reply = try await Loopback.serve(router) { port in
                try await Loopback.clients([other.peer(port: port)]) { clients in
                    let remote = TestQuestions.remote(own, clients)
                    return try await #require(remote.sources.first).classifications(message)
                }
            }
            return (received.withLock { $0 }, reply)
        }
    }

    private static func classification(of region: String) throws -> SharedClassification {
        let variant = try #require(VariantIdentifier("GRCh38:17-43093464-G-A"))
        return SharedClassification(
            subject: .init(variant: variant, condition: try #require(Code("ORPHA:145"))), gene: "BRCA1",
            pathogenicityClass: .likelyPathogenic, criteria: ["PVS1", "PM2_Supporting"], method: "ACMG/AMP 2015, points",
            evaluated: CivilDate(daysSince1970: 20_000), region: try #require(RegionCode(region)),
            laboratory: try #require(OrganisationCode("SE\(region)-NUS-GMC")), version: 3)
    }

    private static func conflict() throws -> ConflictRecord {
        let parties = try ["12", "24"].map { region in
            ConflictThread.Party(
                region: try #require(RegionCode(region)), laboratory: try #require(OrganisationCode("SE\(region)-GMC")))
        }
        let opened = Timestamp(milliseconds: 1_790_000_000_000)
        let step = ConflictStep(
            act: .comment, party: parties[0], person: "SE-ÅSA", time: opened, words: "Två nya familjer, \"se journal\".\n")
        return try #require(
            ConflictRecord(
                identifier: "con-0123456789abcdef", subject: try classification(of: "24").subject,
                heads: [.init(region: parties[0].region, opened: opened, founders: Set(parties))],
                entries: [.init(region: parties[0].region, number: 1, step: step)]))
    }

    private static func reply(_ region: String = "24", of other: String = "24") throws -> ClassificationReply {
        let made = try classification(of: other)
        return ClassificationReply(
            region: try #require(RegionCode(region)), edition: "now",
            entries: [
                .init(sequence: 8, subject: made.subject, laboratory: made.laboratory, classification: made),
                .init(sequence: 9, subject: made.subject, laboratory: made.laboratory, classification: nil),
            ], upTo: 12, hasMore: true, threads: [try conflict()], refusal: nil)
    }

    @Test("are asked for and answered as they would be on one node")
    func arrives() async throws {
        let exchange = try Exchange()
        let answer = try Self.reply()
        let (received, reply) = try await exchange.ask { _ in answer }
        #expect(received == [exchange.message])
        #expect(reply == answer)
    }

    @Test("A region that shares nothing says why, and is not taken for one that has nothing")
    func refusal() async throws {
        let reason = LocalizedText(sv: "Policyn släpper inte ut något.", en: "The policy lets nothing out.")
        let region = try #require(RegionCode("24"))
        let (_, reply) = try await Exchange().ask { _ in
            ClassificationReply(
                region: region, edition: "now", entries: [], upTo: 0, hasMore: false, threads: [], refusal: reason)
        }
        #expect(reply.refusal == reason && reply.entries.isEmpty)
    }

    @Test("A node asks for its own regions alone, and of regions that are there")
    func whose() async throws {
        let answer = try Self.reply()
        for (from, to) in [("24", "24"), ("03", "24"), ("12", "03")] {
            let exchange = try Exchange(from: from, to: to)
            await #expect(throws: ClassificationsUnreached.self, "\(from) of \(to)") {
                let (received, _) = try await exchange.ask { _ in answer }
                #expect(received.isEmpty)
            }
        }
    }

    @Test("An answer in another region's name, or with another region's classifications, is not taken")
    func foreign() async throws {
        for answer in [try Self.reply("03"), try Self.reply("24", of: "03")] {
            await #expect(throws: ClassificationsUnreached.self) { try await Exchange().ask { _ in answer } }
        }
    }

    @Test("A node that is away says so, and one that fails is not asked for ever")
    func away() async throws {
        let exchange = try Exchange()
        try await Loopback.clients([exchange.other.peer(port: 1)]) { clients in
            let source = try #require(TestQuestions.remote(exchange.own, clients).sources.first)
            for _ in 0..<3 {
                await #expect(throws: ClassificationsUnreached.self) { try await source.classifications(exchange.message) }
            }
        }
    }
}
