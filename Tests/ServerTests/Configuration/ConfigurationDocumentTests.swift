import Foundation
import Identification
import Operations
import Server
import Testing

@Suite("What is written about a node's configuration is what the program reads")
struct ConfigurationDocumentTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    /// The rows of the table of keys: the key, and the words between backticks in what is said of it.
    private static func documented() throws -> [String: Set<String>] {
        let page = try text("docs/operations/node.md")
        let section = try #require(page.split(separator: "## The file").last?.split(separator: "## ").first)
        var rows: [String: Set<String>] = [:]
        for match in section.matches(of: /(?m)^\| `([a-z-]+)` \| (.*) \|$/) {
            rows[String(match.output.1)] = Set(match.output.2.matches(of: /`([^`]+)`/).map { String($0.output.1) })
        }
        return rows
    }

    /// The keys that the reader knows at a place, as it says them itself when it meets another.
    private static func known(_ old: String, _ new: String) throws -> Set<String> {
        let text = ConfigurationFault.sound.replacing(old, with: new, maxReplacements: 1)
        let error = #expect(throws: AccessFileError.self) { try LoadNodeConfiguration.parse(text, file: "node.yaml") }
        guard case .unknownKey("strange", let known) = try #require(error).code else {
            Issue.record("another fault: \(String(describing: error))")
            return []
        }
        return Set(known)
    }

    @Test("Every key of the file has its row, and every row is a key")
    func keys() throws {
        #expect(try Set(Self.documented().keys) == Self.known("data: data", "strange: 1"))
    }

    @Test(
        "The keys inside a key are named in its row",
        arguments: [
            ("tls", "data: data", "data: data\ntls: {strange: 1}"),
            ("peers", "- {name: node-12", "- {strange: 1, name: node-12"),
            ("development", "{personas:", "{strange: 1, personas:"),
            ("limits", "{patience-ms:", "{strange: 1, patience-ms:"),
        ])
    func inner(_ key: String, _ old: String, _ new: String) throws {
        let named = try #require(try Self.documented()[key])
        let known = try Self.known(old, new)
        #expect(!known.isEmpty && known.subtracting(named).isEmpty, "not documented: \(known.subtracting(named))")
    }

    @Test("The limits that the page gives are those of a node that is told none")
    func limits() throws {
        let page = try Self.text("docs/operations/node.md")
        let row = try #require(page.split(separator: "\n").first { $0.hasPrefix("| `limits`") })
        let limits = NodeConfiguration.Limits()
        let spelled = [
            ("patience-ms", limits.patience), ("connections", limits.connections), ("idle-seconds", limits.idle),
            ("body-mib", limits.bodyMebibytes), ("upload-mib", limits.uploadMebibytes), ("annotations", limits.annotations),
            ("peer-failures", limits.failures), ("peer-rest-seconds", limits.rest),
        ]
        for (name, value) in spelled {
            let part = try #require(row.split(separator: "`\(name)`").last?.prefix { $0 != ")" }, "\(name)")
            let digits = part.split { !$0.isNumber && $0 != "," }.last { $0.contains(where: \.isNumber) }
            #expect(digits.map { $0.filter(\.isNumber) } == String(value), "\(name)")
        }
    }

    @Test("The example in deploy/ can be read")
    func example() throws {
        let path = Self.root.appendingPathComponent("deploy/node.yaml").path
        let configuration = try LoadNodeConfiguration.read(path)
        #expect(configuration.name == "node-24" && configuration.tls != nil && configuration.providers.count == 1)
        #expect(configuration.limits == NodeConfiguration.Limits())
        let login = try #require(configuration.logins.first)
        #expect(login.issuer == configuration.providers.first?.url && login.client == "samsyn-web" && login.endpoints == nil)
        #expect(login.scopes == ["openid", "profile"] && login.secretFile?.hasSuffix("/keys/siths-secret") == true)
        #expect(configuration.metrics?.isLoopback == true)
    }

    @Test("A national entry, as the demonstration writes it, holds nothing and asks others")
    func national() throws {
        let text = """
            node: national
            data: data
            listen: 127.0.0.1:8400
            metrics: 127.0.0.1:8430
            signing-key: data/keys/national.pem
            peers:
              - {name: node-24, address: "http://127.0.0.1:8424", public-key: "\(ConfigurationFault.key)", regions: ["24"]}
              - {name: other, address: "http://127.0.0.1:8425", public-key: "\(ConfigurationFault.key)", regions: [], vouches-for: everyone}
            development: {personas: data/personas.yaml, issuer-key: data/keys/development-issuer.pem}
            limits: {patience-ms: 2000, peer-failures: 3, peer-rest-seconds: 2}
            """
        let configuration = try LoadNodeConfiguration.parse(text, file: "national.yaml", folder: "demo")
        #expect(configuration.regions.isEmpty && configuration.data == "demo/data")
        #expect(configuration.peers.map(\.vouchesForEveryone) == [false, true])
        #expect(configuration.limits.failures == 3 && configuration.limits.rest == 2)
    }
}
