import Foundation
import FoundationNetworking
import Glibc
import Testing

@Suite("A node from the command line")
struct ServeCommandTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// Starts a node on a port that nobody has; nil where somebody took it in between.
    private static func start(_ program: Program, port: Int) async throws -> Process? {
        try program.write(
            "node.yaml",
            """
            node: node-24
            data: data
            regions: ["24"]
            listen: 127.0.0.1:\(port)
            signing-key: node.pem
            development: {personas: \(root)/Examples/personas.yaml, issuer-key: issuer.pem}

            """)
        let process = program.process(["serve", "--config", "node.yaml", "--development"])
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        let address = try #require(URL(string: "http://127.0.0.1:\(port)/health"))
        for _ in 0..<300 where process.isRunning {
            if let (_, response) = try? await URLSession.shared.data(from: address),
                (response as? HTTPURLResponse)?.statusCode == 200
            {
                return process
            }
            try await Task.sleep(for: .milliseconds(100))
        }
        process.terminate()
        return nil
    }

    @Test("It serves until SIGTERM and then ends by itself, with 0", .timeLimit(.minutes(2)))
    func serve() async throws {
        let program = try Program()
        defer { program.remove() }
        #expect(try program.run("partition", "init", "--data", "data", "--region", "24", "--demonstration").status == 0)
        #expect(try program.run("node", "key", "node.pem").status == 0)
        var started: Process?
        for _ in 0..<3 where started == nil {
            started = try await ServeCommandTests.start(program, port: Int.random(in: 20_000..<30_000))
        }
        let process = try #require(started)
        let check = try program.run("node", "check", "--config", "node.yaml", "--local")
        #expect(check.status == 0, "\(check.output) \(check.errors)")
        process.terminate()
        for _ in 0..<300 where process.isRunning { try await Task.sleep(for: .milliseconds(100)) }
        #expect(!process.isRunning)
        guard !process.isRunning else { return process.interrupt() }
        #expect((process.terminationReason, process.terminationStatus) == (.exit, 0))
    }

    @Test(
        "An address that another program has is one line with the remedy, exit code 75, and no word of listening",
        arguments: ["listen", "metrics"])
    func taken(_ setting: String) throws {
        let folder = try NodeFolder()
        defer { folder.remove() }
        let taken = try TakenPort()
        let own = setting == "listen" ? folder.port : folder.metrics
        let text = folder.configuration().replacingOccurrences(of: "127.0.0.1:\(own)", with: "127.0.0.1:\(taken.number)")
        try folder.program.write("taken.yaml", text)
        let result = try folder.program.run("serve", "--config", "taken.yaml", "--development")
        #expect(result.status == 75)
        let lines = result.errors.split(separator: "\n").filter { $0.hasPrefix("samsyn: ") }
        #expect(
            lines == [
                "samsyn: 127.0.0.1:\(taken.number) is taken: another program listens there. Stop it (ss -ltnp shows which it is), or choose another port in \(setting) of the configuration."
            ], "\(result.errors)")
        if setting == "listen" { #expect(result.output.isEmpty) }
        withExtendedLifetime(taken) {}
    }

    @Test("A port that the account may not have is exit code 77", .enabled(if: geteuid() != 0, "root may listen everywhere"))
    func forbidden() throws {
        let folder = try NodeFolder()
        defer { folder.remove() }
        let text = folder.configuration().replacingOccurrences(of: "127.0.0.1:\(folder.port)", with: "127.0.0.1:81")
        try folder.program.write("low.yaml", text)
        let result = try folder.program.run("serve", "--config", "low.yaml", "--development")
        #expect(result.status == 77)
        #expect(result.errors.contains("This account may not listen at 127.0.0.1:81."), "\(result.errors)")
    }
}
