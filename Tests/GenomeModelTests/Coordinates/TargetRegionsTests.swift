import GenomeModel
import Testing

/// The oracle is a contig of 200 bases, each covered or not.
@Suite struct TargetRegionsTests {
    @Test("Regions answer as a bitmap does", arguments: UInt64(1)...40)
    func bitmap(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let contigs = [Contig.named("2"), .x, .mt]
        var covered = [Contig: [Bool]]()
        var intervals: [Interval] = []
        for _ in 0..<Int.random(in: 0...30, using: &random) {
            let contig = try #require(contigs.randomElement(using: &random))
            let first = Int.random(in: 1...190, using: &random)
            let last = first + Int.random(in: 0...10, using: &random)
            intervals.append(try Interval.parse("\(contig):\(first)-\(last)", assembly: .grch38))
            for place in first...last { covered[contig, default: Array(repeating: false, count: 202)][place] = true }
        }
        let regions = TargetRegions(merging: intervals)
        #expect(regions.length == covered.values.joined().count { $0 })
        for contig in contigs {
            let bitmap = covered[contig] ?? Array(repeating: false, count: 202)
            for first in 1...200 {
                for last in [first, min(200, first + 1), min(200, first + 7)] {
                    let expected = bitmap[first...last].contains(true)
                    #expect(regions.overlaps(contig, first: UInt32(first), last: UInt32(last)) == expected)
                }
            }
        }
        let runs = covered.values.map { bitmap in zip(bitmap, bitmap.dropFirst()).count { !$0 && $1 } }
        #expect(regions.count == runs.reduce(0, +))
        for spans in try #require(regions.spans) {
            for (left, right) in zip(spans, spans.dropFirst()) { #expect(left.last + 1 < right.first) }
        }
    }

    @Test("The order of the intervals does not matter")
    func order() throws {
        let intervals = try ["1:5-9", "1:1-3", "1:4", "2:7-8", "1:20-30", "1:8-12"].map {
            try Interval.parse($0, assembly: .grch38)
        }
        #expect(TargetRegions(merging: intervals) == TargetRegions(merging: intervals.reversed()))
        #expect(TargetRegions(merging: intervals).count == 3)
    }

    @Test("The whole genome covers everything and has no length of its own")
    func genome() {
        #expect(TargetRegions.genome.overlaps(.mt, first: 1, last: 1))
        #expect(TargetRegions.genome.length == nil)
        #expect(TargetRegions(merging: []).length == 0)
    }
}
