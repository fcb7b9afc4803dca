internal import GenomeModel

/// A batch of calls whose variants can be walked in the order of the store.
struct SortedRun {
    let batch: CallBatch
    /// Row numbers in order; nil where the rows are in order as they stand.
    private var order: [UInt32]?
    /// Index into `longAlleles` a row, and where each one's letters begin: only for batches that have any.
    private let longStarts: [UInt32: Int]
    private let longIndex: [UInt32: Int]

    init(_ batch: CallBatch) {
        self.batch = batch
        var starts: [UInt32: Int] = [:]
        var indices: [UInt32: Int] = [:]
        var place = 0
        for (index, long) in batch.longAlleles.enumerated() {
            starts[long.row] = place
            indices[long.row] = index
            place += Int(long.referenceLength + long.alternateLength)
        }
        longStarts = starts
        longIndex = indices
        order = nil
        order = SortedRun.sort(self)
    }

    var count: Int { batch.keys.count }
    var first: VariantKey { batch.keys[row(0)] }
    var last: VariantKey { batch.keys[row(count - 1)] }

    /// The row that comes at `place` in order.
    @inline(__always)
    func row(_ place: Int) -> Int { order.map { Int($0[place]) } ?? place }

    /// The calls of a row, as indices into the batch's columns.
    @inline(__always)
    func calls(_ row: Int) -> Range<Int> { (row == 0 ? 0 : Int(batch.callEnds[row - 1]))..<Int(batch.callEnds[row]) }

    /// Calls `body` with the alleles of a row whose key is a hash, nil for another.
    @inline(__always)
    func withAllele<Result>(_ row: Int, _ body: (LongAllele?) -> Result) -> Result {
        guard !batch.keys[row].isReversible, let start = longStarts[UInt32(row)], let index = longIndex[UInt32(row)] else {
            return body(nil)
        }
        let long = batch.longAlleles[index]
        return batch.alleleBytes.withUnsafeBufferPointer { bytes in
            let middle = start + Int(long.referenceLength)
            return body(
                LongAllele(
                    reference: UnsafeBufferPointer(rebasing: bytes[start..<middle]),
                    alternate: UnsafeBufferPointer(rebasing: bytes[middle..<(middle + Int(long.alternateLength))])))
        }
    }

    /// Negative, zero or positive as one row comes before, is the same variant as, or comes after another.
    static func compare(_ left: SortedRun, _ leftRow: Int, _ right: SortedRun, _ rightRow: Int) -> Int {
        let (first, second) = (left.batch.keys[leftRow], right.batch.keys[rightRow])
        if first != second { return first < second ? -1 : 1 }
        if first.isReversible { return 0 }
        return left.withAllele(leftRow) { one in
            right.withAllele(rightRow) { other in
                guard let one, let other else { return 0 }
                return LongAllele.order(one, other)
            }
        }
    }

    /// Nil where the rows already stand in order. Files are nearly sorted (several ALTs at a place, trimmed alleles), so
    /// an insertion sort takes one pass; it gives up on a shuffled batch after eight moves a row, and sorts at large.
    private static func sort(_ run: SortedRun) -> [UInt32]? {
        let count = run.batch.keys.count
        let isAscending = run.batch.keys.withUnsafeBufferPointer { keys in
            for row in stride(from: 1, to: count, by: 1) {
                // Two hashed keys that are equal need their alleles compared: leave that to the sort.
                if keys[row] < keys[row - 1] || (keys[row] == keys[row - 1] && !keys[row].isReversible) { return false }
            }
            return true
        }
        if isAscending { return nil }
        var order = [UInt32](0..<UInt32(count))
        var movesLeft = 8 * count
        for place in 1..<count {
            let row = order[place]
            var hole = place
            while hole > 0, compare(run, Int(order[hole - 1]), run, Int(row)) > 0 {
                order[hole] = order[hole - 1]
                hole -= 1
                movesLeft -= 1
            }
            order[hole] = row
            if movesLeft < 0 {
                return (0..<UInt32(count)).sorted {
                    let sign = compare(run, Int($0), run, Int($1))
                    return sign != 0 ? sign < 0 : $0 < $1
                }
            }
        }
        return order
    }
}
