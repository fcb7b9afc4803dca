import GenomeModel
import Interchange
import Questions
import StructuredText
import TestSupport
import Testing

/// Reading requests: whatever way clients write them, and nothing that is not a request.
struct BeaconRequestTests {
    static let sameRequest: [String] = [
        """
        {"meta": {"apiVersion": "v2.0"}, "query": {"requestParameters": {"g_variant": {"referenceName": "17", "start": [43093463],
        "referenceBases": "G", "alternateBases": "A", "assemblyId": "GRCh38"}}, "requestedGranularity": "count",
        "pagination": {"skip": 1, "limit": 5}, "includeResultsetResponses": "ALL", "filters": [{"id": "HP:0001250"}]}}
        """,
        """
        {"query": {"requestParameters": {"referenceName": "17", "start": 43093463, "referenceBases": "G", "alternateBases": "A",
        "assemblyId": "GRCh38"}, "filters": ["HP:0001250"]}, "requestedGranularity": "count", "skip": 1, "limit": 5,
        "includeResultsetResponses": "ALL"}
        """,
        """
        {"referenceName": "17", "start": "43093463", "referenceBases": "G", "alternateBases": "A", "assemblyId": "GRCh38",
        "granularity": "COUNT", "pagination": {"skip": "1", "limit": "5"}, "includeResultsetResponses": "all",
        "filters": "HP:0001250"}
        """,
        """
        {"requestParameters": {"g_variant": {"referenceName": "17", "start": ["43093463"], "end": null, "referenceBases": "G"},
        "alternateBases": "A", "assembly": "GRCh38"}, "query": {"pagination": {"skip": 1}, "requestedGranularity": "count"},
        "pagination": {"limit": 5}, "includeResultsetResponses": "ALL", "filters": [{"id": "HP:0001250", "similarity": "exact"}]}
        """,
    ]

    @Test("Flat or nested, number or text, inside query or outside: it is one request", arguments: sameRequest)
    func tolerant(_ body: String) throws {
        let request = try BeaconRequest(body: Array(body.utf8))
        #expect(request.granularity == .count)
        #expect(request.skip == 1 && request.limit == 5 && request.include == .all)
        #expect(request.filters == [.term("HP:0001250", withDescendants: true)])
        let query = try #require(try BeaconVariantQuery(request.variant, genes: .none))
        #expect(query == .allele(try Self.variant("17-43093464-G-A"), .grch38))
    }

    @Test("A GET request says the same in its query")
    func query() throws {
        let request = try BeaconRequest(query: [
            ("referenceName", "17"), ("start", "43093463"), ("referenceBases", "G"), ("alternateBases", "A"),
            ("assemblyId", "hg38"), ("requestedGranularity", "count"), ("skip", "1"), ("limit", "5"),
            ("filters", "HP:0001250,sex=female"), ("filters", "age>=P40Y"),
        ])
        let query = try #require(try BeaconVariantQuery(request.variant, genes: .none))
        #expect(query == .allele(try Self.variant("17-43093464-G-A"), .grch38))
        #expect(request.filters.map(\.text) == ["HP:0001250", "sex=female", "age>=P40Y"])
        #expect(try BeaconFilter.criterion(request.filters).text == "phenotype under HP:0001250 and sex = female and age >= 40")
    }

