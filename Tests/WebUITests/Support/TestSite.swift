import AccessModel
import ClinicalModel
import Foundation
import Hummingbird
import HummingbirdTesting
import Identification
import Operations
import Records
import StructuredText
import Synchronization
import Testing
import WebUI

/// A clock that stands still until it is told otherwise.
final class PageClock: Sendable {
    /// 21 November 2026, in the middle of the day.
    static let noon = Timestamp(milliseconds: 20_778 * 86_400_000 + 43_200_000)
    private let moment = Mutex(PageClock.noon)

    var now: Timestamp { moment.withLock { $0 } }

    func advance(seconds: Int) { moment.withLock { $0 = Timestamp(milliseconds: $0.milliseconds + seconds * 1000) } }
}

/// The web application of a node that holds one empty partition, with the people of the examples.
final class TestSite: Sendable {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    let folder: URL
    let clock = PageClock()
    let partition: Partition
    let node: RunningNode
    let site: Site

    private static let regulations = Result {
        Regulations(
            law: try LoadLaw.read(root.appendingPathComponent("law/sweden.yaml").path),
            hierarchies: try LoadCodes(directory: root.appendingPathComponent("codes").path).run())
    }
    static let templates = Result { try PageTemplates(folder: root.appendingPathComponent("web/templates").path) }
    static let assets = Result { try PageAssets(folder: root.appendingPathComponent("web/assets").path) }

    /// `change` is made to the people of the examples first; with `keepsKnowledge` the node has a store of knowledge, empty.
    init(
        region: String = "24", peers: [PeerState] = [], isSecure: Bool = false, keepsKnowledge: Bool = false,
        change: ([String: Actor]) -> [String: Actor] = { $0 }
    ) async throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("samsyn-pages-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let code = try #require(RegionCode(region))
        let layout = PartitionLayout(data: folder.path, region: code)
        let key = RegionKey()
        try await InitialisePartition(layout: layout, key: key, organisations: DemonstrationOrganisations.of(code))
            .run(now: PageClock.noon)
        let clock = clock
        partition = try await Partition.open(layout, key: key, now: { clock.now })
        let regulations = try TestSite.regulations.get()
        node = RunningNode(
            name: "node-\(region)", partitions: [code: partition], regulations: regulations,
            sources: [.partition(partition, regulations)], enquiries: try EnquiryDatabase(inMemory: ()),
            knowledge: keepsKnowledge
                ? try OpenKnowledge(
                    state: NodeState(node: "node-\(region)", data: folder.path),
                    codes: TestSite.root.appendingPathComponent("codes").path, hierarchies: regulations.hierarchies,
                    citing: [CitingRegion(partition)]
                ).run() : nil,
            templates: keepsKnowledge
                ? try LoadTemplates(directory: TestSite.root.appendingPathComponent("templates").path).run() : [],
            peers: { peers },
            isDevelopment: true, now: { clock.now })
        let personas = change(try LoadPersonas.read(TestSite.root.appendingPathComponent("Examples/personas.yaml").path))
        let permission = try #require(DevelopmentPermission(address: "127.0.0.1", isDevelopment: true))
        let issuer = DevelopmentIssuer(permission, personas: personas, now: { clock.now })
        let authorization = DevelopmentAuthorization(issuer, now: { clock.now })
        let tokens = TokenVerifier(issuers: [], development: issuer, now: { clock.now }) { _ in [] }
        site = Site(
            node: node, templates: try TestSite.templates.get(), assets: try TestSite.assets.get(),
            sessions: SessionStore(now: { clock.now }),
            signIn: SignIn(
                providers: [authorization.provider(title: "Samsyn", endpoint: SiteURL.developmentAuthorization.path)],
                tokens: tokens, now: { clock.now }), development: authorization, version: "test", isSecure: isSecure,
            apiDescription: ["openapi": "3.1.0", "paths": [:]])
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Runs the application's router for as long as `work` takes.
    func test(_ work: @Sendable (any TestClientProtocol) async throws -> Void) async throws {
        try await Application(router: buildPages(site)).test(.router, work)
    }
}
