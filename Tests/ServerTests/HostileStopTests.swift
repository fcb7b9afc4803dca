import Foundation
import Glibc
import Testing

@Suite("A node that is told to stop")
struct HostileStopTests {
    @Test("It finishes what is under way, takes nothing new and lets idle connections go", .timeLimit(.minutes(1)))
    func stop() async throws {
        let place = try NodePlace(region: "24")
        defer { try? FileManager.default.removeItem(at: place.folder) }
        let node = try await WholeNode(place, ["limits: {idle-seconds: 20}"])
        let port = node.port
        let head = node.questionHead(token: try node.token())
        let (busy, idle) = try await onThread {
            let connections = (try RawConnection(port: port), try RawConnection(port: port))
            connections.0.send(head + "Content-Length: 18\r\n\r\n{\"question\"")
            connections.1.send("GET /health HTTP/1.1\r\nHost: a\r\n\r\n")
            #expect(connections.1.answer(seconds: 10).status == 200)
            // The head of the first has been read by then.
            usleep(300_000)
            return connections
        }
        await node.beginStopping()
        let (isRefused, rest, answer) = try await onThread {
            defer {
                busy.close()
                idle.close()
            }
            let deadline = ContinuousClock.now + .seconds(10)
            var isRefused = false
            while !isRefused, ContinuousClock.now < deadline {
                if let connection = try? RawConnection(port: port) { connection.close() } else { isRefused = true }
                usleep(20_000)
            }
            let rest = idle.answer(seconds: 10, untilClosed: true)
            busy.send(":\"all\"}")
            return (isRefused, rest, busy.answer(seconds: 15, untilClosed: true))
        }
        #expect(isRefused)
        #expect(rest.isClosed && rest.text.isEmpty)
        #expect((answer.status, answer.count) == (200, 1), "\(answer.text)")
        #expect(answer.isClosed)
        try await node.stop()
    }
}
