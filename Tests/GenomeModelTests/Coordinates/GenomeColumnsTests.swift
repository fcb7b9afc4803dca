import GenomeModel
import Testing

@Suite("A genome in columns")
struct GenomeColumnsTests {
    @Test(
        "Every base but MT's lies in one column, and columns differ by a base at most", arguments: Assembly.allCases, [1, 7, 892])
    func whole(assembly: Assembly, count: Int) throws {
        let columns = GenomeColumns(assembly, count: count)
        #expect(columns.length == GenomeColumns.contigs.reduce(0) { $0 + assembly.length(of: $1) })
        var end = 0
        for column in 0..<count {
            let bases = columns.bases(of: column)
            #expect(bases.lowerBound == end && abs(bases.count - columns.length / count) <= 1)
            end = bases.upperBound
        }
        #expect(end == columns.length)
        // The last base of a chromosome is the one before the first of the next.
        for (left, right) in zip(GenomeColumns.contigs, GenomeColumns.contigs.dropFirst()) {
            let (last, first) = (columns.offset(left, assembly.length(of: left)), columns.offset(right, 1))
            #expect(try #require(last) + 1 == first)
        }
        #expect(columns.offset(.mt, 3243) == nil && columns.column(.mt, 3243) == nil)
        #expect(columns.column(.y, assembly.length(of: .y)) == count - 1 && columns.column(Contig.all[0], 1) == 0)
    }

    @Test("A place lies in the column whose bases it is among", arguments: UInt64(1)...10)
    func places(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let columns = GenomeColumns(.grch38, count: Int.random(in: 1...900, using: &random))
        for _ in 0..<300 {
            let contig = try #require(GenomeColumns.contigs.randomElement(using: &random))
            // Borders of columns are where rounding goes wrong.
            let border = columns.bases(of: Int.random(in: 0..<columns.count, using: &random)).lowerBound
            let start = try #require(columns.offset(contig, 1))
            for place in [
                Int.random(in: 1...Assembly.grch38.length(of: contig), using: &random), border - start, border - start + 1,
            ]
            where (1...Assembly.grch38.length(of: contig)).contains(place) {
                let offset = try #require(columns.offset(contig, place))
                #expect(offset == start + place - 1)
                #expect(columns.bases(of: try #require(columns.column(contig, place))).contains(offset))
            }
        }
    }

    /// The oracle holds every span against every column.
    @Test("The share of each column that is covered is as the slow way says", arguments: UInt64(1)...20)
    func shares(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let columns = GenomeColumns(.grch37, count: 300)
        var intervals: [Interval] = []
        for _ in 0..<Int.random(in: 0...60, using: &random) {
            let contig = try #require(Contig.all.randomElement(using: &random))
            let length = Assembly.grch37.length(of: contig)
            let first = Int.random(in: 1...length, using: &random)
            let last = min(length, first + (Bool.random(using: &random) ? 200 : 40_000_000))
            let (start, end) = (try #require(Position(first)), try #require(Position(last)))
            intervals.append(try #require(Interval(contig: contig, first: start, last: end)))
        }
        let targets = TargetRegions(merging: intervals)
        let shares = columns.shares(of: targets)
        try #require(shares.count == 300)
        for (column, share) in shares.enumerated() {
            let bases = columns.bases(of: column)
            var covered = 0
            for interval in targets.intervals where interval.contig != .mt {
                let start = GenomeColumns.contigs.prefix { $0 != interval.contig }.reduce(0) {
                    $0 + Assembly.grch37.length(of: $1)
                }
                let (first, last) = (start + Int(interval.first.value) - 1, start + Int(interval.last.value) - 1)
                covered += max(0, min(last, bases.upperBound - 1) - max(first, bases.lowerBound) + 1)
            }
            #expect(abs(share - Double(covered) / Double(bases.count)) < 1e-12)
        }
    }

    @Test("A whole genome fills every column, and targets on MT alone fill none")
    func ends() throws {
        let columns = GenomeColumns(.grch38, count: 50)
        #expect(columns.shares(of: .genome) == Array(repeating: 1, count: 50))
        let mitochondrial = TargetRegions(merging: [try Interval.parse("MT:1-16569", assembly: .grch38)])
        #expect(columns.shares(of: mitochondrial) == Array(repeating: 0, count: 50))
        #expect(mitochondrial.length(on: .mt, of: .grch38) == 16_569 && mitochondrial.length(on: .x, of: .grch38) == 0)
        #expect(TargetRegions.genome.length(on: .mt, of: .grch37) == 16_569)
    }

    @Test("Bases are counted as a bitmap counts them", arguments: UInt64(1)...20)
    func lengths(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        var bitmap = [Bool](repeating: false, count: 302)
        var intervals: [Interval] = []
        for _ in 0..<Int.random(in: 0...12, using: &random) {
            let first = Int.random(in: 1...290, using: &random)
            let last = first + Int.random(in: 0...10, using: &random)
            intervals.append(try Interval.parse("7:\(first)-\(last)", assembly: .grch38))
            for place in first...last { bitmap[place] = true }
        }
        let targets = TargetRegions(merging: intervals)
        #expect(targets.length(on: Contig.all[6], of: .grch38) == bitmap.count { $0 })
        #expect(TargetRegions(merging: targets.intervals) == targets)
        for _ in 0..<200 {
            let first = Int.random(in: 1...300, using: &random)
            let last = Int.random(in: first...301, using: &random)
            let interval = try Interval.parse("7:\(first)-\(last)", assembly: .grch38)
            #expect(targets.length(within: interval) == bitmap[first...last].count { $0 })
            #expect(TargetRegions.genome.length(within: interval) == last - first + 1)
        }
    }
}
