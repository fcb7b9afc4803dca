import Foundation
import Testing

/// The intake of the real program: killed with SIGKILL at moments spread over its work, and run several times at once.
@Suite("The intake killed with -9, and from several processes")
struct IntakeKillTests {
    private static let isSoak = ProcessInfo.processInfo.environment["SAMSYN_SOAK"] == "1"

    private static let numbers: [String] = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try? String(
            contentsOf: root.appendingPathComponent("Examples/sweden/test-identity-numbers.txt"), encoding: .utf8)
        return (text ?? "").split(separator: "\n").map(String.init)
    }()

    private func prepare(_ program: Program, records: Int) throws -> (sha256: String, bytes: Int) {
        var vcf = IndexCommandTests.header + "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS\n"
        for place in 1...records { vcf += "chr1\t\(place * 50)\t.\tA\tG\t50\tPASS\t.\tGT\t0/1\n" }
        try program.write("calls.vcf", vcf)
        let made = try program.run("partition", "init", "--data", "data", "--region", "24", "--demonstration")
        #expect(made.status == 0, "\(made.errors)")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "sha256sum '\(program.folder.path)/calls.vcf'"]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        process.waitUntilExit()
        let output = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        return (String(output.prefix(64)), vcf.utf8.count)
    }

    /// A manifest for person `number`, beside a link of the one file of calls.
    private func manifest(_ program: Program, _ number: Int, _ file: (sha256: String, bytes: Int)) throws -> String {
        let folder = program.folder.appendingPathComponent("sent-\(number)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.linkItem(
            at: program.folder.appendingPathComponent("calls.vcf"), to: folder.appendingPathComponent("calls.vcf"))
        let identity = Self.numbers[number]
        let isMale = (identity.utf8.dropFirst(10).first ?? 48) % 2 == 1
        let text = """
            {"format": "samsyn-submission/1", "kind": "new", "case": "C\(number)", "laboratory": "SE24-NUS-GMC",
             "orderingProvider": "SE24-NUS-KLINGEN", "area": "rare", "assembly": "GRCh38",
             "assay": {"name": "wgs", "version": "1", "kind": "genome"},
             "files": [{"name": "calls.vcf", "sha256": "\(file.sha256)", "bytes": \(file.bytes), "role": "variants"}],
             "people": [{"id": "p", "identityNumber": "\(identity)", "sex": "\(isMale ? "male" : "female")"}],
             "specimens": [{"name": "B\(number)", "person": "p", "type": "blood"}],
             "callSets": [{"name": "G\(number)", "specimen": "B\(number)", "file": "calls.vcf", "origin": "germline",
                           "analysed": "2026-11-01"}]}
            """
        return try program.write("sent-\(number)/manifest.json", text)
    }

    private func submit(_ manifest: String) -> [String] {
        ["intake", "submit", "--data", "data", "--region", "24", manifest, "--json"]
    }

    /// What the partition proves about itself: `12 call sets`.
    private func verify(_ program: Program, callSets: Int) throws {
        let result = try program.run("partition", "verify", "--data", "data", "--region", "24")
        #expect(result.status == 0, "\(result.output)\(result.errors)")
        #expect(result.output.contains(" \(callSets) call sets"), "\(result.output)")
        #expect(result.output.contains("\(callSets) submissions"), "\(result.output)")
    }

    @Test("A submission that is killed goes on when the partition is next opened, and is there once")
    func killed() throws {
        let program = try Program()
        defer { program.remove() }
        let file = try prepare(program, records: 20_000)
        let start = ContinuousClock.now
        let first = try program.run(submit(manifest(program, 0, file)))
        #expect(first.status == 0, "\(first.output)\(first.errors)")
        let whole = (ContinuousClock.now - start) / .seconds(1)
        let rounds = Self.isSoak ? 200 : 20
        for round in 1...rounds {
            let manifest = try manifest(program, round, file)
            let process = program.process(submit(manifest))
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            Thread.sleep(forTimeInterval: whole * 1.2 * Double(round) / Double(rounds))
            if process.isRunning { kill(process.processIdentifier, SIGKILL) }
            process.waitUntilExit()
            // The laboratory has no receipt and sends it again.
            let again = try program.run(submit(manifest))
            #expect(again.status == 0, "round \(round): \(again.output)\(again.errors)")
            if round.isMultiple(of: 10) { try verify(program, callSets: round + 1) }
        }
        try verify(program, callSets: rounds + 1)
    }

    @Test("Processes that submit at once wait for each other: nothing is lost, and each is there once")
    func atOnce() throws {
        let program = try Program()
        defer { program.remove() }
        let file = try prepare(program, records: 100)
        let rounds = Self.isSoak ? 60 : 4
        for round in 0..<rounds {
            let processes = try (0..<3).map { place in
                let process = program.process(submit(try manifest(program, round * 3 + place, file)))
                process.standardOutput = FileHandle.nullDevice
                process.standardError = FileHandle.nullDevice
                try process.run()
                return process
            }
            for process in processes {
                process.waitUntilExit()
                #expect(process.terminationStatus == 0)
            }
        }
        try verify(program, callSets: rounds * 3)
    }
}
