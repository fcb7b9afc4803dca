import Foundation
import Testing

@Suite("What a whole node answers a browser with")
struct NodePagesTests {
    private static let browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"

    private static func answer(_ node: WholeNode, _ line: String, _ fields: [String]) async throws -> RawAnswer {
        let port = node.port
        let text = ([line + " HTTP/1.1", "Host: 127.0.0.1", "Connection: close"] + fields).joined(separator: "\r\n") + "\r\n\r\n"
        return try await onThread {
            let connection = try RawConnection(port: port)
            defer { connection.close() }
            connection.send(text)
            return connection.answer(seconds: 10)
        }
    }

    private static func field(_ name: String, _ answer: RawAnswer) -> String? {
        answer.head.components(separatedBy: "\r\n").first { $0.lowercased().hasPrefix(name + ": ") }
            .map { String($0.dropFirst(name.count + 2)) }
    }

    @Test("An address that could lead elsewhere or is too long is a page for a browser, a problem for a program, of one status")
    func trickyPaths() async throws {
        try await WholeNode.run { node in
            let paths = [
                ("/variant/a%2Fb", 400, "path-refused"), ("/gene/..", 400, "path-refused"), ("/gene/%2e%2e", 400, "path-refused"),
                ("/person/24/a%00b", 400, "path-refused"), ("/person//24", 400, "path-refused"),
                ("/variant/" + String(repeating: "A", count: 9000), 414, "address-too-long"),
            ]
            for (path, status, code) in paths {
                for language in ["sv", "en"] {
                    let page = try await Self.answer(
                        node, "GET \(path)", ["Accept: \(Self.browser)", "Accept-Language: \(language)"])
                    #expect(page.status == status, "\(path.prefix(40)) \(page.head)")
                    #expect(Self.field("content-type", page) == "text/html; charset=utf-8")
                    #expect(Self.field("content-security-policy", page)?.contains("script-src 'self'") == true)
                    #expect(page.body.contains("<html lang=\"\(language)\"") && page.body.contains(code))
                    #expect(!page.body.contains("%2e%2e") && !page.body.contains("AAAAAAAAAA"), "the address is not repeated")
                }
                for accept in ["application/json", "*/*"] {
                    let problem = try await Self.answer(node, "GET \(path)", ["Accept: \(accept)"])
                    #expect(problem.status == status && problem.problem == code)
                }
            }
            // What programs ask for is a problem for everybody.
            let program = try await Self.answer(node, "GET /api/v1/%2e%2e/health", ["Accept: \(Self.browser)"])
            #expect((program.status, program.problem) == (400, "path-refused"))
        }
    }

    @Test("What an address does not take is told with what it takes, pages among them; nothing is said of TLS over plain HTTP")
    func methods() async throws {
        try await WholeNode.run { node in
            for (line, allow) in [
                ("POST /help", "GET, HEAD"), ("DELETE /law", "GET, HEAD"), ("PUT /person/24/abc/care", "POST"),
                ("GET /logout", "POST"), ("POST /health", "GET, HEAD"), ("PATCH /purpose", "GET, HEAD, POST"),
            ] {
                let page = try await Self.answer(node, line, ["Accept: \(Self.browser)", "Content-Length: 0"])
                #expect(page.status == 405, "\(line)")
                #expect(Self.field("allow", page) == allow, "\(line)")
                let problem = try await Self.answer(node, line, ["Accept: application/json", "Content-Length: 0"])
                #expect((problem.status, problem.problem) == (405, "method-not-allowed"))
                #expect(Self.field("strict-transport-security", problem) == nil)
            }
            #expect(try await Self.answer(node, "POST /nowhere", ["Content-Length: 0"]).status == 404)
            #expect(try await Self.answer(node, "GET /assets/none.css", []).status == 404)
        }
    }
}
