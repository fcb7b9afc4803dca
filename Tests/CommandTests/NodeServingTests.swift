import Foundation
import FoundationNetworking
import Testing

/// A node that runs as a process of its own.
private struct ServedNode {
    struct Answer {
        let status: Int
        let body: String
        let identifier: String?
    }

    let folder: NodeFolder
    let process: Process
    private let log: URL

    init(_ folder: NodeFolder) throws {
        self.folder = folder
        process = folder.program.process(["serve", "--config", "node.yaml", "--development"])
        log = folder.program.folder.appendingPathComponent("log")
        _ = FileManager.default.createFile(atPath: log.path, contents: nil)
        process.standardError = try FileHandle(forWritingTo: log)
        process.standardOutput = FileHandle.nullDevice
        try process.run()
    }

    func ask(_ path: String, port: UInt16? = nil, token: String? = nil, identifier: String? = nil) async throws -> Answer {
        var request = URLRequest(url: try #require(URL(string: "http://127.0.0.1:\(port ?? folder.port)\(path)")))
        if let token { request.setValue("Bearer \(token)", forHTTPHeaderField: "Authorization") }
        if let identifier { request.setValue(identifier, forHTTPHeaderField: "X-Request-ID") }
        let (data, response) = try await URLSession.shared.data(for: request)
        let answer = try #require(response as? HTTPURLResponse)
        return Answer(
            status: answer.statusCode, body: String(decoding: data, as: UTF8.self),
            identifier: answer.value(forHTTPHeaderField: "X-Request-ID"))
    }

    /// Until it is ready, thirty seconds at most: the machine may have other work.
    func becomeReady() async throws {
        for _ in 0..<150 {
            if let answer = try? await ask("/ready"), answer.status == 200 { return }
            if !process.isRunning { break }
            try await Task.sleep(for: .milliseconds(200))
        }
        let said = try text()
        Issue.record("not ready: \(said)")
    }

    func text() throws -> String { try String(contentsOf: log, encoding: .utf8) }

    func lines() throws -> [[String: Any]] {
        try text().split(separator: "\n").map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], "\(line)")
        }
    }

    func stop() {
        if process.isRunning { process.terminate() }
        process.waitUntilExit()
    }
}

@Suite("A node as a process: metrics and log show what was done, and of whom nothing")
struct NodeServingTests {
    @Test("Metrics on their own port name templates, the log is JSON with identifiers, and neither has what was asked for")
    func observed() async throws {
        let folder = try NodeFolder()
        defer { folder.remove() }
        let token = try folder.program.succeed(
            "token", "--config", "node.yaml", "--persona", "forvaltare-vasterbotten-1", "--purpose", "laboratory-operation"
        ).trimmingCharacters(in: .whitespacesAndNewlines)
        let node = try ServedNode(folder)
        defer { node.stop() }
        try await node.becomeReady()

        let secret = "hemligtnamn-4711"
        let identifier = "abcdef0123456789-test"
        let known = try await node.ask(
            "/api/v1/regions/24/submissions/\(secret)?case=\(secret)", token: token, identifier: identifier)
        #expect(known.identifier == identifier)
        #expect((400..<500).contains(known.status), "\(known.body)")
        let unmatched = try await node.ask("/\(secret)/elsewhere?name=\(secret)", token: token)
        #expect(unmatched.status == 404 && unmatched.identifier?.isEmpty == false)
        let unsigned = try await node.ask("/beacon/individuals?filters=\(secret)")
        #expect(unsigned.status == 401)
        // What is not well formed is not taken over.
        #expect(try await node.ask("/health", identifier: "a b").identifier != "a b")

        let metrics = try await node.ask("/metrics", port: folder.metrics)
        #expect(metrics.status == 200 && metrics.body.hasSuffix("\n"))
        #expect(try await node.ask("/metrics").status == 404, "metrics are on their own port only")
        #expect(!metrics.body.contains(secret) && !metrics.body.contains(identifier))
        let routes = Set(metrics.body.matches(of: /route="([^"]*)"/).map { String($0.output.1) })
        #expect(
            routes.contains("unmatched") && routes.contains { $0.hasPrefix("/api/v1/regions/{region}/submissions/{") },
            "\(routes)")
        func count(_ text: String) -> Int {
            text.split(separator: "\n").filter { $0.hasPrefix("samsyn_requests_total{") }
                .compactMap { $0.split(separator: " ").last.flatMap { Int($0) } }.reduce(0, +)
        }
        _ = try await node.ask("/health")
        #expect(try await count(node.ask("/metrics", port: folder.metrics).body) > count(metrics.body))

        node.stop()
        #expect(node.process.terminationStatus == 0 && node.process.terminationReason == .exit)
        let text = try node.text()
        #expect(!text.contains(secret) && !text.contains(token))
        let lines = try node.lines()
        let requests = lines.filter { $0["message"] as? String == "request" }
        #expect(requests.count >= 5)
        for line in lines {
            #expect(line["time"] is String && line["level"] is String && line["node"] as? String == "node-24", "\(line)")
            #expect((line["development"] as? String)?.isEmpty == false, "\(line)")
        }
        #expect(requests.allSatisfy { ($0["hb.request.id"] as? String)?.isEmpty == false && $0["route"] is String })
        #expect(requests.contains { $0["hb.request.id"] as? String == identifier })
    }
}
