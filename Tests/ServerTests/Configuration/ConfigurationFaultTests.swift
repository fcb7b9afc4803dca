import ClinicalModel
import HTTPAPI
import Operations
import Server
import StructuredText
import Testing

/// One fault put into a configuration that is sound without it.
struct ConfigurationFault: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// The part of the sound text that is replaced, and what stands there instead.
    let old: String
    let new: String
    let line: Int
    let message: String
    let remedy: String

    init(_ name: String, _ old: String, _ new: String, line: Int, _ message: String, _ remedy: String) {
        testDescription = name
        (self.old, self.new, self.line, self.message, self.remedy) = (old, new, line, message, remedy)
    }

    static let key = "ed25519:11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="

    /// Every fault below is one replacement in this.
    static let sound = """
        node: node-24
        data: data
        regions: ["24", "23"]
        key-files: {"24": keys/24.key}
        listen: 127.0.0.1:8424
        metrics: 127.0.0.1:9424
        public-address: https://samsyn.example
        signing-key: keys/node-24.pem
        peers:
          - {name: node-12, address: "https://a.example", public-key: "\(key)", regions: ["12"]}
          - {name: node-01, address: "https://b.example", public-key: "\(key)", regions: ["01"]}
        identity-providers:
          - {issuer: "https://idp.example", audience: [samsyn], keys: "https://idp.example/keys", research: {homes: {}}}
        development: {personas: personas.yaml, issuer-key: issuer.pem}
        limits: {patience-ms: 10000}
        log-level: info
        """

    private static let providers =
        "identity-providers:\n  - {issuer: \"https://idp.example\", audience: [samsyn], keys: \"https://idp.example/keys\", research: {homes: {}}}\n"

    static let all = [
        ConfigurationFault(
            "a key that is not known", "data: data", "data: data\nfolder: x", line: 3, "\"folder\" is not known here.",
            "Known are: node,"),
        ConfigurationFault(
            "a key twice", "data: data", "data: data\ndata: other", line: 2, "\"data\" is given twice", "Keep the one"),
        ConfigurationFault("no name", "node: node-24\n", "", line: 1, "\"node\" is missing.", "Add node"),
        ConfigurationFault("no data", "data: data\n", "", line: 1, "\"data\" is missing.", "Add data"),
        ConfigurationFault(
            "no key to sign with", "signing-key: keys/node-24.pem\n", "", line: 1, "\"signing-key\" is missing.", "Add"),
        ConfigurationFault(
            "a name with a space", "node: node-24", "node: Node 24", line: 1, "not a node's name.", "such as node-24."),
        ConfigurationFault("a region that there is not", "\"23\"]", "\"99\"]", line: 3, "not the code of a region.", "\"24\"."),
        ConfigurationFault("a region twice", "\"23\"]", "\"24\"]", line: 3, "\"24\" stands twice", "Keep the one"),
        ConfigurationFault(
            "a key for a region that is not held", "{\"24\": keys", "{\"12\": keys", line: 4, "the node holds no region 12.",
            "Add it to regions"),
        ConfigurationFault(
            "an address without port", "127.0.0.1:8424", "127.0.0.1", line: 5, "not an address.", "Write host:port"),
        ConfigurationFault("a port that there is not", ":8424", ":70000", line: 5, "not an address.", "Write host:port"),
        ConfigurationFault(
            "an address with a scheme", "127.0.0.1:8424", "http://127.0.0.1:8424", line: 5, "not an address.", "host:port"),
        ConfigurationFault(
            "plain HTTP for everybody", "127.0.0.1:8424", "0.0.0.0:8424", line: 5, "plain HTTP on an address that others reach.",
            "Add tls"),
        ConfigurationFault(
            "a name that begins like loopback", "127.0.0.1:8424", "127.example.com:8424", line: 5,
            "plain HTTP on an address that others reach.", "Add tls"),
        ConfigurationFault(
            "metrics on the node's port", ":9424", ":8424", line: 6, "metrics have the port of the node.", "a port of its own."),
        ConfigurationFault(
            "half of a certificate", "listen:", "tls: {certificate: c.pem}\nlisten:", line: 5, "\"key\" is missing.", "Add key"),
        ConfigurationFault(
            "a proxy by name", "listen:", "trusted-proxies: [proxy.example]\nlisten:", line: 5, "not an address or a network.",
            "Write 10.0.0.7"),
        ConfigurationFault(
            "a network that begins in its middle", "listen:", "trusted-proxies: [10.0.0.7/24]\nlisten:", line: 5,
            "not an address or a network.", "10.0.0.0/24"),
        ConfigurationFault(
            "everybody as a proxy", "listen:", "trusted-proxies: [0.0.0.0/0]\nlisten:", line: 5, "everybody would be a proxy.",
            "Name the proxies"),
        ConfigurationFault(
            "a public address without scheme", "https://samsyn.example", "samsyn.example", line: 7, "not a web address.",
            "Write https://"),
        ConfigurationFault(
            "a region at two peers", "[\"01\"]", "[\"12\"]", line: 11, "region 12 is at node-12 and at node-01.",
            "at the one node"),
        ConfigurationFault(
            "the node's own region at a peer", "[\"01\"]", "[\"23\"]", line: 11, "the node itself holds region 23",
            "at the one node"),
        ConfigurationFault(
            "two peers of one name", "node-01", "node-12", line: 11, "the name node-12 is taken.", "a name of its own."),
        ConfigurationFault(
            "a peer called as the node itself", "node-01", "node-24", line: 11, "the name node-24 is taken.", "a name of its own."
        ),
        ConfigurationFault(
            "plain HTTP to a peer elsewhere", "https://b.example", "http://b.example", line: 11, "plain HTTP to another machine.",
            "Write https://."),
        ConfigurationFault(
            "plain HTTP to a name that begins like loopback", "https://b.example", "http://127.b.example", line: 11,
            "plain HTTP to another machine.", "Write https://."),
        ConfigurationFault(
            "a password in a peer's address", "https://b.example", "https://a:b@b.example", line: 11, "not a web address.",
            "https://"),
        ConfigurationFault(
            "a public key that is none", "node-01, address: \"https://b.example\", public-key: \"\(key)\"",
            "node-01, address: \"https://b.example\", public-key: \"ed25519:AAAA\"", line: 11, "not a node's public key.",
            "as samsyn node key prints it"),
        ConfigurationFault(
            "half of a client certificate", "regions: [\"01\"]", "regions: [\"01\"], client-certificate: c.pem", line: 11,
            "half of a client certificate.", "client-certificate and client-key, or neither."),
        ConfigurationFault(
            "somebody else to vouch for", "regions: [\"01\"]", "regions: [\"01\"], vouches-for: all", line: 11,
            "\"all\" is not one of the values.", "Known are: own-regions, everyone."),
        ConfigurationFault(
            "a provider of neither staff nor researchers", ", research: {homes: {}}", "", line: 13,
            "whom the provider knows is not said.",
            "Give care"),
        ConfigurationFault(
            "a provider of both", "research: {homes: {}}", "research: {homes: {}}, care: {providers: {}}", line: 13,
            "whom the provider knows is not said.", "one of the two."),
        ConfigurationFault(
            "a sign-in without a client", "research: {homes: {}}", "research: {homes: {}}, sign-in: {name: a}", line: 13,
            "\"client-id\" is missing.", "Add client-id"),
        ConfigurationFault(
            "half of the endpoints", "research: {homes: {}}",
            "research: {homes: {}}, sign-in: {name: a, client-id: b, token-endpoint: \"https://idp.example/t\"}", line: 13,
            "half of the endpoints.", "or neither"),
        ConfigurationFault(
            "an endpoint over plain HTTP", "research: {homes: {}}",
            "research: {homes: {}}, sign-in: {name: a, client-id: b, token-endpoint: \"http://idp.example/t\"}", line: 13,
            "plain HTTP to another machine.", "Write https://"),
        ConfigurationFault(
            "a sign-in named as the embedded one", "research: {homes: {}}",
            "research: {homes: {}}, sign-in: {name: development, client-id: b}", line: 13, "belongs to the embedded issuer.",
            "another name"),
        ConfigurationFault(
            "a sign-in without identity tokens", "research: {homes: {}}",
            "research: {homes: {}}, sign-in: {name: a, client-id: b, scopes: [profile]}", line: 13,
            "the scope openid is missing.",
            "Add openid"),
        ConfigurationFault(
            "a setting of a sign-in that there is not", "research: {homes: {}}",
            "research: {homes: {}}, sign-in: {name: a, client-id: b, secret: c}", line: 13, "\"secret\" is not known here.",
            "client-secret-file"),
        ConfigurationFault(
            "keys over plain HTTP", "https://idp.example/keys", "http://idp.example/keys", line: 13, "not an address of keys.",
            "https://"),
        ConfigurationFault(
            "an algorithm with a shared secret", "audience: [samsyn]", "audience: [samsyn], algorithms: [HS256]", line: 13,
            "\"HS256\" is not one of the values.", "Known are: "),
        ConfigurationFault(
            "a clock that is hours off", "audience: [samsyn]", "audience: [samsyn], clock-skew-seconds: 7200", line: 13,
            "7200 is too much here.", "at most 3600."),
        ConfigurationFault(
            "a limit that is no number", "10000", "10s", line: 15, "not a whole number from 1.", "digits without a unit."),
        ConfigurationFault("a limit of nothing", "10000", "0", line: 15, "not a whole number from 1.", "digits"),
        ConfigurationFault(
            "a limit that overflows", "patience-ms: 10000", "peer-rest-seconds: 9223372036854775807", line: 15,
            "9223372036854775807 is too much here.", "at most 86400."),
        ConfigurationFault(
            "a level that there is not", "info", "verbose", line: 16, "\"verbose\" is not one of the values.",
            "Known are: debug, info,"),
        ConfigurationFault(
            "nobody who can sign in", providers + "development: {personas: personas.yaml, issuer-key: issuer.pem}\n", "", line: 1,
            "nobody can sign in.", "Add identity-providers"),
    ]
}