    @Test(
        "An empty body and the smallest published one ask for the defaults",
        arguments: ["", "  \n", "{}", #"{"meta":{"apiVersion":"2.0"}}"#])
    func defaults(_ body: String) throws {
        let request = try BeaconRequest(body: Array(body.utf8))
        #expect(request.limit == 10 && request.skip == 0 && request.include == .hit && !request.isTest)
        #expect(request.variant.isEmpty && request.filters.isEmpty)
    }

    @Test("A limit of 0 asks for as much as there is on a page; a larger one gets no more")
    func limits() throws {
        #expect(try BeaconRequest(query: [("limit", "0")]).limit == 1000)
        #expect(try BeaconRequest(query: [("limit", "5000")]).limit == 1000)
    }

    static let bad: [(String, BeaconRequestError.Code)] = [
        ("{", .notJSON), ("[]", .notAnObject), ("7", .notAnObject), (#"{"query": 3}"#, .wrongType),
        (#"{"query": {"filter": []}}"#, .unknownName), (#"{"strat": 5}"#, .unknownName),
        (#"{"start": 5, "query": {"start": 6}}"#, .givenTwice), (#"{"limit": -1}"#, .outOfRange),
        (#"{"limit": 1.5}"#, .notAWholeNumber), (#"{"skip": "x"}"#, .notAWholeNumber), (#"{"skip": 99999999}"#, .outOfRange),
        (#"{"requestedGranularity": "everything"}"#, .unknownWord), (#"{"requestedGranularity": 5}"#, .wrongType),
        (#"{"includeResultsetResponses": "SOME"}"#, .unknownWord), (#"{"testMode": "perhaps"}"#, .wrongType),
        (#"{"filters": [5]}"#, .filterShape), (#"{"filters": [{}]}"#, .filterShape),
        (#"{"filters": [{"id": "HP:0001250", "similarity": "high"}]}"#, .similarity),
        (#"{"filters": [{"id": "HP:0001250", "scope": "planets"}]}"#, .scopeUnknown),
        (#"{"filters": [{"id": "age", "operator": "~", "value": "4"}]}"#, .filterOperator),
        (#"{"filters": [{"id": "age", "operator": ">"}]}"#, .filterShape),
        (#"{"filters": [{"not": []}]}"#, .filterShape), (#"{"filters": [{"or": ["a:b"], "id": "x"}]}"#, .filterShape),
        (#"{"g_variant": 5}"#, .wrongType), (#"{"g_variant": {"colour": "red"}}"#, .unknownName),
        (#"{"datasets": 5}"#, .wrongType), (#"{"requestedSchemas": [5]}"#, .wrongType),
        (#"{"filters": ["# + Array(repeating: #""HP:0001250""#, count: 129).joined(separator: ",") + "]}", .filtersTooMany),
        (
            #"{"filters": ["# + String(repeating: #"{"not": "#, count: 20) + #""HP:0001250""# + String(repeating: "}", count: 20)
                + "]}", .filtersTooMany
        ),
    ]

    @Test("What is no request is refused with what to do about it", arguments: bad)
    func refused(_ body: String, _ code: BeaconRequestError.Code) throws {
        let error = #expect(throws: BeaconRequestError.self) { try BeaconRequest(body: Array(body.utf8)) }
        #expect(error?.code == code)
        #expect(error?.description.count ?? 0 > 30)
    }

    @Test("No text whatever stops the reader")
    func fuzz() {
        var generator = SeededGenerator(seed: 20_261_121)
        for _ in 0..<3000 {
            let text = RandomJSON.text(&generator, depth: 0)
            do throws(BeaconRequestError) {
                let request = try BeaconRequest(body: Array(text.utf8))
                for endpoint in BeaconEndpoint.all where endpoint.returned.kind != nil {
                    _ = try? BeaconInquiry(endpoint, identifier: "SE24", request, genes: .none)
                }
            } catch {
                #expect(!error.message.isEmpty && !error.remedy.isEmpty)
            }
        }
    }

    static func variant(_ text: String) throws -> Variant { try VariantNotation.parse(text, assembly: .grch38) }
}

/// Random JSON out of the words that requests are made of.
enum RandomJSON {
    private static let names = [
        "meta", "query", "requestParameters", "g_variant", "pagination", "filters", "start", "end", "referenceName", "assemblyId",
        "referenceBases", "alternateBases", "geneId", "genomicAlleleShortForm", "skip", "limit", "datasets", "datasetIds", "or",
        "not", "and", "id", "operator", "value", "alsoCarries", "requestedGranularity", "testMode", "x",
    ]
    private static let values = [
        "null", "true", "0", "-1", "1", "17", "1e9", "43093463", "99999999999999999999", "\"\"", "\"17\"", "\"GRCh38\"", "\"A\"",
        "\"G\"", "\"N\"", "\"chrX\"", "\"NC_000017.11:g.43093464G>A\"", "\"record\"", "\"HP:0001250\"", "\"sex=female\"",
        "\"age>P9999999999999999999Y\"", "\"SE24\"", "\"1,2\"", "\"\\u0000\"", "[1,2]", "[43093463]", "[5,4]", "[[]]",
    ]

    static func text(_ generator: inout SeededGenerator, depth: Int) -> String {
        switch Int.random(in: 0..<(depth == 0 ? 20 : depth > 5 ? 3 : 6), using: &generator) {
        case 0, 1, 2: return depth == 0 ? members(&generator, depth) : values.randomElement(using: &generator) ?? "0"
        case 3:
            let count = Int.random(in: 0..<4, using: &generator)
            return "[" + (0..<count).map { _ in text(&generator, depth: depth + 1) }.joined(separator: ",") + "]"
        default: return members(&generator, depth)
        }
    }

    private static func members(_ generator: inout SeededGenerator, _ depth: Int) -> String {
        let chosen = Set(
            (0..<Int.random(in: 0..<6, using: &generator)).map { _ in names.randomElement(using: &generator) ?? "x" })
        return "{"
            + chosen.sorted().map { "\"\($0)\":" + text(&generator, depth: depth + 1) }.joined(separator: ",") + "}"
    }
}
