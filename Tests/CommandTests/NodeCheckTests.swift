import Foundation
import Testing

@Suite("A configuration is tested without starting the node")
struct NodeCheckTests {
    private static let peer =
        "{name: node-12, address: \"http://127.0.0.1:1\", public-key: \"ed25519:11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\", regions: [\"12\"]"

    /// The line about something, without the state before it.
    private func line(_ result: Program.Result, _ subject: String, _ state: String) -> String? {
        result.output.split(separator: "\n").first {
            $0.hasPrefix(state.padding(toLength: 9, withPad: " ", startingAt: 0) + subject)
        }
        .map(String.init)
    }

    @Test("A sound one ends with 0, one line for each thing")
    func sound() throws {
        let node = try NodeFolder()
        defer { node.remove() }
        let result = try node.check()
        #expect(result.status == 0 && result.errors.isEmpty, "\(result)")
        for subject in [
            "law", "codes", "web", "templates", "documents", "knowledge", "partition 24", "signing key", "development", "listen",
            "metrics",
        ] {
            #expect(result.output.contains(" \(subject): "), "\(subject)")
        }
        #expect(!result.output.contains("fault"))
        #expect(line(result, "partition 24: opens; no policy is published", "warning") != nil, "\(result.output)")
        #expect(line(result, "signing key: public half ed25519:", "ok") != nil)
        // Nothing of it was started or made.
        #expect(!FileManager.default.fileExists(atPath: node.program.folder.appendingPathComponent("data/keys/issuer.pem").path))
    }

    @Test("A fault in the file itself ends with 65, a file that is not there with 66")
    func file() throws {
        let node = try NodeFolder()
        defer { node.remove() }
        let unknown = try node.check("colour: red")
        #expect(unknown.status == 65 && unknown.output.isEmpty)
        #expect(unknown.errors.hasPrefix("samsyn: checked.yaml, line 8"), "\(unknown.errors)")
        #expect(unknown.errors.contains("\"colour\" is not known here. Known are: node, data"))
        #expect(try node.program.run("node", "check", "--config", "none.yaml").status == 66)
    }

    @Test("A partition that is not there, and one whose key is another's, are faults")
    func partitions() throws {
        let node = try NodeFolder()
        defer { node.remove() }
        try node.program.succeed("partition", "init", "--demonstration", "--data", "other", "--region", "24")
        let wrong = try node.check("key-files: {\"24\": other/keys/24.key}")
        #expect(wrong.status == 65)
        #expect(line(wrong, "partition 24: ", "fault") != nil, "\(wrong.output)")
        let keyless = try node.check("key-files: {\"24\": nowhere.key}")
        #expect(keyless.status == 65 && line(keyless, "partition 24: ", "fault") != nil)
        try FileManager.default.removeItem(at: node.program.folder.appendingPathComponent("data/partitions/24"))
        let missing = try node.check()
        #expect(missing.status == 65)
        let text = try #require(line(missing, "partition 24: ", "fault"))
        #expect(text.contains("there is no partition here. Make one with: samsyn partition init"), "\(text)")
    }

    @Test("A signing key that is missing or open to others is a fault with what to do")
    func signingKey() throws {
        let node = try NodeFolder()
        defer { node.remove() }
        let path = node.program.folder.appendingPathComponent("data/keys/node-24.pem").path
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
        let open = try node.check()
        #expect(open.status == 65)
        #expect(line(open, "signing key: ", "fault")?.contains("chmod 600") == true, "\(open.output)")
        try FileManager.default.removeItem(atPath: path)
        let missing = try node.check()
        #expect(missing.status == 65)
        #expect(line(missing, "signing key: ", "fault")?.contains("Make one with: samsyn node key") == true)
    }

