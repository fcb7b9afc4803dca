import Foundation
import GenomeModel
import TestSupport
import Testing
import VariantStorage

@Suite("A damaged segment is an error or the right answer, never a crash")
struct FuzzTests {
    /// Changes a few bytes, takes some out or puts some in.
    private func mutate(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
            // Half of the time in the frame, which is the smaller part.
            let isFrame = random.chance(0.4)
            let place =
                isFrame
                ? max(0, bytes.count - Int.random(in: 1...500, using: &random)) : .random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<12, using: &random) {
            case 0: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...64, using: &random)))
            case 1:
                bytes.insert(
                    contentsOf: (0..<Int.random(in: 1...64, using: &random)).map { _ in UInt8(truncatingIfNeeded: random.next())
                    }, at: place)
            case 2: bytes.removeLast(min(bytes.count, 8 * Int.random(in: 1...40, using: &random)))
            case 3...6: bytes[place] = random.pick([0, 1, 0x0F, 0x3F, 0x40, 0x7F, 0x80, 0xC0, 0xFF])
            case 7: bytes[place] &+= 1
            case 8: for offset in place..<min(bytes.count, place + 4) { bytes[offset] = 0xFF }
            default: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            }
        }
        return bytes
    }

    /// All that an index answers, or nil where anything of it is an error.
    private func answers(_ store: SmallStore) throws -> Snapshot? {
        do {
            let index = try VariantIndex(directory: store.directory)
            try index.forEachVariant(cohort: try index.cohort()) { variant, _ in _ = variant.alleles }
            return try Snapshot(index, store.cohort.variants)
        } catch is StorageError {
            return nil
        }
    }

    @Test("Damage that the checksums see")
    func raw() throws {
        let store = try SmallStore(seed: 21, files: 4, sites: 20)
        var random = SeededGenerator(seed: 22)
        for _ in 0..<(Soak.isOn ? 100_000 : 3000) {
            let name = random.pick(store.segmentNames)
            let changed = mutate(store.bytes(name), &random)
            let manifest = StoreSurgery.manifest(store.manifest, replacing: store.bytes(name), by: changed)
            try store.write([name: changed, "MANIFEST": manifest])
            if let answers = try answers(store) { #expect(answers == store.answers) }
        }
    }

    @Test("Damage under checksums that were computed anew")
    func resealed() throws {
        let store = try SmallStore(seed: 23, files: 4, sites: 20)
        var random = SeededGenerator(seed: 24)
        var sound = 0
        for round in 0..<(Soak.isOn ? 200_000 : 6000) {
            let name = random.pick(store.segmentNames)
            let changed = StoreSurgery.reseal(mutate(store.bytes(name), &random))
            let manifest = StoreSurgery.manifest(store.manifest, replacing: store.bytes(name), by: changed)
            try store.write([name: changed, "MANIFEST": manifest])
            _ = try answers(store)
            if try isConsistent(store) { sound += 1 }
            if round.isMultiple(of: 10) {
                do {
                    let writer = try IndexWriter(directory: store.directory, fileSystem: .unsynced)
                    try writer.merge(.everything)
                    let files = try filesUnder(store.directory)
                    if files.keys.count(where: { $0.hasSuffix(".segment") }) > 2 { Issue.record("a merge left its inputs") }
                } catch is StorageError {}
                try? FileManager.default.removeItem(atPath: store.directory + "/MANIFEST.new")
            }
        }
        // The mutations are not all so crude that nothing gets behind the structure.
        #expect(sound > 50)
    }

    /// Where verify accepts a segment, a walk ascends and a lookup finds what the walk showed.
    private func isConsistent(_ store: SmallStore) throws -> Bool {
        do {
            let index = try VariantIndex(directory: store.directory)
            _ = try index.verify()
            let cohort = try index.cohort()
            var last: Variant?
            try index.forEachVariant(cohort: cohort) { stored, frequency in
                let alleles = try #require(stored.alleles)
                let contig = try #require(stored.key.contig)
                guard
                    let variant = Variant(
                        contig: contig, position: stored.position, reference: alleles.reference,
                        alternate: alleles.alternate)
                    // A flipped base can make REF and ALT equal: a key that no variant has.
                else { return }
                if let last { #expect(last < variant) }
                last = variant
                #expect(try index.frequency(of: variant, in: cohort) == frequency)
                let sum = [
                    frequency.het, frequency.hom, frequency.hemi, frequency.reference, frequency.failed, frequency.noCall,
                    frequency.notCovered,
                ].reduce(0, +)
                #expect(sum == frequency.cohort)
            }
            return true
        } catch is StorageError {
            return false
        }
    }

    @Test("Manifests of every kind")
    func manifests() throws {
        let store = try SmallStore(seed: 25, files: 3, sites: 2)
        var random = SeededGenerator(seed: 26)
        for _ in 0..<(Soak.isOn ? 50_000 : 2000) {
            let changed = StoreSurgery.manifest(store.manifest) { lines in
                let line = Int.random(in: 0..<lines.count, using: &random)
                switch Int.random(in: 0..<5, using: &random) {
                case 0: lines.remove(at: line)
                case 1: lines.insert(lines[line], at: Int.random(in: 0..<lines.count, using: &random))
                case 2: lines.swapAt(line, Int.random(in: 0..<lines.count, using: &random))
                case 3:
                    var fields = lines[line].split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
                    fields[Int.random(in: 0..<fields.count, using: &random)] = random.pick([
                        "", "0", "1", "-", "-1", "18446744073709551615", "4294967295", "99999999999999999999", "germline",
                        "genome", "0,1", "1,0",
                        "ffffffffffffffff",
                    ])
                    lines[line] = fields.joined(separator: "\t")
                default:
                    var bytes = Array(lines[line].utf8)
                    if !bytes.isEmpty {
                        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 9..<127, using: &random)
                    }
                    lines[line] = String(decoding: bytes, as: UTF8.self)
                }
            }
            try store.write(["MANIFEST": changed])
            do {
                let index = try VariantIndex(directory: store.directory)
                _ = try Snapshot(index, store.cohort.variants)
                let writer = try IndexWriter(directory: store.directory, fileSystem: .unsynced)
                try writer.defineAssay("another", targets: .genome)
                try writer.merge(.everything)
            } catch is StorageError {}
        }
    }
}
