import AccessModel
import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import Operations
import Records
import Server
import StructuredText
import Testing

@Suite("TLS of a whole node", .enabled(if: TestAuthority.openssl != nil, "openssl is not here"))
struct TLSTests {
    /// Another node as a configuration names it.
    private static func peer(
        _ place: NodePlace, authority: TestAuthority?, shows: (certificate: String, key: String)? = nil
    ) -> String {
        var fields = [
            "name: \(place.name)", "address: \"https://127.0.0.1:\(place.port)\"", "public-key: \"\(place.publicKey)\"",
            "regions: [\"\(place.region)\"]",
        ]
        if let authority { fields.append("authority: \(authority.certificate)") }
        if let shows { fields.append("client-certificate: \(shows.certificate), client-key: \(shows.key)") }
        return "peers: [{\(fields.joined(separator: ", "))}]"
    }

    private static func tls(_ shown: (certificate: String, key: String), clients: TestAuthority? = nil) -> String {
        "tls: {certificate: \(shown.certificate), key: \(shown.key)"
            + (clients.map { ", client-authority: \($0.certificate)" } ?? "") + "}"
    }

    /// A request as a node with this configuration makes it to its first peer.
    private static func ask(
        _ configuration: NodeConfiguration, _ path: String, token: String? = nil, body: String? = nil
    ) async throws -> (status: Int, json: JSONValue) {
        let peer = try #require(configuration.peers.first)
        var settings = HTTPClient.Configuration()
        settings.tlsConfiguration = try NodeCertificates.clientConfiguration(peer)
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: settings)
        var request = HTTPClientRequest(url: peer.address + path)
        if let token {
            request.headers.add(name: "Authorization", value: "Bearer \(token)")
            request.headers.add(name: "Samsyn-Purpose", value: "own-provider-comparison")
            request.headers.add(name: "Samsyn-Scope", value: "nation")
        }
        if let body {
            request.method = .POST
            request.headers.add(name: "Content-Type", value: "application/json")
            request.body = .bytes(ByteBuffer(string: body))
        }
        do {
            let response = try await client.execute(request, timeout: .seconds(20))
            let bytes = Array(buffer: try await response.body.collect(upTo: 1 << 20))
            try await client.shutdown()
            return (Int(response.status.code), try JSONReader.read(bytes))
        } catch {
            try await client.shutdown()
            throw error
        }
    }

    @Test("It answers over TLS; a client of another authority, without TLS or without a word gets nothing")
    func https() async throws {
        let place = try NodePlace(region: "24")
        defer { try? FileManager.default.removeItem(at: place.folder) }
        let authority = try await TestAuthority(in: place.folder)
        let other = try await TestAuthority(in: place.folder)
        let shown = try await authority.certify("server")
        let client = try NodePlace(region: "12")
        defer { try? FileManager.default.removeItem(at: client.folder) }
        let node = try await WholeNode(place, [TLSTests.tls(shown), "limits: {idle-seconds: 2}"])
        let trusting = try client.configuration([TLSTests.peer(place, authority: authority)])
        #expect(try await TLSTests.ask(trusting, "/health").status == 200)
        let wary = try client.configuration([TLSTests.peer(place, authority: other)])
        await #expect(throws: (any Error).self) { try await TLSTests.ask(wary, "/health") }
        #expect(try await node.health().status == 0)
        let port = node.port
        let silent = try await onThread {
            let connection = try RawConnection(port: port)
            defer { connection.close() }
            return connection.answer(seconds: 15, untilClosed: true)
        }
        #expect(silent.isClosed)
        try await node.stop()
    }

    @Test("Where an authority for clients is named, whoever has no certificate of it is refused")
    func mutual() async throws {
        let place = try NodePlace(region: "24")
        let client = try NodePlace(region: "12")
        defer { for place in [place, client] { try? FileManager.default.removeItem(at: place.folder) } }
        let authority = try await TestAuthority(in: place.folder)
        let other = try await TestAuthority(in: place.folder)
        let node = try await WholeNode(place, [TLSTests.tls(try await authority.certify("server"), clients: authority)])
        let without = try client.configuration([TLSTests.peer(place, authority: authority)])
        await #expect(throws: (any Error).self) { try await TLSTests.ask(without, "/health") }
        let foreign = try client.configuration([
            TLSTests.peer(place, authority: authority, shows: try await other.certify("client"))
        ])
        await #expect(throws: (any Error).self) { try await TLSTests.ask(foreign, "/health") }
        let with = try client.configuration([
            TLSTests.peer(place, authority: authority, shows: try await authority.certify("client"))
        ])
        #expect(try await TLSTests.ask(with, "/health").status == 200)
        try await node.stop()
    }

    /// Two nodes that know each other over mutual TLS; what the second region's state is in an answer of the first, and whether the second
    /// wrote it into its ledger. `mistrusts`: the first holds the second against an authority that did not certify it.
    private static func askTogether(mistrusts: Bool) async throws -> (state: String?, isLogged: Bool) {
        let (here, there) = (try NodePlace(region: "24"), try NodePlace(region: "12"))
        defer { for place in [here, there] { try? FileManager.default.removeItem(at: place.folder) } }
        let authority = try await TestAuthority(in: here.folder)
        let other = try await TestAuthority(in: here.folder)
        let (first, second) = (try await authority.certify("first"), try await authority.certify("second"))
        let far = try await WholeNode(
            there, [TLSTests.tls(second, clients: authority), TLSTests.peer(here, authority: authority, shows: second)])
        let near = try await WholeNode(
            here,
            [
                TLSTests.tls(first, clients: authority),
                TLSTests.peer(there, authority: mistrusts ? other : authority, shows: first),
            ])
        // The second's view of the first is how a client reaches it.
        let answer = try await TLSTests.ask(
            far.configuration, "/api/v1/cohorts/count", token: try near.token(), body: "{\"question\": \"all\"}")
        #expect(answer.status == 200)
        let region = answer.json["regions"]?.array?.first { $0["region"]?.string == "12" }
        if mistrusts { #expect(region?["count"]?.integer == nil) }
        let partition = try await OpenPartitions(configuration: far.configuration).open(there.region)
        let isLogged = try partition.ledger.events(.init(act: .question)).contains { $0.event.process.contains("via node-24") }
        try await near.stop()
        try await far.stop()
        return (region?["state"]?.string, isLogged)
    }

    @Test("A question to one node is answered by the other's partition over mutual TLS, and stands in its ledger")
    func together() async throws {
        let asked = try await TLSTests.askTogether(mistrusts: false)
        // Another provider's staff may not compare with it: the second node's own decision.
        #expect(asked.state == "refused")
        #expect(asked.isLogged)
    }

    @Test("A node whose certificate is of another authority is unreachable: nothing is asked of it")
    func mistrusted() async throws {
        let asked = try await TLSTests.askTogether(mistrusts: true)
        #expect(asked.state == "unreachable")
        #expect(!asked.isLogged)
    }
}

