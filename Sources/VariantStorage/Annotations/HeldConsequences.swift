internal import GenomeModel

/// A batch whose rows wait to be written.
struct HeldConsequences {
    struct Row {
        let key: VariantKey
        let batch: UInt32
        let row: UInt32
    }

    let batch: ConsequenceBatch
    /// By row of a key that is not reversible: where its alleles begin.
    private let alleles: [UInt32: (start: Int, reference: Int, alternate: Int)]
    private var isWritten: [Bool]
    /// Rows that wait.
    private(set) var left: Int

    init(_ batch: consuming ConsequenceBatch) {
        var alleles: [UInt32: (start: Int, reference: Int, alternate: Int)] = [:]
        var place = 0
        for long in batch.longAlleles {
            alleles[long.row] = (place, Int(long.referenceLength), Int(long.alternateLength))
            place += Int(long.referenceLength + long.alternateLength)
        }
        self.alleles = alleles
        left = batch.keys.count
        isWritten = [Bool](repeating: false, count: batch.keys.count)
        self.batch = batch
    }

    var count: Int { batch.keys.count }

    func appendRows(batch number: Int, to rows: inout [Row]) {
        for row in batch.keys.indices where !isWritten[row] {
            rows.append(Row(key: batch.keys[row], batch: UInt32(number), row: UInt32(row)))
        }
    }

    mutating func remove(_ row: Int) {
        isWritten[row] = true
        left -= 1
    }

    /// Calls `body` with the alleles of a row whose key is a hash, nil for another.
    func withAllele<Result>(_ row: Int, _ body: (LongAllele?) -> Result) -> Result {
        guard let place = alleles[UInt32(row)] else { return body(nil) }
        return batch.alleleBytes.withUnsafeBufferPointer { bytes in
            let middle = place.start + place.reference
            return body(
                LongAllele(
                    reference: UnsafeBufferPointer(rebasing: bytes[place.start..<middle]),
                    alternate: UnsafeBufferPointer(rebasing: bytes[middle..<(middle + place.alternate)])))
        }
    }

    /// Negative, zero or positive as a row comes before, is the same variant as, or comes after another.
    private static func compare(_ left: Row, _ right: Row, _ held: [HeldConsequences]) -> Int {
        if left.key != right.key { return left.key < right.key ? -1 : 1 }
        if left.key.isReversible { return 0 }
        return held[Int(left.batch)].withAllele(Int(left.row)) { one in
            held[Int(right.batch)].withAllele(Int(right.row)) { other in
                guard let one, let other else { return 0 }
                return LongAllele.order(one, other)
            }
        }
    }

    static func isSame(_ left: Row, _ right: Row, _ held: [HeldConsequences]) -> Bool {
        left.key == right.key && compare(left, right, held) == 0
    }

    /// What comes first among the same is what came first in the file.
    static func precedes(_ left: Row, _ right: Row, _ held: [HeldConsequences]) -> Bool {
        let sign = compare(left, right, held)
        return sign != 0 ? sign < 0 : (left.batch, left.row) < (right.batch, right.row)
    }

    static func isSorted(_ rows: [Row], _ held: [HeldConsequences]) -> Bool {
        for index in rows.indices.dropFirst() where rows[index].key <= rows[index - 1].key {
            if compare(rows[index - 1], rows[index], held) > 0 { return false }
        }
        return true
    }
}
