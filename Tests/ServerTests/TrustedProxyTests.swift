import Foundation
import HTTPAPI
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import StructuredText
import Testing

@Suite("Whoever stands in front of a node")
struct TrustedProxyTests {
    private static func entrance(_ proxies: [String], onlyProxies: Bool = true) throws -> Entrance {
        var entrance = Entrance()
        entrance.proxies = try proxies.map { try #require(NetworkRange($0)) }
        entrance.isForProxiesOnly = onlyProxies
        return entrance
    }

    private static func address(_ text: String) throws -> SocketAddress { try SocketAddress(ipAddress: text, port: 4711) }

    private static func fields(_ pairs: [(String, String)]) throws -> HTTPFields {
        var fields = HTTPFields()
        for (name, value) in pairs { fields.append(HTTPField(name: try #require(HTTPField.Name(name)), value: value)) }
        return fields
    }

    @Test(
        "An address lies in a range by its first bits",
        arguments: [
            ("10.0.0.7", "10.0.0.7", true), ("10.0.0.7", "10.0.0.8", false), ("10.0.0.0/24", "10.0.0.255", true),
            ("10.0.0.0/24", "10.0.1.0", false), ("10.0.0.0/23", "10.0.1.9", true), ("10.1.2.128/25", "10.1.2.127", false),
            ("10.0.0.7", "::ffff:10.0.0.7", true), ("::ffff:10.0.0.7", "10.0.0.7", true), ("fd00::/8", "fd12:3456::1", true),
            ("fd00::/8", "fe80::1", false), ("::1", "::1", true), ("::1", "127.0.0.1", false), ("0.0.0.0/0", "::1", false),
            ("2001:db8::", "2001:db8:0:0:0:0:0:0", true), ("2001:db8::/32", "2001:db8:ffff::1", true),
            ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2:3:4:5:6", true), ("::", "::", true),
            ("64:ff9b::10.0.0.7", "64:ff9b::a00:7", true),
        ])
    func ranges(_ range: String, _ address: String, _ isIn: Bool) throws {
        #expect(try #require(NetworkRange(range)).contains(try Self.address(address)) == isIn)
    }

    @Test(
        "What is no address is no range",
        arguments: [
            "", "proxy.example", "10.0.0", "10.0.0.256", "10.0.0.7/33", "10.0.0.7/", "10.0.0.7/24", "10.0.0.0/-1", "::1/129",
            "010.0.0.7", "10.0.0.7.1", "1::2::3", ":::", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7::8", "12345::",
            "g::", "::+1", "10.0.0.7::",
        ])
    func noRange(_ text: String) { #expect(NetworkRange(text) == nil) }

    @Test("A node of plain HTTP admits its proxies and its own machine, and nobody else; any other admits everybody")
    func admission() throws {
        let only = try Self.entrance(["10.0.0.7"])
        for (address, isAdmitted) in [
            ("10.0.0.7", true), ("127.0.0.1", true), ("::1", true), ("10.0.0.8", false), ("192.0.2.1", false),
        ] {
            #expect(only.admits(try Self.address(address)) == isAdmitted, "\(address)")
        }
        #expect(!only.admits(nil), "one that cannot be told is nobody's")
        let open = try Self.entrance(["10.0.0.7"], onlyProxies: false)
        #expect(try open.admits(Self.address("192.0.2.1")) && open.admits(nil))
    }

    @Test("Scheme and host are taken from a proxy, of several the nearest, and never from anybody else")
    func forwarding() throws {
        let entrance = try Self.entrance(["10.0.0.7"])
        func origin(_ pairs: [(String, String)], from address: String = "10.0.0.7") throws -> String {
            entrance.origin(of: try Self.fields(pairs), authority: "inner:8424", from: try Self.address(address)).text
        }
        #expect(try origin([]) == "https://inner:8424")
        #expect(try origin([("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "a.example")]) == "https://a.example")
        #expect(try origin([("X-Forwarded-Proto", "http")]) == "http://inner:8424")
        #expect(try origin([("Forwarded", "for=1.2.3.4;proto=https;host=\"b.example:444\"")]) == "https://b.example:444")
        #expect(
            try origin([("Forwarded", "proto=http;host=evil.example, proto=https;host=b.example")]) == "https://b.example",
            "the first was written by the client")
        #expect(try origin([("X-Forwarded-Host", "evil.example"), ("X-Forwarded-Host", "b.example")]) == "https://b.example")
        #expect(try origin([("X-Forwarded-Host", "a/../b?<script>"), ("X-Forwarded-Proto", "gopher")]) == "https://inner:8424")
        let said = [("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "evil.example"), ("Forwarded", "host=evil.example")]
        #expect(try origin(said, from: "127.0.0.1") == "http://inner:8424")
        #expect(try origin(said, from: "10.0.0.8") == "http://inner:8424")
        var encrypted = Entrance()
        encrypted.isEncrypted = true
        #expect(encrypted.origin(of: try Self.fields(said), authority: nil, from: nil).text == "https://localhost")
    }

    @Test("A request past the proxies is refused before anything else is looked at, with what to do instead")
    func refused() async throws {
        let node = try await APINode()
        // A request of the router's own test comes from nowhere.
        try await node.application(entrance: try Self.entrance(["10.0.0.7"])).test(.router) { client in
            for path in ["/health", "/api/v1/me", "/beacon/info", "/nowhere"] {
                let answer = try await client.ask(.get, path, as: nil, purpose: nil)
                #expect((answer.status, answer.problem) == (403, "not-through-proxy"), "\(path)")
                #expect(try answer.json["detail"]?.string?.contains("https://") == true)
            }
        }
    }

    @Test("Only who came over TLS, the node's own or a trusted proxy's, is told to come that way from now on")
    func strictTransport() async throws {
        let node = try await APINode()
        func field(_ entrance: Entrance, _ headers: [String: String] = [:], live: Bool = false) async throws -> String? {
            try await node.application(entrance: entrance).test(live ? .live : .router) { client in
                // A problem carries what every answer does.
                let answer = try await client.ask(.get, "/nowhere", as: nil, purpose: nil, headers)
                #expect(answer.status == 404)
                return answer.headers[.strictTransportSecurity]
            }
        }
        let https = ["X-Forwarded-Proto": "https"]
        #expect(try await field(Entrance()) == nil)
        #expect(try await field(Entrance(), https) == nil, "plain HTTP, whatever the client says")
        var encrypted = Entrance()
        encrypted.isEncrypted = true
        #expect(try await field(encrypted) == "max-age=31536000")
        let trusted = try Self.entrance(["127.0.0.1"], onlyProxies: false)
        #expect(try await field(trusted, https, live: true) == "max-age=31536000")
        #expect(try await field(trusted, ["X-Forwarded-Proto": "http"], live: true) == nil)
        #expect(try await field(trusted, live: true) == nil)
        #expect(try await field(try Self.entrance(["10.0.0.7"], onlyProxies: false), https, live: true) == nil)
    }

    @Test("The addresses in a Beacon's answers are those that the client knows", arguments: [true, false])
    func addresses(_ isTrusted: Bool) async throws {
        let node = try await APINode()
        let entrance = try Self.entrance([isTrusted ? "127.0.0.1" : "10.0.0.7"], onlyProxies: false)
        try await node.application(entrance: entrance).test(.live) { client in
            let answer = try await client.ask(
                .get, "/beacon/map", as: nil, purpose: nil,
                ["X-Forwarded-Proto": "https", "X-Forwarded-Host": "samsyn.example"])
            let text = String(decoding: answer.bytes, as: UTF8.self)
            #expect(answer.status == 200)
            #expect(text.contains("https://samsyn.example/beacon") == isTrusted)
            #expect(text.contains("http://localhost") != isTrusted, "\(text.prefix(300))")
        }
    }
}
