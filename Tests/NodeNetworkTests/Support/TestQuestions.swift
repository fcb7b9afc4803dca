import AccessModel
import ClinicalModel
import Foundation
import GenomeModel
import HTTPAPI
import Hummingbird
import Identification
import NodeNetwork
import Operations
import Questions
import StructuredText
import Synchronization
import TestSupport
import Testing

/// Questions, and sources that answer them without any data behind.
enum TestQuestions {
    static let regions = ["01", "03", "05", "12", "14", "18", "24"].compactMap { RegionCode($0) }

    static let actor = Actor(
        identity: "SE-ASKER", name: "Asker", role: .statistician, region: nil, provider: nil, careUnit: nil,
        purposes: [.statistics])

    static func asked(_ question: Question = Question(.count), _ matter: AskedQuestion.Matter = .answer) -> AskedQuestion {
        var asked = AskedQuestion(
            actor: actor, purpose: .statistics, date: Timestamp.now().date, question: question, process: "test")
        asked.matter = matter
        return asked
    }

    static func decision(_ granularity: Granularity = .count) -> Decision {
        let text = LocalizedText(sv: "skäl åäö", en: "reason")
        return Decision(
            granularity: granularity, basis: LegalBasis(text: text, reference: "PDL"), decides: text, decider: .provider,
            regime: "regime", policy: "policy", recipient: .otherRegions, obligations: [.suppressBelow(5)],
            source: .everything, reasons: [Reason(isFor: granularity != .refused, .policy, text, "policy")])
    }

    static func reply(_ region: RegionCode, count: Int) -> RegionReply {
        RegionReply(answer: .answered(region, count: count), decision: decision(), dataRelease: "release-\(region)")
    }

    static func figures(_ random: inout SeededGenerator, people: Int) -> FrequencyFigures {
        let covered = Int.random(in: 0...people, using: &random)
        let alleles = Int.random(in: 0...2 * covered, using: &random)
        return FrequencyFigures(
            alleleCount: Int.random(in: 0...alleles, using: &random), alleleNumber: alleles, heterozygous: 3, homozygous: 2,
            hemizygous: 1, carriers: Int.random(in: 0...covered, using: &random), covered: covered, people: people)
    }

    /// A reply in any state, the same for the same seed.
    static func random(_ region: RegionCode, _ asked: AskedQuestion, seed: UInt64) -> RegionReply {
        var random = SeededGenerator(seed: seed &* 31 &+ UInt64(region.number))
        switch Int.random(in: 0...6, using: &random) {
        case 0: return RegionReply(answer: .suppressed(region), decision: decision(), dataRelease: "r")
        case 1: return RegionReply(answer: .suppressed(region, band: 1...4), decision: decision(), dataRelease: "r")
        case 2:
            return RegionReply(
                answer: .refused(region, reason: LocalizedText(sv: "nej", en: "no")), decision: decision(.refused),
                dataRelease: nil)
        case 3: return RegionReply(answer: .late(region), decision: nil, dataRelease: nil)
        default:
            if case .frequency = asked.question.kind {
                let figures = figures(&random, people: 1000)
                return RegionReply(
                    answer: .answered(region, frequency: figures), decision: decision(.aggregate), dataRelease: "r")
            }
            return reply(region, count: Int.random(in: 0...100_000, using: &random))
        }
    }

    static func columns(_ region: RegionCode, _ count: Int, seed: UInt64) -> FigureColumns {
        var random = SeededGenerator(seed: seed &+ UInt64(region.number))
        var columns = FigureColumns()
        columns.people = 500
        for _ in 0..<count {
            switch Int.random(in: 0...3, using: &random) {
            case 0: columns.append(.suppressed(.few))
            case 1: columns.append(.band(1...4))
            default: columns.append(.exact(figures(&random, people: columns.people)))
            }
        }
        return columns
    }

    static func source(
        _ region: RegionCode, seed: UInt64 = 1,
        ask: (@Sendable (AskedQuestion) async throws -> RegionReply)? = nil
    ) -> RegionSource {
        RegionSource(
            region: region, ask: ask ?? { random(region, $0, seed: seed) },
            figures: { _, variants in
                RegionFigures(
                    answer: .answered(region), columns: columns(region, variants.count, seed: seed),
                    decision: decision(.aggregate), dataRelease: "r")
            },
            entries: { _, _ in
                RegionEntries(
                    answer: .answered(region, count: 1),
                    entries: [
                        .individual(
                            IndividualEntry(
                                identifier: "i-\(region)", region: region, sex: .female, birth: nil, homeRegion: nil,
                                diagnoses: [], phenotypes: [], treatments: []))
                    ], decision: decision(.record), dataRelease: "r")
            })
    }

    static func node(_ node: TestNode) throws -> RunningNode {
        RunningNode(
            name: node.name, partitions: [:],
            regulations: Regulations(law: LawBook(name: "none", purposes: [:], consents: [:]), hierarchies: CodeHierarchies([])),
            sources: [])
    }

    /// The routes of a node that knows these others.
    static func router(_ node: TestNode, knows others: [TestNode], _ sources: [RegionSource]) throws -> Router<APIContext> {
        let verifier = PeerSignatureVerifier(
            name: node.name, peers: others.map { KnownPeer(name: $0.name, key: $0.key.publicKey, regions: Set($0.regions)) },
            now: Timestamp.now)
        let router = Router(context: APIContext.self)
        PeerRoutes(node: try Self.node(node), verifier: verifier, version: "test", own: sources).add(to: router)
        return router
    }

    static func remote(
        _ asker: TestNode, _ clients: [PeerClient], _ change: (inout RemoteRegions.Settings) -> Void = { _ in }
    ) -> RemoteRegions {
        var settings = RemoteRegions.Settings()
        change(&settings)
        return RemoteRegions(
            clients: clients, signer: PeerSigner(name: asker.name, version: "test", key: asker.key, now: Timestamp.now),
            settings: settings, log: Loopback.log)
    }
}
