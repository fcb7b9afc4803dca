import AccessModel
import GenomeModel
import Interchange
import Questions
import StructuredText
import Testing

/// The Beacon as clients meet it: who is let in, what regions say, what is told of it.
struct BeaconRoutesTests {
    static let allele = "referenceName=17&assemblyId=GRCh38&start=43093463&referenceBases=G&alternateBases=A"

    @Test("What the Beacon tells of itself needs no token", arguments: BeaconInformation.allCases)
    func open(_ information: BeaconInformation) async throws {
        try await BeaconNode(["24": .count(5)]).run { client in
            let path = information == .root ? "/beacon" : "/beacon/" + information.rawValue
            let reply = try await client.get(path, token: nil, purpose: nil)
            #expect(reply.status == 200)
        }
    }

    @Test("Entries need a token and a purpose, and errors are Beacon's")
    func identified() async throws {
        try await BeaconNode(["24": .count(5)]).run { client in
            for (token, purpose, status) in [
                (String?.none, String?.some("research"), 401), ("bad", "research", 401), ("good", nil, 400),
                ("good", "curiosity", 400), ("good", "own-patient-care", 200),
            ] {
                let reply = try await client.get("/beacon/individuals", token: token, purpose: purpose)
                #expect(reply.status == status)
                if status != 200 { #expect(reply.json["error"]?["errorCode"]?.integer == status) }
            }
        }
    }

    @Test("Counts add up and each region has its result set")
    func counts() async throws {
        let node = try BeaconNode(["24": .count(5), "01": .count(12), "12": .count(0)])
        try await node.run { client in
            let hits = try await client.get("/beacon/individuals?filters=HP:0001250")
            #expect(hits.json["responseSummary"]?["numTotalResults"]?.integer == 17)
            let sets = hits.json["response"]?["resultSets"]?.array ?? []
            #expect(sets.map { $0["id"]?.string } == ["SE01", "SE24"])
            #expect(sets.map { $0["resultsCount"]?.integer } == [12, 5])
            for (include, ids) in [("MISS", ["SE12"]), ("ALL", ["SE01", "SE12", "SE24"]), ("NONE", [])] {
                let reply = try await client.get("/beacon/individuals?includeResultsetResponses=\(include)")
                #expect(reply.json["response"]?["resultSets"]?.array?.map { $0["id"]?.string } == ids)
            }
            let one = try await client.get("/beacon/cohorts/SE24/individuals")
            #expect(one.json["responseSummary"]?["numTotalResults"]?.integer == 5)
            let named = try await client.post(
                "/beacon/individuals", #"{"query":{"requestParameters":{"datasets":{"datasetIds":["SE01"]}}}}"#)
            #expect(named.json["responseSummary"]?["numTotalResults"]?.integer == 12)
        }
    }

    @Test("What is counted follows the entry type")
    func counted() async throws {
        for (path, counted) in [
            ("individuals", AskedQuestion.Counted.people), ("biosamples", .specimens), ("runs", .callSets),
            ("analyses", .callSets),
        ] {
            let node = try BeaconNode(["24": .count(5)])
            try await node.run { _ = try await $0.get("/beacon/" + path) }
            #expect(node.log.questions.map(\.counted) == [counted])
            #expect(node.log.questions.first?.process == "beacon " + path)
        }
    }

    /// One region's saying, and what may be told of a count of people: status, granularity, exists, total.
    static let sayings: [(BeaconNode.Says, Int, String?, Bool?, Int?)] = [
        (.count(5), 200, "count", true, 5), (.count(0), 200, "count", false, 0), (.band(4), 200, "boolean", true, nil),
        (.suppressed, 403, nil, nil, nil), (.refused(.refused), 403, nil, nil, nil), (.late, 503, nil, nil, nil),
        (.unreachable, 503, nil, nil, nil),
    ]

    @Test("A withheld number is never 0 or false", arguments: sayings)
    func withheld(_ says: BeaconNode.Says, _ status: Int, _ granularity: String?, _ exists: Bool?, _ total: Int?) async throws {
        try await BeaconNode(["24": says]).run { client in
            let reply = try await client.get("/beacon/individuals")
            #expect(reply.status == status)
            #expect(reply.json["responseSummary"]?["exists"]?.bool == exists)
            #expect(reply.json["responseSummary"]?["numTotalResults"]?.integer == total)
            if let granularity { #expect(reply.json["meta"]?["returnedGranularity"]?.string == granularity) }
            if status != 200 { #expect(reply.json["error"]?["errorCode"]?.integer == status) }
            #expect(reply.json["info"]?["regions"]?.array?.count == 1)
        }
    }

    @Test("A zero beside a withheld number is not told as no")
    func zeroBesideWithheld() async throws {
        try await BeaconNode(["24": .count(0), "01": .suppressed]).run { client in
            let reply = try await client.get("/beacon/individuals")
            #expect(reply.status == 403 && reply.json["responseSummary"] == nil)
            let counts = reply.json["info"]?["regions"]?.array?.compactMap { $0["count"] }
            #expect(counts?.isEmpty == true)
        }
        try await BeaconNode(["24": .count(3), "01": .suppressed, "12": .late]).run { client in
            let reply = try await client.get("/beacon/individuals")
            #expect(reply.json["responseSummary"]?["numTotalResults"]?.integer == 3)
            #expect(reply.json["info"]?["complete"]?.bool == false)
            let states = reply.json["info"]?["regions"]?.array?.map { $0["state"]?.string }
            #expect(states == ["suppressed", "late", "answered"])
        }
    }

    @Test("A refusal gives the regions' reasons, in the language of the client")
    func reasons() async throws {
        try await BeaconNode(["24": .refused(.refused)]).run { client in
            let reply = try await client.get("/beacon/individuals")
            #expect(reply.json["error"]?["errorMessage"]?.string?.contains("The law says no.") == true)
        }
    }

    @Test("Who may not see records is told the count, and the answer says so")
    func lowered() async throws {
        let node = try BeaconNode(["24": .refused(.count)])
        try await node.run { client in
            let reply = try await client.get("/beacon/individuals?requestedGranularity=record")
            #expect(reply.status == 200 && reply.json["meta"]?["returnedGranularity"]?.string == "count")
            #expect(reply.json["responseSummary"]?["numTotalResults"]?.integer == 7)
        }
        #expect(node.log.questions.map(\.granularity) == [.record, .count])
        // One person's record has no count beneath it.
        try await BeaconNode(["24": .refused(.count)]).run { client in
            let reply = try await client.get("/beacon/individuals/P-1?requestedGranularity=record")
            #expect(reply.status == 403)
        }
    }

    @Test("An allele is one variant, wherever it is found; its figures are in info")
    func alleles() async throws {
        let node = try BeaconNode(["24": .count(5), "01": .count(3), "12": .count(0)])
        try await node.run { client in
            let reply = try await client.get("/beacon/g_variants?" + Self.allele)
            #expect(reply.json["responseSummary"]?["numTotalResults"]?.integer == 1)
            #expect(reply.json["info"]?["frequency"]?["ac"]?.integer == 8)
            let sets = reply.json["response"]?["resultSets"]?.array ?? []
            #expect(sets.map { $0["info"]?["frequency"]?["ac"]?.integer } == [3, 5])
            let record = try await client.get("/beacon/g_variants?requestedGranularity=record&" + Self.allele)
            let results = record.json["response"]?["resultSets"]?.array?.first?["results"]?.array
            #expect(results?.first?["variantInternalId"]?.string == "GRCh38-17-43093464-G-A")
            let location = results?.first?["variation"]?["location"]?["interval"]
            #expect(location?["start"]?["value"]?.integer == 43_093_463 && location?["end"]?["value"]?.integer == 43_093_464)
        }
        #expect(node.log.questions.first?.question.text == "frequency 17-43093464-G-A")
        // Where figures are refused and counts are not, the carriers are counted instead.
        let lower = try BeaconNode(["24": .refused(.count)])
        try await lower.run { client in
            let reply = try await client.get("/beacon/g_variants?" + Self.allele)
            #expect(reply.json["responseSummary"]?["exists"]?.bool == true)
            #expect(reply.json["responseSummary"]?["numTotalResults"]?.integer == 1)
        }
        #expect(lower.log.questions.last?.question.text == "count origin = germline and carries 17-43093464-G-A")
    }

    @Test("A band on an allele says that it exists")
    func bandOfAllele() async throws {
        try await BeaconNode(["24": .band(4)]).run { client in
            let reply = try await client.get("/beacon/g_variants?" + Self.allele)
            #expect(reply.json["responseSummary"]?["exists"]?.bool == true)
            #expect(reply.json["responseSummary"]?["numTotalResults"]?.integer == 1)
        }
    }

    @Test("Ranges, brackets and genes list variants in 1-based closed coordinates")
    func selections() async throws {
        let node = try BeaconNode(["24": .count(4)])
        try await node.run { client in
            for query in [
                "referenceName=17&assemblyId=GRCh38&start=99&end=200", "geneId=BRCA1",
                "referenceName=17&assemblyId=GRCh38&start=10,20&end=30,40",
            ] {
                let reply = try await client.get("/beacon/g_variants?requestedGranularity=record&skip=2&limit=3&" + query)
                #expect(reply.json["responseSummary"]?["numTotalResults"]?.integer == 4)
            }
        }
        let selections = node.log.selections
        #expect(selections.map(\.skip) == [6, 6, 6] && selections.map(\.limit) == [3, 3, 3])
        guard case .overlapping(let interval, nil, nil)? = selections[0].variants else {
            Issue.record("no range")
            return
        }
        #expect(interval.first.value == 100 && interval.last.value == 200)
        guard case .bracket(_, 11...20, 30...39)? = selections[2].variants else {
            Issue.record("no bracket")
            return
        }
    }

    @Test("Groups of filters and a second variant become one criterion")
    func extensions() async throws {
        let node = try BeaconNode(["24": .count(4)])
        try await node.run { client in
            _ = try await client.post(
                "/beacon/individuals",
                #"""
                {"query":{"filters":[{"or":["sex=female",{"not":"area:rare"}]}],"requestParameters":{"g_variant":[
                {"genomicAlleleShortForm":"NC_000017.11:g.43093464G>A"},{"genomicAlleleShortForm":"NC_000013.11:g.32340300G>T"}]}}}
                """#)
        }
        #expect(
            node.log.questions.first?.question.text
                == "count (sex = female or not area = rare) and carries 13-32340300-G-T and carries 17-43093464-G-A")
    }

    @Test("Test mode asks nobody")
    func testMode() async throws {
        let node = try BeaconNode(["24": .count(4)])
        try await node.run { client in
            for endpoint in BeaconEndpoint.all where endpoint.returned.kind != nil && !endpoint.isAboutTerms {
                let reply = try await client.post(
                    "/beacon/" + BeaconSchemaTests.filled(endpoint),
                    #"{"query":{"testMode":true,"requestedGranularity":"record"\#(BeaconSchemaTests.parameters(endpoint))}}"#,
                    purpose: nil)
                #expect(reply.status == 200, "\(endpoint.path) \(reply.text)")
                #expect(reply.json["meta"]?["testMode"]?.bool == true)
            }
        }
        #expect(node.log.questions.isEmpty)
    }

    @Test("Every request that cannot be understood is an error of Beacon's, and no region is asked")
    func malformed() async throws {
        let node = try BeaconNode(["24": .count(4)])
        try await node.run { client in
            for path in [
                "g_variants", "g_variants/nonsense", "g_variants?start=x", "g_variants?aminoacidChange=V600E",
                "individuals?filters=EFO:1",
                "individuals?geneId=BRCA1", "individuals?nonsense=1", "datasets/SE99", "datasets/SE24-GRCh38",
                "cohorts/SE24-GRCh38-germline", "cohorts/SE01/individuals",
                "datasets/SE24-GRCh37-germline/g_variants?" + Self.allele,
                "individuals?datasetIds=SE24-GRCh38-germline", "nothing", "individuals/P-1/g_variants",
                "datasets?filters=DUO:0000007",
            ] {
                let reply = try await client.get("/beacon/" + path)
                #expect([400, 404].contains(reply.status), "\(path)")
                #expect(reply.json["error"]?["errorCode"]?.integer == reply.status, "\(path)")
            }
            for body in [
                "{", "[]", #"{"query":5}"#, #"{"filters":[{"id":"HP:0001250","similarity":"low"}]}"#,
                String(repeating: "[", count: 500),
            ] {
                let reply = try await client.post("/beacon/individuals", body)
                #expect(reply.status == 400 && reply.json["error"] != nil)
            }
        }
        #expect(node.log.questions.isEmpty)
    }
}
