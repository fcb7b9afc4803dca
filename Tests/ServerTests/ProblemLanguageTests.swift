import HTTPAPI
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identification
import Operations
import Records
import StructuredText
import Testing

@Suite("Problems in the reader's language")
struct ProblemLanguageTests {
    @Test(
        "Title and detail follow Accept-Language, the code does not; English where nothing is asked for",
        arguments: [
            ("GET", "/nowhere"), ("DELETE", "/api/v1/me"), ("GET", "/api/v1/../health"), ("GET", "/api/v1/me?x=1"),
            ("GET", "/api/v1/regions/12/policies"), ("GET", "/api/v1/regions/99/policies"), ("POST", "/api/v1/cohorts/count"),
            ("GET", "/api/v1/me?a=%zz"), ("GET", "/health?" + String(repeating: "a", count: 9000)),
        ])
    func words(_ method: String, _ uri: String) async throws {
        let node = try await APINode()
        try await node.application().test(.router) { client in
            let method = try #require(HTTPRequest.Method(method))
            let plain = try await client.ask(method, uri)
            let english = try await client.ask(method, uri, ["Accept-Language": "en-GB, sv;q=0.3"])
            let swedish = try await client.ask(method, uri, ["Accept-Language": "de, sv-SE;q=0.8, en;q=0.3"])
            for member in ["title", "detail"] {
                let words = try #require(try english.json[member]?.string)
                #expect(try plain.json[member]?.string == words)
                #expect(try swedish.json[member]?.string?.isEmpty == false && swedish.json[member]?.string != words, "\(words)")
            }
            #expect(english.problem == swedish.problem && english.status == swedish.status)
            #expect(swedish.headers[.contentLanguage] == "sv" && plain.headers[.contentLanguage] == "en")
        }
    }

    @Test("What a schema expects is told in both languages")
    func schema() throws {
        let schema = Schema.object([.init("a", .integer(1...5)), .init("b", .list(.boolean, limit: 2), isRequired: false)])
        let fault = try #require(schema.fault(in: ["a": 9]))
        #expect(fault.expected == LocalizedText(sv: "ett heltal från 1 till 5", en: "a whole number from 1 to 5"))
        #expect(Problem(fault).remedy.sv == "Väntat i a: ett heltal från 1 till 5.")
        #expect(Problem(fault).remedy.en == "Expected at a: a whole number from 1 to 5.")
    }

    @Test("Where waiting helps, the answer says how long: keys that cannot be fetched, a partition that is being changed")
    func waiting() async throws {
        let node = try await APINode()
        let tokens = TokenVerifier { _ throws(TokenError) in throw TokenError(.keysUnavailable) }
        try await Application(router: buildRouter(node: node.node, tokens: tokens)).test(.router) { client in
            let answer = try await client.ask(.get, "/api/v1/me")
            #expect((answer.status, answer.problem) == (503, "keys-unavailable"))
            #expect(answer.headers[.retryAfter] == "60")
            let other = try await client.ask(.get, "/nowhere")
            #expect(other.headers[.retryAfter] == nil)
        }
        for error in [PartitionError(.busy, place: "x"), RecordsError(.busy, place: "x")] as [any Error] {
            let problem = try #require(Problem.of(error))
            #expect(problem.code == "partition-busy" && problem.status == .serviceUnavailable)
            #expect(problem.headers[.retryAfter] == "60")
        }
        #expect(Problem.of(AnnotationError.full)?.headers[.retryAfter] == "30")
    }
}
