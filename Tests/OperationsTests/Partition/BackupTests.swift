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

@Suite("Backup, restore and the region's key")
struct BackupTests {
    private func region() async throws -> TestRegion {
        let region = try await TestRegion.make("24", in: try Workspace())
        try await region.submit("A", (0..<6).map { Someone(number: $0, genotypes: ["0/1"]) })
        return region
    }

    private func backUp(_ region: TestRegion) async throws -> String {
        let directory = region.space.path("backup")
        _ = try await BackUpPartition(partition: region.partition, directory: directory).run()
        return directory
    }

    private func elsewhere(_ region: TestRegion, _ code: RegionCode? = nil) -> PartitionLayout {
        PartitionLayout(data: region.space.path("restored"), region: code ?? region.code)
    }

    @Test("What is restored answers and proves itself as the original does, and goes on from there")
    func roundTrip() async throws {
        let region = try await region()
        let backup = try await backUp(region)
        // What comes later is not in it.
        try await region.submit("B", [Someone(number: 60)])
        let layout = elsewhere(region)
        _ = try await RestorePartition(layout: layout, backup: backup, key: region.key).run()
        let restored = TestRegion(
            space: region.space, code: region.code, layout: layout, key: region.key,
            partition: try await Partition.open(layout, key: region.key, now: { TestRegion.noon }))
        #expect(try await restored.ownCount("carries \(TestRegion.variant(0))") == 6)
        #expect(try await restored.ownCount("all") == 6)
        let report = try await VerifyPartition(partition: restored.partition).run()
        #expect(report.faults.isEmpty, "\(report.faults)")
        try await restored.submit("B", [Someone(number: 60)], suffix: "again")
        #expect(try await restored.ownCount("all") == 7)
        await #expect(throws: PartitionError.self) {
            try await RestorePartition(layout: layout, backup: backup, key: region.key).run()
        }
        await #expect(throws: BackupError(.notEmpty, place: backup)) {
            try await BackUpPartition(partition: region.partition, directory: backup).run()
        }
    }

    @Test("A damaged or incomplete backup is refused, and leaves no partition behind")
    func damaged() async throws {
        let region = try await region()
        let backup = try await backUp(region)
        let files = try FileManager.default.subpathsOfDirectory(atPath: backup).filter {
            (try? FileManager.default.attributesOfItem(atPath: backup + "/" + $0)[.type] as? FileAttributeType) == .typeRegular
        }
        #expect(files.count > 6)
        for (place, name) in files.enumerated() {
            let url = URL(fileURLWithPath: backup + "/" + name)
            let original = try Data(contentsOf: url)
            if original.isEmpty { continue }
            var changed = original
            changed[changed.count / 2] ^= 0x20
            for kind in 0..<2 {
                if kind == 0 { try changed.write(to: url) } else { try FileManager.default.removeItem(at: url) }
                let isListChangedHarmlessly = kind == 0 && name == "BACKUP.json"
                if !isListChangedHarmlessly {
                    await #expect(throws: BackupError.self, "\(name) \(kind)") {
                        try await RestorePartition(layout: elsewhere(region), backup: backup, key: region.key).run()
                    }
                    #expect(!FileManager.default.fileExists(atPath: elsewhere(region).records), "\(place)")
                    #expect(!FileManager.default.fileExists(atPath: elsewhere(region).directory + ".restoring"), "\(place)")
                }
                try original.write(to: url)
            }
        }
        _ = try await RestorePartition(layout: elsewhere(region), backup: backup, key: region.key).run()
    }

    @Test("Another region's backup and another key are refused, and leave no partition behind")
    func others() async throws {
        let region = try await region()
        let backup = try await backUp(region)
        let other = try #require(RegionCode("12"))
        await #expect(throws: BackupError(.foreign, place: backup)) {
            try await RestorePartition(layout: elsewhere(region, other), backup: backup, key: region.key).run()
        }
        await #expect(throws: SealingError.self) {
            try await RestorePartition(layout: elsewhere(region), backup: backup, key: RegionKey()).run()
        }
        #expect(!FileManager.default.fileExists(atPath: elsewhere(region).records))
        _ = try await RestorePartition(layout: elsewhere(region), backup: backup, key: region.key).run()
    }

    @Test("After rotation the old key opens nothing, the new one everything, and pseudonyms are the same")
    func rotation() async throws {
        let region = try await region()
        let before = try region.pseudonym(0)
        let number = try #require(try region.partition.identity.number(of: before))
        let key = RegionKey()
        #expect(try await RotateKey(partition: region.partition, key: key).run() > 6)
        #expect(try region.pseudonym(0) == before)
        await #expect(throws: SealingError.self) { _ = try await region.reopened() }
        let reopened = try await Partition.open(region.layout, key: key, now: { TestRegion.noon })
        #expect(try reopened.identity.number(of: before) == number)
        #expect(try await VerifyPartition(partition: reopened).run().faults.isEmpty)
    }
}