@Suite("What a node does not start with")
struct RefusedConfigurationTests {
    @Test(
        "Plain HTTP on an address that others reach",
        arguments: ["0.0.0.0:8424", "10.0.0.1:8424", "[::]:8424", "node.example:8424"])
    func plain(address: String) throws {
        let place = try NodePlace(region: "24")
        defer { try? FileManager.default.removeItem(at: place.folder) }
        #expect(throws: AccessFileError.self) { try place.configuration(["listen: \"\(address)\""]) }
    }

    @Test("The development issuer on an address that others reach")
    func development() async throws {
        let place = try NodePlace(region: "24")
        defer { try? FileManager.default.removeItem(at: place.folder) }
        let lines = ["listen: 0.0.0.0:\(place.port)", "tls: {certificate: server.pem, key: server.key}"]
        // Alone it lets nobody in, which the file's reader finds; beside a provider it is refused at the start.
        #expect(throws: AccessFileError.self) { try place.configuration(lines) }
        let provider = """
            identity-providers:
              - issuer: https://idp.example
                audience: [samsyn]
                keys: https://idp.example/keys
                care: {providers: {SE2321000222-A1B2: {organisation: SE24-NUS, region: "24"}}}
            """
        let configuration = try place.configuration(lines + [provider])
        let error = await #expect(throws: ServerError.self) {
            _ = try await buildNode(configuration, resources: WholeNode.resources, isDevelopment: true)
        }
        #expect(error?.code == .developmentNotAllowed)
    }
}
