import GenomeModel
import Testing
import VariantStorage

@Suite("Which segments are merged")
struct MergePlanTests {
    /// A manifest with segments of these lengths, numbered from 1; `erased` of them wait.
    private func manifest(_ germline: [Int], tumour: [Int] = [], erased: Set<Int> = []) throws -> Manifest {
        var lines = ["samsyn-index\t1", "assembly\tGRCh38", "next\t1000"]
        for (index, length) in (germline + tumour).enumerated() {
            let origin = index < germline.count ? "germline" : "tumour"
            let mark = erased.contains(index + 1) ? "0" : "-"
            lines.append("segment\t\(origin)\t\(index + 1)\t\(length)\t0000000000000000\t\(mark)")
        }
        return try Manifest(parsing: StoreSurgery.sealed(lines), place: "")
    }

    private func next(_ plan: MergePlan, _ manifest: Manifest) -> [UInt64]? { plan.next(in: manifest)?.map(\.number) }

    @Test(
        "A level is a power of eight, from 64 kB",
        arguments: [
            (0, 0), (1, 0), (65_536, 0), (65_537, 1), (524_288, 1), (524_289, 2), (4_194_304, 2), (4_194_305, 3),
            (1 << 40, 8), (1 << 61, 15), (Int.max, 16),
        ])
    func levels(length: Int, level: Int) { #expect(MergePlan.level(length) == level) }

    @Test("Sixteen of one level and origin become one; fifteen stay")
    func fanOut() throws {
        let small = [Int](repeating: 1000, count: 15)
        #expect(next(.levels, try manifest(small, tumour: small)) == nil)
        #expect(next(.levels, try manifest(small + [100_000], tumour: small)) == nil)
        #expect(next(.levels, try manifest([100_000] + small + [5], tumour: small)) == Array(2...17).map { UInt64($0) })
        #expect(next(.levels, try manifest([], tumour: small + [7])) == Array(1...16).map { UInt64($0) })
    }

    @Test("Erased call sets are taken out one segment at a time, then the levels are seen to")
    func erasures() throws {
        #expect(next(.levels, try manifest([1, 2, 3], erased: [2])) == nil)
        #expect(next(.erasures, try manifest([1, 2, 3], erased: [2, 3])) == [2])
        #expect(next(.erasures, try manifest([1, 2], tumour: [3], erased: [3])) == [3])
        #expect(next(.erasures, try manifest([1, 2, 3])) == nil)
    }

    @Test("Everything is one segment an origin without erased call sets")
    func everything() throws {
        #expect(next(.everything, try manifest([1, 2], tumour: [3])) == [1, 2])
        #expect(next(.everything, try manifest([1], tumour: [3, 4])) == [2, 3])
        #expect(next(.everything, try manifest([1], tumour: [3])) == nil)
        #expect(next(.everything, try manifest([1], tumour: [3], erased: [2])) == [2])
        #expect(next(.everything, try manifest([])) == nil)
    }
}
