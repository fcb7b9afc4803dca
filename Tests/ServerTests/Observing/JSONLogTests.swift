import Foundation
import Logging
import Server
import StructuredText
import Synchronization
import Testing

/// Lines in place of standard error.
private final class Lines: Sendable {
    private let text = Mutex("")

    @Sendable func take(_ line: String) { text.withLock { $0 += line } }

    /// Each line as JSON; throws where one is none, or has a member twice.
    var read: [JSONValue] {
        get throws {
            let text = text.withLock { $0 }
            #expect(text.isEmpty || text.hasSuffix("\n"))
            return try text.split(separator: "\n").map { try JSONReader.read(String($0)) }
        }
    }
}

@Suite("The log is one JSON object a line")
struct JSONLogTests {
    private func logger(_ lines: Lines, _ constant: [(String, String)] = [("node", "node-24")]) -> Logger {
        Logger(label: "samsyn") { _ in JSONLogHandler(constant: constant, write: lines.take) }
    }

    @Test("Time, level, message, the node, and what the entry was given")
    func entry() throws {
        let lines = Lines()
        var logger = logger(lines)
        logger[metadataKey: "hb.request.id"] = "0123456789abcdef"
        logger.warning("request", metadata: ["route": "/api/v1/cohorts/{id}", "status": "\(404)"])
        let line = try #require(try lines.read.first)
        #expect(line["level"]?.string == "warning" && line["message"]?.string == "request")
        #expect(line["node"]?.string == "node-24" && line["hb.request.id"]?.string == "0123456789abcdef")
        #expect(line["route"]?.string == "/api/v1/cohorts/{id}" && line["status"]?.string == "404")
        let time = try #require(line["time"]?.string)
        #expect(time.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/) != nil, "\(time)")
    }

    @Test(
        "No text breaks a line or adds a member", arguments: ["a\nb", "a\",\"level\":\"x", "\u{0}\u{1B}[31m", "å\u{2028}ö", "\\"])
    func hostile(_ text: String) throws {
        let lines = Lines()
        logger(lines).info(Logger.Message(stringLiteral: text), metadata: ["route": .string(text)])
        let read = try lines.read
        #expect(read.count == 1)
        #expect(read.first?["message"]?.string == text && read.first?["route"]?.string == text)
        #expect(read.first?["level"]?.string == "info")
    }

    @Test("What every line carries stands once, and an entry cannot replace it")
    func constant() throws {
        let lines = Lines()
        let logger = logger(lines, [("node", "node-24"), ("development", "anybody")])
        logger.info("a", metadata: ["node": "other", "development": "false", "time": "never", "level": "x"])
        logger.error("b")
        for line in try lines.read {
            #expect(line["node"]?.string == "node-24" && line["development"]?.string == "anybody")
            #expect(line["time"]?.string != "never" && line["level"]?.string != "x")
        }
    }

    @Test("Below its level nothing is written")
    func level() throws {
        let lines = Lines()
        var logger = logger(lines)
        logger.logLevel = .warning
        logger.info("a")
        logger.warning("b")
        #expect(try lines.read.map { $0["message"]?.string } == ["b"])
    }

    @Test("Lines of many threads do not mix")
    func threads() async throws {
        let lines = Lines()
        let logger = logger(lines)
        await withTaskGroup { group in
            for number in 0..<50 { group.addTask { logger.info("request", metadata: ["number": "\(number)"]) } }
        }
        let numbers = try lines.read.compactMap { $0["number"]?.string }
        #expect(Set(numbers).count == 50)
    }
}
