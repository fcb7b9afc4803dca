import Foundation
import Testing

/// The surfaces that others call: options, exit codes and the names in the JSON.
@Suite("A region's partition from the command line")
struct PartitionCommandTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path
    private static let here = ["--data", "data", "--region", "24"]
    private static let question = "carries 17-43093464-G-A"

    private static func example(_ name: String) -> String { root + "/Examples/submissions/\(name)/manifest.json" }

    private func prepared() throws -> Program {
        let program = try Program()
        try program.expect(0, ["partition", "init", "--demonstration"] + Self.here)
        return program
    }

    @Test("Made once, proved, backed up and restored")
    func partition() throws {
        let program = try prepared()
        defer { program.remove() }
        #expect(try program.run(["partition", "init"] + Self.here).status == 65)
        try program.expect(0, ["intake", "submit"] + Self.here + [Self.example("trio")])
        let proved = try program.expect(0, ["partition", "verify"] + Self.here)
        #expect(proved.hasPrefix("Sound: 3 people, 3 call sets, 1 submissions"))
        try program.expect(0, ["partition", "backup"] + Self.here + ["backup"])
        try program.expect(
            0, ["partition", "restore", "--data", "other", "--region", "24", "--key-file", "data/keys/24.key", "backup"])
        try program.expect(
            0, ["partition", "verify", "--data", "other", "--region", "24", "--key-file", "data/keys/24.key"])
        // Another directory has no partition, and another region not this one's.
        #expect(try program.run(["partition", "verify", "--data", "nowhere", "--region", "24"]).status != 0)
        #expect(try program.run(["partition", "verify", "--data", "data", "--region", "99"]).status == 64)
        let stored = program.folder.appendingPathComponent("data/partitions/24/files")
        let name = try #require(try FileManager.default.contentsOfDirectory(atPath: stored.path).first)
        try Data("something else".utf8).write(to: stored.appendingPathComponent(name))
        let found = try program.run(["partition", "verify"] + Self.here)
        #expect(found.status == 65 && found.output.contains("FAULT  files/\(name)"))
    }

    @Test("A receipt has the names that laboratories read, and a quarantined submission ends with 65")
    func intake() throws {
        let program = try prepared()
        defer { program.remove() }
        let receipt = try program.json(0, ["intake", "submit"] + Self.here + [Self.example("panel"), "--json"])
        for name in ["submission", "kind", "state", "files", "callSets", "diagnostics", "warnings", "remedy"] {
            #expect(receipt.keys.contains(name), "\(name)")
        }
        #expect(receipt["state"] as? String == "available")
        let id = try #require(receipt["submission"] as? String)
        let status = try program.expect(0, ["intake", "status"] + Self.here + [id, "--json"])
        #expect(status.contains(id))
        try program.expect(0, ["intake", "watch"] + Self.here + ["--once"])
        let bad = try program.write("manifest.json", "{\"format\":\"samsyn-submission/1\"}")
        let refused = try program.run(["intake", "submit"] + Self.here + [bad, "--json"])
        #expect(refused.status == 65)
        #expect(refused.output.contains("\"quarantined\"") && refused.output.contains("\"remedy\""))
        #expect(try program.run(["intake", "submit"] + Self.here + ["missing.json"]).status == 66)
    }

    @Test("An answer and an explanation have the names that others read")
    func questions() throws {
        let program = try prepared()
        defer { program.remove() }
        try program.expect(0, ["intake", "submit"] + Self.here + [Self.example("exome")])
        let own = ["--data", "data", "--as", "bioinformatiker-umea", "--personas", Self.root + "/Examples/personas.yaml"]
        let answer = try program.json(
            0, ["cohort", "count"] + own + ["--purpose", "own-provider-comparison", "--scope", "region", "all", "--json"])
        for name in ["total", "regions", "basis", "decides", "regime", "dataRelease", "elapsed_ms"] {
            #expect(answer.keys.contains(name), "\(name)")
        }
        #expect(answer["total"] as? Int == 1)
        let region = try #require((answer["regions"] as? [[String: Any]])?.first)
        #expect(Set(region.keys).isSuperset(of: ["region", "state", "count", "band", "reason"]))
        #expect(region["state"] as? String == "answered" && region["region"] as? String == "24")
        let refused = try program.json(
            0,
            [
                "cohort", "count", "--data", "data", "--as", "genetiker-skane", "--personas",
                Self.root + "/Examples/personas.yaml",
                "--purpose", "another-patients-care", Self.question, "--json",
            ])
        #expect(refused["total"] is NSNull)
        #expect(((refused["regions"] as? [[String: Any]])?.first)?["state"] as? String == "refused")
        let explanation = try program.json(
            0, ["access", "explain"] + own + ["--purpose", "own-provider-comparison", Self.question, "--json"])
        for name in ["decision", "basis", "decides", "regime", "obligations", "reasons"] {
            #expect(explanation.keys.contains(name), "\(name)")
        }
        let reason = try #require((explanation["reasons"] as? [[String: Any]])?.first)
        #expect(Set(reason.keys) == ["for", "text", "reference"])
        #expect(["refused", "boolean", "count", "aggregate", "record"].contains(explanation["decision"] as? String))
        try program.expect(
            0, ["cohort", "frequency"] + own + ["--purpose", "quality-follow-up", "frequency 17-43093464-G-A where all"])
        // A fault in the question points at its place and is wrong use.
        let fault = try program.run(["cohort", "count"] + own + ["--purpose", "own-provider-comparison", "sex = nobody"])
        #expect(fault.status == 64 && fault.errors.contains("sex"))
        #expect(try program.run(["cohort", "count"] + own + ["--purpose", "curiosity", "all"]).status == 64)
        #expect(
            try program.run(
                ["cohort", "count", "--data", "data", "--as", "nobody", "--purpose", "statistics", "all"] + own.suffix(2)
            ).status
                == 64)
    }

    @Test("A person's statements, a refused copy, the four acts and the ledger")
    func people() throws {
        let program = try prepared()
        defer { program.remove() }
        try program.expect(0, ["intake", "submit"] + Self.here + [Self.example("trio")])
        let shown = try program.expect(0, ["ledger", "show"] + Self.here + ["--json"])
        #expect(shown.contains("\"intake\""))
        let personas = ["--personas", Self.root + "/Examples/personas.yaml"]
        let child = try program.pseudonym(of: "201712212396", Self.here, personas[1])
        let mother = try program.pseudonym(of: "198612222383", Self.here, personas[1])
        let consent = try program.expect(0, ["person", "consent"] + Self.here + [mother, "block-towards-others", "yes"])
        #expect(consent.contains("It holds from"))
        let proposed = try program.expect(0, ["person", "consent"] + Self.here + [mother, "general-study", "yes"])
        #expect(proposed.contains("no effect today"))
        #expect(
            try program.run(["person", "consent"] + Self.here + [child, "block-towards-others", "yes", "--by", "guardian"]).status
                == 77)
        #expect(try program.run(["person", "consent"] + Self.here + [child, "block-towards-others", "perhaps"]).status == 64)
        #expect(
            try program.run(
                ["person", "copy"] + Self.here + [child, "--as", "forskare-uppsala", "--project", "2025-01234-01"] + personas
            ).status == 77)
        try program.expect(0, ["person", "end"] + Self.here + [mother, "stop-using", "--decision", "D-1"])
        #expect(try program.run(["person", "end"] + Self.here + [mother, "delete-copy", "--decision", "D-2"]).status == 65)
        #expect(try program.run(["person", "end"] + Self.here + [mother, "forget", "--decision", "D-3"]).status == 64)
        #expect(try program.run(["person", "end"] + Self.here + [child, "destroy"]).status == 64)
        try program.expect(0, ["person", "end"] + Self.here + [child, "destroy", "--decision", "IVO-1"])
        #expect(try program.run(["person", "end"] + Self.here + [child, "destroy", "--decision", "IVO-1"]).status == 65)
        let proved = try program.expect(0, ["partition", "verify"] + Self.here)
        #expect(proved.contains("2 endings proved"))
        try program.expect(0, ["ledger", "verify"] + Self.here)
        try program.expect(0, ["ledger", "review"] + Self.here)
        try program.expect(0, ["ledger", "sample-check"] + Self.here + ["--as", "logggranskare-vasterbotten"] + personas)
    }
}

extension Program {
    /// Runs a command that is to end with `status`; what it printed.
    @discardableResult
    fileprivate func expect(_ status: Int32, _ arguments: [String]) throws -> String {
        let result = try run(arguments)
        guard result.status == status else { throw Unexpected(result: result) }
        return result.output
    }

    fileprivate func json(_ status: Int32, _ arguments: [String]) throws -> [String: Any] {
        let output = try expect(status, arguments)
        return try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any] ?? [:]
    }

    /// Finds a person by number as staff do: the number on standard input, the pseudonym in what is shown.
    fileprivate func pseudonym(of number: String, _ here: [String], _ personas: String) throws -> String {
        let process = process(
            ["person", "show"] + here + [
                "-", "--as", "bioinformatiker-umea", "--purpose", "laboratory-operation", "--personas", personas,
            ])
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        input.fileHandleForWriting.write(Data((number + "\n").utf8))
        try input.fileHandleForWriting.close()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return String(text.prefix(32))
    }
}
