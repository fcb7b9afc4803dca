import AccessModel
import ClinicalModel
import Foundation
import GenomeModel
import Hummingbird
import HummingbirdTesting
import Identification
import Operations
import Questions
import Records
import StructuredText
import Synchronization
import Testing
import WebUI

/// The web application of a node whose regions answer what a test says, and what they were asked.
final class VariantSite: Sendable {
    enum Says: Sendable {
        case carriers(Int)
        case suppressed, refused, late, unreachable
    }

    let site: Site
    let node: RunningNode
    private let log: Log

    final class Log: Sendable {
        private let asked = Mutex<[AskedQuestion]>([])
        func note(_ question: AskedQuestion) { asked.withLock { $0.append(question) } }
        var questions: [AskedQuestion] { asked.withLock { $0 } }
    }

    var questions: [AskedQuestion] { log.questions }

    static let genes: GeneLoci = {
        guard let contig = Contig(name: "17"), let first = Position(43_044_295), let last = Position(43_125_364),
            let interval = Interval(contig: contig, first: first, last: last)
        else { return .none }
        return GeneLoci([
            GeneLocus(
                symbol: "BRCA1", identifier: "HGNC:1100", interval: interval, ensembl: "ENSG00000012048", strand: .reverse,
                transcript: "NM_007294.4", name: "BRCA1 DNA repair associated")
        ])
    }()

    private static func decision(_ granularity: Granularity) -> Decision {
        let text = LocalizedText(sv: "skäl <i>", en: "reason <i>")
        return Decision(
            granularity: granularity, basis: LegalBasis(text: text, reference: "PDL 4 kap."), decides: text, decider: .provider,
            regime: "sweden", policy: "policy", recipient: .otherRegions, obligations: [.suppressBelow(5)], source: .everything,
            reasons: [Reason(isFor: granularity != .refused, .policy, text, "policy <u>")])
    }

    private static func figures(_ carriers: Int) -> FrequencyFigures {
        FrequencyFigures(
            alleleCount: carriers + 1, alleleNumber: 2000, heterozygous: carriers - 1, homozygous: 1, hemizygous: 0,
            carriers: carriers, covered: 1000, people: 1200)
    }

    /// `variants` are told of by each region that answers.
    init(_ says: [String: Says], variants: Int = 3) throws {
        let log = Log()
        self.log = log
        let sources = try says.map { name, says in
            let region = try #require(RegionCode(name))
            let contig = try #require(Contig(name: "17"))
            let told = (0..<variants).compactMap { number in
                Position(43_050_000 + number * 7).flatMap { position in
                    Variant(contig: contig, position: position, reference: "A", alternate: "G").map { variant in
                        Entry.variant(
                            VariantEntry(variant: variant, region: region, figures: VariantSite.figures(5 + number % 50)))
                    }
                }
            }
            return RegionSource(
                region: region,
                ask: { asked in
                    log.note(asked)
                    return switch says {
                    case .carriers(let count):
                        RegionReply(
                            answer: .answered(region, frequency: VariantSite.figures(count)),
                            decision: VariantSite.decision(.aggregate),
                            dataRelease: "batch 1 of 2026-11-21")
                    case .suppressed:
                        RegionReply(
                            answer: .suppressed(region, band: 1...4), decision: VariantSite.decision(.aggregate), dataRelease: "r"
                        )
                    case .refused:
                        RegionReply(
                            answer: .refused(region, reason: LocalizedText(sv: "nej <b>", en: "no <b>")),
                            decision: VariantSite.decision(.refused), dataRelease: nil)
                    case .late: RegionReply(answer: .late(region), decision: nil, dataRelease: nil)
                    case .unreachable: RegionReply(answer: .unreachable(region), decision: nil, dataRelease: nil)
                    }
                }, figures: { _, _ in throw CancellationError() },
                entries: { asked, page in
                    log.note(asked)
                    guard case .carriers = says else {
                        return RegionEntries(
                            answer: .refused(region, reason: LocalizedText(sv: "nej", en: "no")), entries: [],
                            decision: VariantSite.decision(.refused), dataRelease: nil)
                    }
                    return RegionEntries(
                        answer: .answered(region, count: told.count),
                        entries: Array(told.dropFirst(page.skip).prefix(page.limit)), decision: VariantSite.decision(.aggregate),
                        dataRelease: "r")
                })
        }
        node = RunningNode(
            name: "node-test", partitions: [:],
            regulations: Regulations(
                law: try LoadLaw.read(TestSite.root.appendingPathComponent("law/sweden.yaml").path),
                hierarchies: CodeHierarchies([])),
            sources: sources, releases: try ReleaseDatabase(inMemory: ()), genes: VariantSite.genes, isDevelopment: true,
            now: { PageClock.noon })
        let personas = try LoadPersonas.read(TestSite.root.appendingPathComponent("Examples/personas.yaml").path)
        let permission = try #require(DevelopmentPermission(address: "127.0.0.1", isDevelopment: true))
        let issuer = DevelopmentIssuer(permission, personas: personas, now: { PageClock.noon })
        let authorization = DevelopmentAuthorization(issuer, now: { PageClock.noon })
        let tokens = TokenVerifier(issuers: [], development: issuer, now: { PageClock.noon }) { _ in [] }
        site = Site(
            node: node, templates: try TestSite.templates.get(), assets: try TestSite.assets.get(),
            sessions: SessionStore(now: { PageClock.noon }),
            signIn: SignIn(
                providers: [authorization.provider(title: "Samsyn", endpoint: SiteURL.developmentAuthorization.path)],
                tokens: tokens, now: { PageClock.noon }), development: authorization, version: "test", isSecure: false,
            apiDescription: ["openapi": "3.1.0", "paths": [:]])
    }

    /// Runs the application for a geneticist in Skåne, or whoever is named, as long as `work` takes.
    func test(
        as persona: String = "genetiker-skane", _ purpose: Purpose = .ownPatientCare,
        _ work: @Sendable (TestBrowser) async throws -> Void
    ) async throws {
        try await Application(router: buildPages(site)).test(.router) { client in
            let browser = TestBrowser(client)
            try await browser.signIn(as: persona, purpose)
            try await work(browser)
        }
    }
}
