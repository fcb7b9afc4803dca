/// The chromosomes of an assembly, 1 to Y, end to end, cut into columns that are equally wide to a base: what a drawing of the whole
/// genome has room for. MT would be thinner than a line, and lies in no column.
public struct GenomeColumns: Hashable, Sendable {
    /// In the order in which they lie.
    public static let contigs: [Contig] = Contig.all.filter { $0 != .mt }

    public let assembly: Assembly
    /// At least 1.
    public let count: Int
    /// Bases of all chromosomes together.
    public let length: Int
    /// Bases before each chromosome, by its place in `contigs`.
    private let starts: [Int]

    public init(_ assembly: Assembly, count: Int) {
        var starts: [Int] = []
        var length = 0
        for contig in GenomeColumns.contigs {
            starts.append(length)
            length += assembly.length(of: contig)
        }
        self.assembly = assembly
        self.count = max(1, count)
        self.starts = starts
        self.length = length
    }

    /// Bases that lie before a place; a place behind its chromosome's end counts as the last base. Nil on MT.
    public func offset(_ contig: Contig, _ position: Int) -> Int? {
        guard contig != .mt else { return nil }
        return starts[Int(contig.rawValue) - 1] + min(max(position, 1), assembly.length(of: contig)) - 1
    }

    /// The bases of a column, as offsets.
    public func bases(of column: Int) -> Range<Int> { column * length / count..<(column + 1) * length / count }

    /// Nil on MT.
    public func column(_ contig: Contig, _ position: Int) -> Int? { offset(contig, position).map(column(ofOffset:)) }

    private func column(ofOffset offset: Int) -> Int {
        // The borders are rounded down, so that the first guess can lie one too far to the left.
        let guess = offset * count / length
        return bases(of: guess).upperBound <= offset ? guess + 1 : guess
    }

    /// The share of each column's bases that are targets, 0–1. Cost: linear in the targets' spans and in the columns.
    public func shares(of targets: TargetRegions) -> [Double] {
        guard let spans = targets.spans else { return [Double](repeating: 1, count: count) }
        var covered = [Int](repeating: 0, count: count)
        for contig in GenomeColumns.contigs {
            for span in spans[Int(contig.rawValue) - 1] {
                guard let first = offset(contig, Int(span.first)), let last = offset(contig, Int(span.last)) else { continue }
                for column in column(ofOffset: first)...column(ofOffset: last) {
                    let bases = bases(of: column)
                    covered[column] += min(last + 1, bases.upperBound) - max(first, bases.lowerBound)
                }
            }
        }
        return covered.enumerated().map { Double($1) / Double(max(1, bases(of: $0).count)) }
    }
}
