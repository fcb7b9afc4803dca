import Foundation
import Testing

/// A request that no friend sends, and what it is answered with.
struct HostileRequest: Sendable {
    let name: String
    let text: String
    /// Each of them is right; where several are, the standard leaves it open.
    let statuses: Set<Int>

    init(_ name: String, _ text: String, _ statuses: Set<Int>) {
        self.name = name
        self.text = text
        self.statuses = statuses
    }

    private static func get(_ target: String, _ fields: String = "") -> String {
        "GET \(target) HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\(fields)\r\n"
    }

    static let heads = [
        HostileRequest("a field of 100 kB", get("/health", "X-Big: \(String(repeating: "a", count: 100_000))\r\n"), [431]),
        HostileRequest("10,000 fields", get("/health", (0..<10_000).map { "X-\($0): a\r\n" }.joined()), [431]),
        HostileRequest(
            "40 fields of 1 kB", get("/health", (0..<40).map { "X-\($0): \(String(repeating: "a", count: 1000))\r\n" }.joined()),
            [431]),
        HostileRequest("an address of 1 MB", get("/" + String(repeating: "a", count: 1_000_000)), [414, 431]),
        HostileRequest("an address of 100 kB", get("/" + String(repeating: "a", count: 100_000)), [414, 431]),
        HostileRequest("packed", get("/health", "Content-Encoding: gzip\r\nContent-Length: 0\r\n"), [415]),
        HostileRequest("HTTP/0.9", "GET /health\r\n\r\n", [400]),
        HostileRequest("an HTTP that is not", "GET /health HTTP/7.3\r\nHost: a\r\n\r\n", [400, 505]),
        HostileRequest(
            "a method nobody knows", "BREW /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", [400, 405, 501]),
        HostileRequest("a method that is not taken", "DELETE /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", [405]),
        HostileRequest("TRACE", "TRACE /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", [400, 405, 501]),
        HostileRequest(
            "CONNECT", "CONNECT other.example:443 HTTP/1.1\r\nHost: other.example\r\nConnection: close\r\n\r\n", [400, 405, 501]),
        HostileRequest("absolute form", get("http://other.example/health"), [200, 400]),
        HostileRequest("no HTTP at all", "\u{16}\u{3}\u{1}\u{2}\r\n\r\n", [400]),
        HostileRequest("a space before the colon", get("/health", "X-A : 1\r\n"), [400]),
        HostileRequest("a NUL in a field", get("/health", "X-A: 1\u{0}2\r\n"), [400]),
        HostileRequest("a folded field", get("/health", "X-A: 1\r\n 2\r\n"), [200, 400]),
    ]

    static let paths =
        [
            "/api/v1/../../etc/passwd", "/api/v1/%2e%2e/%2e%2e/etc/passwd", "/%2e%2e%2fetc%2fpasswd", "/api/v1/.%2E/health",
            "/health%00",
            "/%00/health", "//health", "/api//v1/variants/1-1-A-G", "/..%5c..%5cetc", "/api/v1/./regions",
            "/health%0d%0aX-A:%201",
        ].map { HostileRequest("path \($0)", get($0), [400]) }

    /// Bodies and their lengths, after a question's head.
    static func bodies(_ head: String) -> [HostileRequest] {
        let big = String(repeating: "a", count: 64 << 10)
        let chunk = "10000\r\n\(big)\r\n"
        let smuggled = "GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
        return [
            HostileRequest("a length over the limit", head + "Content-Length: 5000000000\r\n\r\n", [413]),
            HostileRequest(
                "a body over the limit",
                head + "Content-Length: \(40 * big.utf8.count)\r\n\r\n" + String(repeating: big, count: 40), [413]),
            HostileRequest(
                "chunks over the limit", head + "Transfer-Encoding: chunked\r\n\r\n" + String(repeating: chunk, count: 40), [413]),
            HostileRequest("a bomb", head + "Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\n\u{1F}\u{8}ab", [415]),
            HostileRequest(
                "a packed transfer", head + "Transfer-Encoding: gzip, chunked\r\n\r\n4\r\nabcd\r\n0\r\n\r\n", [400, 415, 501]),
            HostileRequest("two lengths", head + "Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcd" + smuggled, [400]),
            HostileRequest("a length twice", head + "Content-Length: 4, 5\r\n\r\nabcd" + smuggled, [400]),
            HostileRequest(
                "a length and chunks", head + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + smuggled, [400]
            ),
            HostileRequest(
                "chunks and then not", head + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n" + smuggled, [400]),
            HostileRequest("less than nothing", head + "Content-Length: -1\r\n\r\n" + smuggled, [400]),
            HostileRequest("a length with a sign", head + "Content-Length: +4\r\n\r\nabcd" + smuggled, [400]),
            HostileRequest(
                "a chunk of no size", head + "Transfer-Encoding: chunked\r\n\r\nZZ\r\nabcd\r\n0\r\n\r\n" + smuggled, [400]),
            HostileRequest(
                "a chunk whose extension has no end",
                head + "Transfer-Encoding: chunked\r\n\r\n4;" + String(repeating: big, count: 16), [400, 413, 431]),
            HostileRequest(
                "a chunk of too large a size", head + "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\nabcd\r\n",
                [400, 413]),
        ]
    }
}

@Suite("Hostile requests to a whole node", .serialized)
struct HostileRequestTests {
    @Test("Each is refused with a problem, and the node goes on", .timeLimit(.minutes(2)))
    func refused() async throws {
        try await WholeNode.run { node in
            let token = try node.token()
            for request in HostileRequest.heads + HostileRequest.paths + HostileRequest.bodies(node.questionHead(token: token)) {
                let port = node.port
                let answer = try await onThread {
                    let connection = try RawConnection(port: port)
                    defer { connection.close() }
                    connection.send(request.text)
                    return connection.answer(seconds: 10)
                }
                #expect(request.statuses.contains(answer.status), "\(request.name): \(answer.text.prefix(300))")
                #expect(answer.count == 1, "\(request.name) was answered \(answer.count) times")
                if answer.status != 200 { #expect(answer.problem != nil, "\(request.name): \(answer.text.prefix(300))") }
                #expect(try await node.health().status == 200, "after \(request.name)")
            }
        }
    }

    @Test("A body that ends before its length is the client's fault, and not answered as the node's")
    func cutBody() async throws {
        try await WholeNode.run { node in
            let head = node.questionHead(token: try node.token())
            let port = node.port
            for tail in ["Content-Length: 100\r\n\r\n{\"question\"", "Transfer-Encoding: chunked\r\n\r\n40\r\n{\"question\""] {
                let answer = try await onThread {
                    let connection = try RawConnection(port: port)
                    defer { connection.close() }
                    connection.send(head + tail)
                    connection.finishSending()
                    return connection.answer(seconds: 10)
                }
                #expect([0, 400].contains(answer.status), "\(answer.text)")
            }
            #expect(try await node.health().status == 200)
        }
    }
}
