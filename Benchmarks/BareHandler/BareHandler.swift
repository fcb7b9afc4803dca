import AccessModel
import ClinicalModel
import Foundation
import GenomeModel
import HTTPAPI
import Hummingbird
import Identification
import Operations
import Questions
import Server
import StructuredText

/// What a Beacon count costs without us: the same framework, a token that is verified, the same shapes decoded and encoded, and a constant for
/// an answer. Nothing is decided, computed or logged. `Benchmarks/network` holds a node against it.
///
///     samsyn-bare-handler CONFIGURATION PORT
@main
struct BareHandler {
    static func main() async throws {
        guard CommandLine.arguments.count == 3, let port = Int(CommandLine.arguments[2]) else {
            FileHandle.standardError.write(Data("usage: samsyn-bare-handler CONFIGURATION PORT\n".utf8))
            exit(64)
        }
        let configuration = try LoadNodeConfiguration.read(CommandLine.arguments[1])
        let issuer = try developmentIssuer(configuration, isDevelopment: true)
        let tokens = TokenVerifier(issuers: [], development: issuer, now: Timestamp.now) { _ in [] }
        let decision = Decision(
            granularity: .count, basis: LegalBasis(text: LocalizedText(sv: "Ingen", en: "None"), reference: "-"),
            decides: LocalizedText(sv: "Ingen", en: "Nobody"), decider: .provider, regime: "none", policy: "none",
            recipient: .ownProvider, obligations: [], source: .everything, reasons: [])
        let sources = configuration.regions.map { region in
            let answer = RegionReply(answer: .answered(region, count: 42), decision: decision, dataRelease: "1")
            return RegionSource(
                region: region, ask: { _ in answer }, figures: { _, _ in throw CancellationError() },
                entries: { _, _ in throw CancellationError() })
        }
        let node = RunningNode(
            name: configuration.name, partitions: [:],
            regulations: Regulations(law: LawBook(name: "none", purposes: [:], consents: [:]), hierarchies: CodeHierarchies()),
            sources: sources)
        let router = Router(context: APIContext.self)
        BeaconRoutes(node: node, tokens: tokens, genes: GeneLoci([])).add(to: router)
        let application = Application(
            router: router, configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port)))
        try await application.runService()
    }
}
