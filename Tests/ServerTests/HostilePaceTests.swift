import Foundation
import Glibc
import Testing

@Suite("Clients that keep a node waiting", .serialized)
struct HostilePaceTests {
    /// Sends a byte now and then until the other side has had enough; how long that took, and what came back.
    private static func drip(
        _ port: Int, after head: String, seconds: Double
    ) async throws -> (answer: RawAnswer, seconds: Double) {
        try await onThread {
            let start = ContinuousClock.now
            let connection = try RawConnection(port: port)
            defer { connection.close() }
            connection.send(head)
            var text = ""
            var isClosed = false
            while !isClosed, (ContinuousClock.now - start) / .seconds(1) < seconds {
                let part = connection.answer(seconds: 0.2, untilClosed: true)
                text += part.text
                isClosed = part.isClosed || !connection.send("a")
            }
            return (RawAnswer(text: text, isClosed: isClosed), (ContinuousClock.now - start) / .seconds(1))
        }
    }

    @Test("Half a head, drop by drop, or nothing at all, is cut off")
    func head() async throws {
        try await WholeNode.run(["limits: {idle-seconds: 1}"]) { node in
            let dripped = try await HostilePaceTests.drip(node.port, after: "GET /health HTTP/1.1\r\nX-A: ", seconds: 15)
            #expect(dripped.answer.isClosed)
            let port = node.port
            let silent = try await onThread {
                let connection = try RawConnection(port: port)
                defer { connection.close() }
                return connection.answer(seconds: 15, untilClosed: true)
            }
            #expect(silent.isClosed && silent.text.isEmpty)
            #expect(try await node.health().status == 200)
        }
    }

    @Test("A body, drop by drop, is refused when its time is over, and the connection closed")
    func body() async throws {
        try await WholeNode.run(["limits: {idle-seconds: 1}"]) { node in
            let head = node.questionHead(token: try node.token())
            for length in ["Content-Length: 1000\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n3E8\r\n"] {
                let dripped = try await HostilePaceTests.drip(node.port, after: head + length, seconds: 20)
                #expect((dripped.answer.status, dripped.answer.problem ?? "") == (408, "body-too-slow"), "\(dripped.answer.text)")
                #expect(dripped.answer.isClosed)
            }
            // Refused before the body is read: the rest of it holds nothing either.
            let stranger = try await HostilePaceTests.drip(
                node.port, after: node.questionHead(token: nil) + "Content-Length: 1000\r\n\r\n", seconds: 20)
            #expect(stranger.answer.status == 401)
            #expect(stranger.answer.isClosed)
            #expect(try await node.health().status == 200)
        }
    }

    @Test("A body with a pause that anybody's line may make is answered")
    func pause() async throws {
        try await WholeNode.run(["limits: {idle-seconds: 4}"]) { node in
            let head = node.questionHead(token: try node.token())
            let port = node.port
            let answer = try await onThread {
                let connection = try RawConnection(port: port)
                defer { connection.close() }
                connection.send(head + "Content-Length: 18\r\n\r\n{\"question\"")
                usleep(500_000)
                connection.send(":\"all\"}")
                return connection.answer(seconds: 20)
            }
            #expect(answer.status == 200, "\(answer.text)")
        }
    }

    @Test("No more connections are taken than are allowed; the next one waits for its turn")
    func connections() async throws {
        try await WholeNode.run(["limits: {connections: 4, idle-seconds: 60}"]) { node in
            let port = node.port
            try await onThread {
                // The one that looked whether the node is there has been let go by then.
                usleep(200_000)
                var held: [RawConnection] = []
                defer { for connection in held { connection.close() } }
                for _ in 0..<4 {
                    let connection = try RawConnection(port: port)
                    connection.send("GET /health HTTP/1.1\r\nHost: a\r\n\r\n")
                    #expect(connection.answer(seconds: 10).status == 200)
                    held.append(connection)
                }
                let next = try RawConnection(port: port)
                defer { next.close() }
                next.send("GET /health HTTP/1.1\r\nHost: a\r\n\r\n")
                #expect(next.answer(seconds: 1).status == 0)
                held.removeLast().close()
                #expect(next.answer(seconds: 10).status == 200)
            }
        }
    }

    @Test("Among two thousand connections that say nothing a good client is answered", .timeLimit(.minutes(2)))
    func crowd() async throws {
        // Both ends are in this process, beside what the other tests hold.
        let count = min(2000, sysconf(Int32(_SC_OPEN_MAX)) / 4)
        try await WholeNode.run(["limits: {connections: 1024, idle-seconds: 2}"]) { node in
            let port = node.port
            let answer = try await onThread {
                var held: [RawConnection] = []
                defer { for connection in held { connection.close() } }
                for _ in 0..<count { held.append(try RawConnection(port: port)) }
                let good = try RawConnection(port: port)
                defer { good.close() }
                good.send("GET /health HTTP/1.1\r\nHost: a\r\n\r\n")
                return good.answer(seconds: 30)
            }
            #expect(answer.status == 200)
        }
    }
}
