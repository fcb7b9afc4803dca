import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import Testing

/// A browser, a node and an identity provider, each behind a socket of its own.
@Suite("Signing in at an identity provider outside the node", .serialized, .timeLimit(.minutes(2)))
struct OutsideProviderTests {
    /// What a browser keeps between requests, and follows by hand.
    private struct Browser {
        let client: HTTPClient
        var cookies: [String: String] = [:]

        mutating func get(_ address: String, accept: String = "text/html") async throws -> (HTTPClientResponse, String) {
            var request = HTTPClientRequest(url: address)
            request.headers.add(name: "Accept", value: accept)
            if !cookies.isEmpty {
                request.headers.add(name: "Cookie", value: cookies.map { "\($0)=\($1)" }.sorted().joined(separator: "; "))
            }
            let response = try await client.execute(request, timeout: .seconds(20))
            for cookie in response.headers["Set-Cookie"] {
                let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1).map(String.init)
                if pair.count == 2 { cookies[pair[0]] = pair[1] } else if let name = pair.first { cookies[name] = nil }
            }
            return (response, String(buffer: try await response.body.collect(upTo: 1 << 20)))
        }
    }

    /// Runs the provider and a node that lets its people in.
    private func run(
        _ fault: OutsideProvider.Fault = .none, _ work: (WholeNode, OutsideProvider, HTTPClient) async throws -> Void
    ) async throws {
        let place = try NodePlace(region: "24")
        defer { try? FileManager.default.removeItem(at: place.folder) }
        let secret = place.folder.appendingPathComponent("secret").path
        try #require(
            FileManager.default.createFile(
                atPath: secret, contents: Data(OutsideProvider.secret.utf8), attributes: [.posixPermissions: 0o600]))
        let provider = OutsideProvider(port: try RawConnection.freePort(), fault: fault)
        let running = Task { try await provider.run() }
        defer { running.cancel() }
        let node = try await WholeNode(place, provider.configuration(secretFile: secret))
        let client = HTTPClient(
            eventLoopGroupProvider: .singleton, configuration: .init(redirectConfiguration: .disallow))
        do {
            try await work(node, provider, client)
        } catch {
            try? await client.shutdown()
            try? await node.stop()
            throw error
        }
        try await client.shutdown()
        try await node.stop()
    }

    /// From the button to where the provider sends the browser back to.
    private func signIn(_ browser: inout Browser, at node: WholeNode) async throws -> String {
        let base = "http://127.0.0.1:\(node.port)"
        let (login, page) = try await browser.get(base + "/login")
        #expect(login.status == .ok && page.contains("SITHS"))
        let (away, _) = try await browser.get(base + "/login/with?provider=siths&next=/network")
        #expect(away.status == .seeOther || away.status == .found)
        let (back, _) = try await browser.get(try #require(away.headers.first(name: "Location")))
        #expect(back.status == .found)
        return try #require(back.headers.first(name: "Location"))
    }

    @Test("Endpoints and keys are found, the code is redeemed with secret and proof, and the person is in with their commission")
    func whole() async throws {
        try await run { node, provider, client in
            var browser = Browser(client: client)
            let callback = try await signIn(&browser, at: node)
            #expect(callback.hasPrefix("http://127.0.0.1:\(node.port)/login/return?"))
            let (entered, _) = try await browser.get(callback)
            #expect(entered.status == .seeOther || entered.status == .found)
            // Four purposes in the commission: the person chooses one before anything is shown.
            let purpose = try #require(entered.headers.first(name: "Location"))
            #expect(purpose.hasPrefix("/purpose"))
            let (chosen, text) = try await browser.get("http://127.0.0.1:\(node.port)\(purpose)")
            #expect(chosen.status == .ok)
            #expect(text.contains("Karin Utifrån") && text.contains("own-patient-care"), "\(text.prefix(2000))")
            let expected = ["/realms/vard/.well-known/openid-configuration", "/realms/vard/auth", "/realms/vard/token"]
            #expect(provider.paths.filter { !$0.hasSuffix("/certs") }.uniqued() == expected)
            #expect(provider.paths.contains("/realms/vard/certs"))
            // The same answer again is no second way in.
            var thief = Browser(client: client)
            let (again, _) = try await thief.get(callback)
            #expect(again.status.code >= 400 && thief.cookies.keys.allSatisfy { !$0.contains("session") })
        }
    }

    @Test(
        "A token under another key, for another sign-in, for another client, and a refused code let nobody in",
        arguments: [
            OutsideProvider.Fault.foreignKey, .otherNonce, .otherAudience, .tokenRefused,
        ])
    func refused(_ fault: OutsideProvider.Fault) async throws {
        try await run(fault) { node, _, client in
            var browser = Browser(client: client)
            let callback = try await signIn(&browser, at: node)
            let (answer, page) = try await browser.get(callback)
            #expect((400...599).contains(answer.status.code))
            #expect(page.contains("<h1"), "a page says why")
            let (purpose, _) = try await browser.get("http://127.0.0.1:\(node.port)/purpose")
            #expect(purpose.headers.first(name: "Location")?.hasPrefix("/login") == true, "nobody is signed in")
        }
    }

    @Test("A provider that is away gives a page that says so, and the node goes on")
    func away() async throws {
        let place = try NodePlace(region: "24")
        defer { try? FileManager.default.removeItem(at: place.folder) }
        let provider = OutsideProvider(port: try RawConnection.freePort())
        let secret = place.folder.appendingPathComponent("secret").path
        try #require(
            FileManager.default.createFile(
                atPath: secret, contents: Data("s".utf8), attributes: [.posixPermissions: 0o600]))
        let node = try await WholeNode(place, provider.configuration(secretFile: secret))
        let client = HTTPClient(eventLoopGroupProvider: .singleton)
        var browser = Browser(client: client)
        let (answer, page) = try await browser.get("http://127.0.0.1:\(node.port)/login/with?provider=siths")
        #expect(answer.status.code >= 500 && page.contains("<h1"))
        #expect(try await node.health().status == 200)
        try await client.shutdown()
        try await node.stop()
    }
}

extension Sequence where Element: Hashable {
    fileprivate func uniqued() -> [Element] {
        var seen = Set<Element>()
        return filter { seen.insert($0).inserted }
    }
}
