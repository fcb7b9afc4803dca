import AccessModel
import ClinicalModel
import Foundation
import GenomeModel
import Operations
import Questions
import Records
import StructuredText
import Testing
import VariantStorage

@Suite("Proving a partition")
struct VerifyPartitionTests {
    private func region() async throws -> TestRegion {
        let region = try await TestRegion.make("24", in: try Workspace())
        try await region.submit("A", (0..<6).map { Someone(number: $0, genotypes: ["0/1"]) })
        try await region.submit("B", [Someone(number: 50, genotypes: ["1/1"])])
        return region
    }

    private func faults(_ region: TestRegion) async throws -> [String] {
        try await VerifyPartition(partition: region.partition).run().faults.map(\.place)
    }

    private func stored(_ region: TestRegion) throws -> String {
        let submission = try #require(
            try region.partition.records.callSets(of: try region.pseudonym(50)).first?.submission)
        return try #require(try region.partition.records.files(of: submission).first?.sha256)
    }

    @Test("A sound one has nothing to say")
    func sound() async throws {
        let region = try await region()
        let report = try await VerifyPartition(partition: region.partition).run()
        #expect(report.faults.isEmpty)
        #expect([report.people, report.callSets, report.submissions, report.files] == [7, 7, 2, 2] as [Int])
    }

    @Test("A flipped byte in a stored file is found, and named")
    func flippedByte() async throws {
        let region = try await region()
        let digest = try stored(region)
        let url = URL(fileURLWithPath: region.layout.file(digest))
        var bytes = try Data(contentsOf: url)
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: url)
        #expect(try await faults(region) == ["files/" + digest])
    }

    @Test("A missing file is found")
    func missingFile() async throws {
        let region = try await region()
        let digest = try stored(region)
        try FileManager.default.removeItem(atPath: region.layout.file(digest))
        #expect(try await faults(region) == ["files/" + digest])
    }

    @Test("A call set that was taken out of the index behind the records' back is found")
    func missingCallSet() async throws {
        let region = try await region()
        try IndexWriter(directory: region.layout.index(.grch38)).commit(adding: [], erasing: ["C3"])
        #expect(try await faults(region).contains("variants/GRCh38"))
    }

    @Test("A call set that no record knows is taken out of the index")
    func surplusCallSet() async throws {
        let region = try await region()
        let assay = try #require(try region.partition.index(.grch38)?.assays.first?.name)
        let sheet = try region.space.sheet([
            (
                callSet: "smuggled", vcf: try region.space.write("x.vcf", TestRegion.vcf([Someone(number: 9)])), sample: "S9",
                assay: assay, sex: .female, origin: .germline
            )
        ])
        _ = try await AddCallSets(directory: region.layout.index(.grch38), sheet: sheet, mode: .add).run()
        #expect(try region.partition.index(.grch38)?.callSetNames().contains("smuggled") == true)
        #expect(try await faults(region).isEmpty)
        #expect(try region.partition.index(.grch38)?.callSetNames().contains("smuggled") == false)
    }

    @Test("An edited event of the ledger is found")
    func editedEvent() async throws {
        let region = try await region()
        let script =
            "import sqlite3\nc = sqlite3.connect('\(region.layout.audit)')\n"
            + "for (n,) in c.execute(\"select name from sqlite_master where type='trigger'\").fetchall(): c.execute(f'drop trigger \\\"{n}\\\"')\n"
            + "c.execute(\"update event set payload = replace(payload, 'intake', 'entrée') where seq = 2\")\nc.commit()\n"
        let path = try region.space.write("edit.py", script)
        let result = try Shell.run("python3 '\(path)'")
        try #require(result.status == 0, "\(result.errors)")
        #expect(try await faults(region).contains("audit.sqlite"))
    }

    @Test("A destroyed person's bytes that were put back are found")
    func bytesBack() async throws {
        let region = try await region()
        let person = try region.pseudonym(50)
        #expect(
            try await EndData(partition: region.partition, person: person, act: .destroy, decision: "D", actor: "test").run()
                .isEmpty)
        #expect(try await faults(region).isEmpty)
        try Data("from an old mail: \(person.text)\n".utf8)
            .write(to: URL(fileURLWithPath: region.layout.receipts + "/old.txt"))
        #expect(try await faults(region) == ["ending D"])
    }
}