    @Test("A client secret that is missing or open to others is a fault")
    func clientSecret() throws {
        let node = try NodeFolder()
        defer { node.remove() }
        let provider =
            "identity-providers: [{issuer: \"http://127.0.0.1:1\", audience: [a], keys: \"http://127.0.0.1:1/k\", research: {homes: {}}, "
            + "sign-in: {name: siths, client-id: web, client-secret-file: secret}}]"
        let missing = try node.check(provider, "--local")
        #expect(missing.status == 65)
        #expect(
            line(missing, "sign-in siths: ", "fault")?.contains("the client secret cannot be read") == true, "\(missing.output)")
        let path = node.program.folder.appendingPathComponent("secret").path
        #expect(FileManager.default.createFile(atPath: path, contents: Data("x".utf8), attributes: [.posixPermissions: 0o600]))
        let sound = try node.check(provider, "--local")
        #expect(sound.status == 0 && line(sound, "sign-in siths: web", "ok") != nil, "\(sound.output)")
        // Asked, nobody answers there.
        #expect(line(try node.check(provider), "sign-in siths: does not answer", "warning") != nil)
    }

    @Test("An address that is taken is a warning: it may be this very node that runs")
    func address() throws {
        let node = try NodeFolder()
        defer { node.remove() }
        let taken = try TakenPort()
        let text = node.configuration().replacingOccurrences(of: "127.0.0.1:\(node.port)", with: "127.0.0.1:\(taken.number)")
        try node.program.write("taken.yaml", text)
        let result = try node.program.run("node", "check", "--config", "taken.yaml")
        #expect(result.status == 0)
        #expect(
            line(result, "listen: 127.0.0.1:\(taken.number) is taken: another program listens there.", "warning") != nil,
            "\(result.output)")
        #expect(line(result, "metrics: ", "ok") != nil)
        withExtendedLifetime(taken) {}
    }

    @Test("A peer that does not answer is a warning, and is not asked with --local")
    func peer() throws {
        let node = try NodeFolder()
        defer { node.remove() }
        let asked = try node.check("peers: [\(Self.peer)}]")
        #expect(asked.status == 0)
        #expect(
            line(asked, "peer node-12: does not answer: nothing listens at its address.", "warning") != nil, "\(asked.output)")
        let local = try node.check("peers: [\(Self.peer)}]", "--local")
        #expect(local.status == 0 && !local.output.contains("peer node-12"))
    }

    @Test(
        "Certificates: sound, soon over, over, another's key, and none",
        .enabled(if: NodeFolder.hasOpenSSL, "openssl is not here"))
    func certificates() throws {
        let node = try NodeFolder()
        defer { node.remove() }
        try node.certificate("long", days: 365)
        try node.certificate("short", days: 10)
        try node.certificate("old", days: -1)
        let sound = try node.check("tls: {certificate: long.pem, key: long.key}")
        #expect(sound.status == 0 && line(sound, "certificate: long.pem", "ok") != nil, "\(sound.output)")
        let short = try node.check("tls: {certificate: short.pem, key: short.key}")
        #expect(short.status == 0)
        #expect(line(short, "certificate: short.pem expires in 9 days", "warning") != nil, "\(short.output)")
        let old = try node.check("tls: {certificate: old.pem, key: old.key}")
        #expect(old.status == 65 && line(old, "certificate: old.pem has expired", "fault") != nil, "\(old.output)")
        let mixed = try node.check("tls: {certificate: long.pem, key: short.key}")
        #expect(mixed.status == 65)
        #expect(line(mixed, "certificate: long.pem and short.key do not fit each other", "fault") != nil, "\(mixed.output)")
        let none = try node.check("tls: {certificate: node.yaml, key: long.key}")
        #expect(none.status == 65 && line(none, "certificate: node.yaml holds no certificate", "fault") != nil, "\(none.output)")
        // What the node shows to a peer is held to the same.
        let shown = try node.check("peers: [\(Self.peer), client-certificate: long.pem, client-key: long.key}]", "--local")
        #expect(shown.status == 0 && line(shown, "certificates for node-12: long.pem", "ok") != nil, "\(shown.output)")
        let foreign = try node.check("peers: [\(Self.peer), client-certificate: long.pem, client-key: old.key}]", "--local")
        #expect(foreign.status == 65 && line(foreign, "certificates for node-12: ", "fault") != nil, "\(foreign.output)")
        let absent = try node.check("peers: [\(Self.peer), authority: nowhere.pem}]", "--local")
        #expect(absent.status == 65 && line(absent, "certificates for node-12: nowhere.pem holds no", "fault") != nil)
    }
}
