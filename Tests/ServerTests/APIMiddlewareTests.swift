import AccessModel
import HTTPAPI
import Hummingbird
import HummingbirdTesting
import StructuredText
import Synchronization
import Testing

@Suite("What every request of a node meets")
struct APIMiddlewareTests {
    @Test("A request identifier is taken where it is well formed, and made where it is not; it stands in the problem too")
    func identifiers() async throws {
        let node = try await APINode()
        try await node.application().test(.router) { client in
            let given = try await client.ask(.get, "/health", as: nil, purpose: nil, ["X-Request-ID": "abc-12345"])
            #expect(given.headers[try #require(.init("X-Request-ID"))] == "abc-12345")
            let made = try await client.ask(.get, "/nowhere", as: nil, purpose: nil, ["X-Request-ID": "a\tb;evil"])
            let identifier = made.headers[try #require(.init("X-Request-ID"))]
            #expect(identifier?.utf8.count == 32)
            #expect(try made.json["request"]?.string == identifier)
        }
    }

    @Test(
        "Every refusal is a problem",
        arguments: [
            ("GET", "/nowhere", 404, "not-found"), ("DELETE", "/api/v1/me", 405, "method-not-allowed"),
            ("GET", "/api/v1/../health", 400, "path-refused"), ("GET", "/api/v1/%2e%2e/health", 400, "path-refused"),
            ("GET", "/api/v1/variants/a%2Fb", 400, "path-refused"), ("GET", "/api/v1/variants/a%00b", 400, "path-refused"),
            ("GET", "/api//v1/me", 400, "path-refused"), ("GET", "/api/v1/me?x=1", 400, "parameter-unknown"),
            ("GET", "/api/v1/regions/12/policies", 404, "region-not-here"),
            ("GET", "/api/v1/regions/99/policies", 400, "parameter-malformed"),
            ("POST", "/api/v1/cohorts/count", 415, "content-type"),
            ("GET", "/api/v1/variants/nonsense", 400, "variant-malformed"),
        ])
    func refusals(_ method: String, _ uri: String, _ status: Int, _ code: String) async throws {
        let node = try await APINode()
        try await node.application().test(.router) { client in
            let answer = try await client.ask(try #require(.init(method)), uri)
            #expect(answer.status == status)
            #expect(answer.problem == code)
            #expect(Schema.problem.fault(in: try answer.json) == nil)
            if status == 405 { #expect(answer.headers[.allow] == "GET, HEAD") }
        }
    }

    @Test("Nobody comes in without a token, and a token that is none says so")
    func tokens() async throws {
        let node = try await APINode()
        try await node.application().test(.router) { client in
            let none = try await client.ask(.get, "/api/v1/me", as: nil)
            #expect((none.status, none.problem) == (401, "token-missing"))
            #expect(none.headers[.wwwAuthenticate] == "Bearer")
            let wrong = try await client.ask(.get, "/api/v1/me", as: "nobody")
            #expect((wrong.status, wrong.problem) == (401, "token-malformed"))
        }
    }

    @Test("Packed bodies, large heads, long addresses and large bodies are refused")
    func limits() async throws {
        let node = try await APINode()
        try await node.application().test(.router) { client in
            let packed = try await client.ask(
                .post, "/api/v1/cohorts/count", json: ["question": "all"], ["Content-Encoding": "gzip"])
            #expect((packed.status, packed.problem) == (415, "content-encoding"))
            let head = try await client.ask(.get, "/health", ["X-Long": String(repeating: "a", count: 40_000)])
            #expect((head.status, head.problem) == (431, "headers-too-large"))
            let address = try await client.ask(.get, "/health?" + String(repeating: "a", count: 9000))
            #expect((address.status, address.problem) == (414, "address-too-long"))
            let body = try await client.ask(
                .post, "/api/v1/cohorts/count", json: ["question": JSONValue(.string(String(repeating: "a", count: 70_000)))])
            #expect((body.status, body.problem) == (413, "body-too-large"))
        }
    }

    @Test("A fault in the body is shown with its line and column")
    func places() async throws {
        let node = try await APINode()
        try await node.application().test(.router) { client in
            let broken = try await client.ask(
                .post, "/api/v1/cohorts/count", bytes: Array("{\n  \"question\": }".utf8), ["Content-Type": "application/json"])
            #expect((broken.status, broken.problem) == (400, "json-unexpected-character"))
            #expect(try broken.json["place"]?["line"]?.integer == 2)
            #expect(try broken.json["place"]?["column"]?.integer == 15)
            let question = try await client.ask(.post, "/api/v1/cohorts/count", json: ["question": "sx = female"])
            #expect((question.status, question.problem) == (400, "question-unknown-field"))
            let stray = try await client.ask(.post, "/api/v1/cohorts/count", json: ["question": "all", "more": 1])
            #expect((stray.status, stray.problem) == (400, "body-malformed"))
        }
    }

    @Test("Figures of requests carry the route's template and never what was asked")
    func figures() async throws {
        let node = try await APINode()
        let seen = Mutex<[String]>([])
        let metrics = RequestMetrics { method, route, status, _ in seen.withLock { $0.append("\(method) \(route) \(status)") } }
        try await node.application(metrics: metrics).test(.router) { client in
            _ = try await client.ask(.get, "/api/v1/variants/1-1000000-A-G", purpose: "statistics")
            _ = try await client.ask(.get, "/secret/1-1000000-A-G")
        }
        #expect(seen.withLock { $0 } == ["GET /api/v1/variants/{variant} 200", "GET unmatched 404"])
    }

    @Test("A development node says so in every answer, refusals included", arguments: [true, false])
    func development(_ isDevelopment: Bool) async throws {
        let node = try await APINode(isDevelopment: isDevelopment)
        try await node.application().test(.router) { client in
            for uri in ["/health", "/nowhere", "/api/v1/me"] {
                let answer = try await client.ask(.get, uri)
                #expect(answer.headers[try #require(.init("Samsyn-Development"))] == (isDevelopment ? "true" : nil))
                #expect(answer.headers[.xContentTypeOptions] == "nosniff")
            }
        }
    }
}
