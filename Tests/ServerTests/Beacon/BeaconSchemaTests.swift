import AccessModel
import Foundation
import GenomeModel
import Interchange
import StructuredText
import Testing

/// Everything that the Beacon answers is held against the published JSON schemas of Beacon v2.
struct BeaconSchemaTests {
    private static let schemas = BeaconNode.root.deletingLastPathComponent().appendingPathComponent(
        "shared/data/standards/beacon-v2")
    private static let script = BeaconNode.root.appendingPathComponent("Tests/InterchangeTests/validate_beacon.py")

    /// The interpreter with the packages that tests need; else the one on the path, where it has them.
    private static let python: [String]? = {
        let own = BeaconNode.root.appendingPathComponent(".build/python/bin/python3").path
        return [[own], ["/usr/bin/env", "python3"]].first { command in
            FileManager.default.isExecutableFile(atPath: command[0])
                && (try? run(command, ["-c", "import jsonschema, referencing"]).status) == 0
        }
    }()

    private static var isPossible: Bool { FileManager.default.fileExists(atPath: schemas.path) && python != nil }

    private static func run(_ command: [String], _ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: command[0])
        process.arguments = command.dropFirst() + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }

    /// The path of an endpoint with an identifier in it.
    static func filled(_ endpoint: BeaconEndpoint) -> String {
        let identifier =
            switch endpoint.entryType {
            case .genomicVariant: "GRCh38-17-43093464-G-A"
            case .dataset, .cohort: "SE24"
            case .individual, .biosample, .run, .analysis: "X-1"
            }
        return endpoint.path.replacing("{id}", with: identifier)
    }

    /// Members of a query that the endpoint cannot do without.
    static func parameters(_ endpoint: BeaconEndpoint) -> String {
        let needsVariant =
            endpoint.returned == .genomicVariant && (endpoint.entryType != .genomicVariant || endpoint.shape == .list)
        return needsVariant ? #","requestParameters":{"g_variant":{"geneId":"BRCA1"}}"# : ""
    }

    private struct Collected {
        var lines: [String] = []

        mutating func add(_ name: String, _ form: String, _ type: BeaconEntryType?, _ body: JSONValue, isBroken: Bool = false) {
            lines.append(
                JSONValue(members: [
                    ("name", JSONValue(.string(name))), ("form", JSONValue(.string(form))),
                    ("entryType", JSONValue(type?.rawValue)), ("isBroken", JSONValue(isBroken)), ("body", body),
                ]).canonicalText)
        }

        /// In the form that an answer says it has.
        mutating func add(_ name: String, _ reply: BeaconNode.Reply, _ endpoint: BeaconEndpoint) {
            // What is not there is left out, never null.
            #expect(!reply.text.contains(":null"), "\(name)")
            if reply.json["error"] != nil { return add(name, "beaconErrorResponse", nil, reply.json) }
            if endpoint.isAboutTerms { return add(name, "beaconFilteringTermsResponse", nil, reply.json) }
            let isCollection = endpoint.returned.kind == nil
            switch reply.json["meta"]?["returnedGranularity"]?.string {
            case "boolean": add(name, "beaconBooleanResponse", nil, reply.json)
            case "count": add(name, "beaconCountResponse", nil, reply.json)
            default:
                add(name, isCollection ? "beaconCollectionsResponse" : "beaconResultsetsResponse", endpoint.returned, reply.json)
            }
        }
    }

    @Test(
        "Every endpoint in every form, by GET and POST, is as the schemas have it",
        .enabled(if: isPossible, "needs ../shared/data and Python with jsonschema: scripts/test-python"))
    func schemas() async throws {
        let python = try #require(Self.python)
        var collected = Collected()
        for (name, says) in [
            ("count", BeaconNode.Says.count(5)), ("zero", .count(0)), ("band", .band(4)), ("suppressed", .suppressed),
            ("refused", .refused(.refused)), ("lowered", .refused(.count)), ("late", .late),
        ] {
            let before = collected
            collected = try await BeaconNode(["24": says, "01": says]).run { client in
                var collected = before
                for endpoint in BeaconEndpoint.all {
                    for granularity in ["boolean", "count", "record"] {
                        let path = "/beacon/" + Self.filled(endpoint)
                        let variant = Self.parameters(endpoint).isEmpty ? "" : "&geneId=BRCA1"
                        let get = try await client.get(
                            path + "?requestedGranularity=\(granularity)&includeResultsetResponses=ALL" + variant)
                        collected.add("GET \(path) \(granularity) \(name)", get, endpoint)
                        guard name == "count" else { continue }
                        let post = try await client.post(
                            path,
                            #"{"meta":{"apiVersion":"v2.0"},"query":{"includeResultsetResponses":"ALL","requestedGranularity":"\#(granularity)"\#(Self.parameters(endpoint))}}"#
                        )
                        #expect(get.status == post.status, "\(path)")
                        collected.add("POST \(path) \(granularity) \(name)", post, endpoint)
                    }
                }
                return collected
            }
        }
        let before = collected
        collected = try await BeaconNode(["24": .count(5)]).run { client in
            var collected = before
            for (path, form) in [
                ("", "beaconInfoResponse"), ("/info", "beaconInfoResponse"), ("/service-info", "ga4gh-service-info-1-0-0-schema"),
                ("/configuration", "beaconConfigurationResponse"), ("/map", "beaconMapResponse"),
                ("/entry_types", "beaconEntryTypesResponse"), ("/filtering_terms?limit=0", "beaconFilteringTermsResponse"),
            ] {
                collected.add(path, form, nil, try await client.get("/beacon" + path, token: nil).json)
            }
            collected.add("no token", "beaconErrorResponse", nil, try await client.get("/beacon/runs", token: nil).json)
            collected.add("no path", "beaconErrorResponse", nil, try await client.get("/beacon/x/y").json)
            try await Self.askExamples(client, &collected)
            try await Self.askCalls(client, &collected)
            return collected
        }
        // The schemas have to be able to say no.
        let count = JSONValue(members: [("responseSummary", JSONValue(members: [("exists", true)]))])
        collected.add("broken count", "beaconCountResponse", nil, count, isBroken: true)
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("beacon-\(UUID().uuidString).jsonl")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(collected.lines.joined(separator: "\n").utf8).write(to: file)
        let (status, output) = try Self.run(python, [Self.script.path, Self.schemas.path, file.path])
        #expect(status == 0, "\(output.prefix(4000))")
        #expect(output.contains("validated \(collected.lines.count) responses"))
    }

    /// Consequences, and structural events of every kind, in every way of asking for them.
    private static func askCalls(_ client: BeaconNode.Client, _ collected: inout Collected) async throws {
        let place = "referenceName=17&assemblyId=GRCh38"
        for (query, isEvent) in [
            ("geneId=BRCA1", false), ("geneId=BRCA1&aminoacidChange=R1751*", false),
            ("aminoacidChange=p.Arg1751Ter&assemblyId=GRCh38", false), ("geneId=BRCA1&variantType=DEL", true),
            ("geneId=BRCA1&variantType=DUP&variantMinLength=50&variantMaxLength=100000", true),
            (place + "&start=43044294&end=43125364&variantType=BND", true),
            (place + "&start=43044000,43045000&end=43125000,43126000&variantType=CNV", true),
        ] {
            for granularity in ["boolean", "count", "record"] {
                let reply = try await client.get("/beacon/g_variants?requestedGranularity=\(granularity)&" + query)
                #expect(reply.status == 200, "\(query): \(reply.text.prefix(300))")
                collected.add("GET g_variants \(query) \(granularity)", reply, BeaconEndpoint(.genomicVariant, .list))
                guard granularity == "record" else { continue }
                let results = reply.json["response"]?["resultSets"]?.array?.first?["results"]?.array ?? []
                if isEvent {
                    #expect(results.compactMap { $0["variation"]?["variantType"]?.string }.count == StructuralKind.allCases.count)
                    #expect(results.contains { $0["info"]?["mate"] != nil && $0["info"]?["genes"] != nil })
                } else {
                    let attributes = try #require(results.first?["molecularAttributes"])
                    #expect(attributes["geneIds"]?.array?.compactMap(\.string) == ["BRCA1"])
                    #expect(attributes["aminoacidChanges"]?.array?.compactMap(\.string) == ["p.Arg1751Ter"])
                    #expect(attributes["molecularEffects"]?.array?.first?["id"]?.string == "SO:0001587")
                }
            }
        }
    }

    /// The example requests that come with the schemas, by POST; what they ask for is not all held here, and then it is an error in Beacon's form.
    private static func askExamples(_ client: BeaconNode.Client, _ collected: inout Collected) async throws {
        let folder = schemas.appendingPathComponent("framework/json/requests")
        for name in ["beaconRequestBody-MIN-example", "beaconRequestBody-MAX-example"] {
            let body = try String(
                contentsOf: folder.appendingPathComponent("examples-fullDocuments/\(name).json"), encoding: .utf8)
            let reply = try await client.post("/beacon/individuals", body)
            #expect(reply.status == (name.contains("MIN") ? 200 : 404), "\(reply.text)")
            collected.add(name, reply, BeaconEndpoint(.individual, .list))
        }
        let filters = try String(
            contentsOf: folder.appendingPathComponent("examples-sections/filteringTerms-example.json"), encoding: .utf8)
        let reply = try await client.post("/beacon/individuals", filters)
        #expect(reply.status == 400 && reply.text.contains("demographic.ethnicity"))
        collected.add("filters", reply, BeaconEndpoint(.individual, .list))
    }

    @Test("The map announces what is served, all of it and nothing more")
    func map() async throws {
        try await BeaconNode(["24": .count(5)]).run { client in
            let map = try await client.get("/beacon/map", token: nil, purpose: nil)
            var announced: Set<String> = []
            for set in map.json["response"]?["endpointSets"]?.members ?? [] {
                for name in ["rootUrl", "singleEntryUrl", "filteringTermsUrl"] {
                    if let url = set.value[name]?.string { announced.insert(url) }
                }
                for endpoint in set.value["endpoints"]?.members ?? [] {
                    if let url = endpoint.value["url"]?.string { announced.insert(url) }
                }
            }
            let base = "http://localhost/beacon/"
            #expect(announced == Set(BeaconEndpoint.all.map { base + $0.path }))
            let identifiers = ["g_variants": "GRCh38-17-43093464-G-A", "datasets": "SE24", "cohorts": "SE24"]
            let types = BeaconEntryType.allCases.map(\.path) + ["filtering_terms"]
            for type in BeaconEntryType.allCases.map(\.path) {
                let identifier = identifiers[type] ?? "X-1"
                for path in [type, "\(type)/{id}", "\(type)/filtering_terms"] + types.map({ "\(type)/{id}/\($0)" }) {
                    let reply = try await client.get(
                        "/beacon/" + path.replacing("{id}", with: identifier) + "?geneId=BRCA1&limit=1")
                    let isServed = !reply.text.contains("There is no such endpoint")
                    // Below an entry type, whatever is not a word is an identifier.
                    if path == "\(type)/filtering_terms", !announced.contains(base + path) { continue }
                    #expect(isServed == announced.contains(base + path), "\(path)")
                }
            }
        }
    }
}
