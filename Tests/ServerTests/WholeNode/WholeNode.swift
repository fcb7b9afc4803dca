import AccessModel
import ClinicalModel
import Foundation
import Operations
import Records
import Server
import Testing

/// Where a node of a test will be: its folder, port and public key, before it runs, so that others can be told of it.
struct NodePlace: Sendable {
    let name: String
    let region: RegionCode
    let folder: URL
    let port: Int
    let publicKey: String

    init(region: String) throws {
        self.region = try #require(RegionCode(region))
        name = "node-\(region)"
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("samsyn-whole-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        port = try RawConnection.freePort()
        publicKey = try NodeKeys.readOrMakePublicText(folder.appendingPathComponent("node.pem").path)
    }

    /// The configuration's file, with further lines.
    func configuration(_ lines: [String]) throws -> NodeConfiguration {
        let fixed = [
            "node: \(name)", "data: \(folder.path)/data", "regions: [\"\(region)\"]", "signing-key: \(folder.path)/node.pem",
            "development: {personas: \(APINode.root.path)/Examples/personas.yaml, issuer-key: \(folder.path)/issuer.pem}",
            "log-level: error",
        ]
        let listen = lines.contains { $0.hasPrefix("listen:") } ? [] : ["listen: 127.0.0.1:\(port)"]
        return try LoadNodeConfiguration.parse((fixed + listen + lines).joined(separator: "\n") + "\n", file: "node.yaml")
    }
}

/// A node as it is run: a configuration, an empty partition, sockets of this machine.
final class WholeNode: Sendable {
    static let resources = NodeResources(
        law: APINode.root.path + "/law/sweden.yaml", codes: APINode.root.path + "/codes", web: APINode.root.path + "/web",
        templates: APINode.root.path + "/templates")

    let configuration: NodeConfiguration
    let port: Int
    private let application: NodeApplication
    private let running: Task<Void, any Error>

    /// Starts it and waits until it takes connections.
    init(_ place: NodePlace, _ lines: [String] = []) async throws {
        configuration = try place.configuration(lines)
        port = place.port
        try await WholeNode.initialise(place, configuration)
        let application = try await buildNode(configuration, resources: WholeNode.resources, isDevelopment: true)
        self.application = application
        running = Task { try await application.run() }
        let port = port
        try await onThread {
            let deadline = ContinuousClock.now + .seconds(30)
            while true {
                if let connection = try? RawConnection(port: port) { return connection.close() }
                guard ContinuousClock.now < deadline else { throw RawConnection.Refused() }
                usleep(20_000)
            }
        }
    }

    private static func initialise(_ place: NodePlace, _ configuration: NodeConfiguration) async throws {
        let keys = "\(configuration.data)/keys"
        try FileManager.default.createDirectory(
            atPath: keys, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let key = RegionKey()
        let file = "\(keys)/\(place.region).key"
        let isMade = FileManager.default.createFile(
            atPath: file, contents: Data(key.hexadecimal.utf8), attributes: [.posixPermissions: 0o600])
        try #require(isMade)
        let layout = PartitionLayout(data: configuration.data, region: place.region)
        try FileManager.default.createDirectory(
            atPath: URL(fileURLWithPath: layout.directory).deletingLastPathComponent().path, withIntermediateDirectories: true)
        try await InitialisePartition(
            layout: layout, key: key, organisations: DemonstrationOrganisations.of(place.region)
        ).run(now: Timestamp.now())
    }

    /// Runs a node for as long as `work` takes.
    static func run(_ lines: [String] = [], _ work: (WholeNode) async throws -> Void) async throws {
        let place = try NodePlace(region: "24")
        defer { try? FileManager.default.removeItem(at: place.folder) }
        let node = try await WholeNode(place, lines)
        do { try await work(node) } catch {
            try? await node.stop()
            throw error
        }
        try await node.stop()
    }

    func beginStopping() async { await application.stop() }

    func stop() async throws {
        await application.stop()
        try await running.value
    }

    /// A bearer token of somebody at the region's laboratory.
    func token() throws -> String {
        try issueDevelopmentToken(configuration, persona: APINode.laboratory, purpose: .ownProviderComparison)
    }

    /// The head of a question about everybody, up to and without the line that tells the body's length.
    func questionHead(token: String?) -> String {
        "POST /api/v1/cohorts/count HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
            + "Samsyn-Purpose: own-provider-comparison\r\n" + (token.map { "Authorization: Bearer \($0)\r\n" } ?? "")
    }

    /// Whether it answers a request that is good, and how.
    func health(seconds: Double = 10) async throws -> RawAnswer {
        let port = port
        return try await onThread {
            let connection = try RawConnection(port: port)
            defer { connection.close() }
            connection.send("GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
            return connection.answer(seconds: seconds)
        }
    }
}