@Suite("What is wrong with a node's configuration is said with file, line and remedy")
struct ConfigurationFaultTests {
    @Test("The text that faults are put into is sound")
    func sound() throws {
        let configuration = try LoadNodeConfiguration.parse(ConfigurationFault.sound, file: "node.yaml", folder: "/etc/samsyn")
        #expect(configuration.name == "node-24")
        #expect(configuration.regions.map(\.description) == ["24", "23"])
        #expect(configuration.keyFiles.values.sorted() == ["/etc/samsyn/keys/24.key"])
        #expect(configuration.signingKey == "/etc/samsyn/keys/node-24.pem")
        #expect(configuration.peers.map(\.name) == ["node-12", "node-01"])
        #expect(configuration.limits.patience == 10_000)
    }

    @Test("A fault", arguments: ConfigurationFault.all)
    func fault(_ fault: ConfigurationFault) throws {
        try #require(ConfigurationFault.sound.contains(fault.old))
        let text = ConfigurationFault.sound.replacing(fault.old, with: fault.new, maxReplacements: 1)
        let error = #expect(throws: AccessFileError.self) { try LoadNodeConfiguration.parse(text, file: "node.yaml") }
        let found = try #require(error)
        #expect(found.file == "node.yaml")
        #expect(found.place?.line == fault.line)
        #expect(found.message.contains(fault.message), "\(found)")
        #expect(found.remedy.contains(fault.remedy), "\(found)")
        #expect(found.description.hasPrefix("node.yaml, line \(fault.line)"), "\(found)")
    }

