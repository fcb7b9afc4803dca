import Foundation
import Testing

/// The real program killed with SIGKILL at moments spread over its work.
@Suite("Killed with -9")
struct KillTests {
    private static let people = 40

    private func sheet(_ program: Program, _ name: String, from first: Int) throws {
        var rows = IndexCommandTests.sheetHeader
        for person in first..<(first + Self.people) {
            rows += "P\(person)\tfile.vcf\tS\twgs\tfemale\tgermline\n"
        }
        try program.write(name, rows)
    }

    @Test("An add that is killed has added everything or nothing, and the next one works")
    func killedWhileAdding() throws {
        let program = try Program()
        defer { program.remove() }
        var vcf = IndexCommandTests.header + "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS\n"
        for place in 1...40_000 { vcf += "chr1\t\(place * 50)\t.\tA\tG\t50\tPASS\t.\tGT\t0/1\n" }
        try program.write("file.vcf", vcf)
        #expect(try program.run("index", "create", "index", "--assembly", "GRCh38").status == 0)
        #expect(try program.run("index", "assay", "index", "wgs", "--genome").status == 0)
        // How long a whole add takes here; the kills are spread over that.
        try sheet(program, "first.tsv", from: 0)
        let start = ContinuousClock.now
        #expect(try program.run("index", "add", "index", "first.tsv").status == 0)
        let whole = (ContinuousClock.now - start) / .seconds(1)
        var present = Self.people
        let rounds = ProcessInfo.processInfo.environment["SAMSYN_SOAK"] == "1" ? 200 : 12
        for round in 1...rounds {
            try sheet(program, "next.tsv", from: round * 1000)
            let process = program.process(["index", "add", "index", "next.tsv"])
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            try process.run()
            Thread.sleep(forTimeInterval: whole * 1.2 * Double(round) / Double(rounds))
            if process.isRunning { kill(process.processIdentifier, SIGKILL) }
            process.waitUntilExit()
            let answer = try #require(try program.query("1-50-A-G").first)
            let found = try #require(answer["cohort"] as? Int)
            #expect(answer["het"] as? Int == found, "every call set that is there is there once")
            if process.terminationReason == .exit, process.terminationStatus == 0 {
                #expect(found == present + Self.people, "an acknowledged sheet is there")
            } else {
                #expect(found == present || found == present + Self.people, "nothing half")
            }
            present = found
        }
        #expect(try program.run("index", "merge", "index").status == 0)
        let verified = try program.run("index", "verify", "index")
        #expect(verified.status == 0, "\(verified.errors)")
        #expect(try program.query("1-50-A-G").first?["cohort"] as? Int == present)
    }
}