    @Test(
        "A node without region and peer is refused, and so is one where only development could sign in, on an address that others reach"
    )
    func nothing() throws {
        let bare = "node: a\ndata: d\nlisten: 127.0.0.1:8424\nsigning-key: k\ndevelopment: {personas: p, issuer-key: i}\n"
        let nothing = #expect(throws: AccessFileError.self) { try LoadNodeConfiguration.parse(bare, file: "node.yaml") }
        #expect(nothing?.description.contains("holds no region and knows no peer. Add regions, or peers") == true)
        let open = bare.replacing("127.0.0.1:8424", with: "0.0.0.0:8424\ntls: {certificate: c, key: k}\nregions: [\"24\"]")
        let nobody = #expect(throws: AccessFileError.self) { try LoadNodeConfiguration.parse(open, file: "node.yaml") }
        #expect(nobody?.description.contains("nobody can sign in. Add identity-providers") == true)
    }

    @Test("Plain HTTP on an address that others reach is allowed with a certificate, or behind a proxy that is named")
    func entrances() throws {
        let open = ConfigurationFault.sound.replacing("127.0.0.1:8424", with: "0.0.0.0:8424")
        let certificate = try LoadNodeConfiguration.parse(
            open + "\ntls: {certificate: c.pem, key: k.pem}", file: "node.yaml", folder: "/e")
        #expect(
            certificate.tls?.certificate == "/e/c.pem" && certificate.tls?.key == "/e/k.pem"
                && certificate.tls?.clientAuthority == nil)
        let proxy = try LoadNodeConfiguration.parse(open + "\ntrusted-proxies: [10.0.0.7]", file: "node.yaml")
        #expect(proxy.trustedProxies.map(\.description) == ["10.0.0.7"] && !proxy.listen.isLoopback)
        let six = ConfigurationFault.sound.replacing("127.0.0.1:8424", with: "\"[::1]:8424\"")
        let loopback = try LoadNodeConfiguration.parse(six, file: "node.yaml").listen
        #expect(loopback.host == "::1" && loopback.isLoopback && loopback.text == "[::1]:8424")
    }

    @Test("A file that is not there is said to be missing")
    func missing() {
        let error = #expect(throws: AccessFileError.self) { try LoadNodeConfiguration.read("/nowhere/node.yaml") }
        #expect(error?.code == .missing)
    }
}
