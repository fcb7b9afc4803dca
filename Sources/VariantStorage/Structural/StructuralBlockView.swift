internal import GenomeModel

/// One block of a structural segment: up to 256 events in order, by columns, and for each the groups of call sets.
///
/// On disk: rows (u32), payload length (u32), the keys (u64 a row), then seven columns of u32 a row (first width, first offset,
/// second low, second width, second offset, length, where the row's payload ends), payload, zeros up to a multiple of eight.
/// A view is made only of a block that `StructuralBlockValidation` has accepted, so its reads are unchecked. It does not keep
/// the memory alive: its segment does.
struct StructuralBlockView {
    static let rowLimit = 256
    static let columns = 7
    /// Bits of a payload's first byte: kind in the lowest three, then whether copies and genes follow.
    static let copiesMark: UInt8 = 0x08
    static let genesMark: UInt8 = 0x10

    let count: Int
    private let keys: UnsafePointer<UInt64>
    private let numbers: UnsafePointer<UInt32>
    private let payload: UnsafePointer<UInt8>

    init(validated bytes: UnsafeRawPointer) {
        count = Int(UInt32(littleEndian: bytes.load(as: UInt32.self)))
        keys = (bytes + 8).assumingMemoryBound(to: UInt64.self)
        numbers = (bytes + 8 + 8 * count).assumingMemoryBound(to: UInt32.self)
        payload = (bytes + 8 + (8 + 4 * StructuralBlockView.columns) * count).assumingMemoryBound(to: UInt8.self)
    }

    @inline(__always)
    func key(_ row: Int) -> StructuralKey { StructuralKey(rawValue: UInt64(littleEndian: keys[row])) }

    @inline(__always)
    private func number(_ column: Int, _ row: Int) -> UInt32 { UInt32(littleEndian: numbers[column &* count &+ row]) }

    /// The first row whose key is not less than `key`; `count` where all are.
    @inline(__always)
    func lowerBound(_ key: StructuralKey) -> Int {
        var (low, size) = (0, count)
        while size > 0 {
            let half = size >> 1
            if self.key(low &+ half) < key {
                low &+= half &+ 1
                size &-= half &+ 1
            } else {
                size = half
            }
        }
        return low
    }

    /// What matching looks at; `group` and the contigs are those of the row's key.
    @inline(__always)
    func shape(_ row: Int, _ group: StructuralClass, _ firstContig: UInt8, _ secondContig: UInt8) -> StructuralShape {
        let (firstLow, secondLow) = (key(row).low, number(2, row))
        return StructuralShape(
            group, firstContig: firstContig, secondContig: secondContig, firstLow: firstLow,
            firstHigh: firstLow &+ number(0, row), secondLow: secondLow, secondHigh: secondLow &+ number(3, row),
            first: firstLow &+ number(1, row), second: secondLow &+ number(4, row), length: number(5, row))
    }

    @inline(__always)
    private func start(_ row: Int) -> UnsafePointer<UInt8> { payload + (row == 0 ? 0 : Int(number(6, row &- 1))) }

    /// Where the row's groups begin, past copies and genes.
    @inline(__always)
    func groups(_ row: Int) -> TrustedCursor {
        var place = start(row)
        let head = place.pointee
        place += head & StructuralBlockView.copiesMark != 0 ? 5 : 1
        if head & StructuralBlockView.genesMark != 0 {
            place += 1 + Int(place.pointee)
            place += 1 + Int(place.pointee)
        }
        return TrustedCursor(place: place)
    }

    /// The whole row.
    func row(_ row: Int) -> StructuralRow {
        var place = start(row)
        let head = place.pointee
        place += 1
        var copies: Float?
        if head & StructuralBlockView.copiesMark != 0 {
            copies = Float(bitPattern: UInt32(littleEndian: UnsafeRawPointer(place).loadUnaligned(as: UInt32.self)))
            place += 4
        }
        var genes: [UInt8] = []
        if head & StructuralBlockView.genesMark != 0 {
            let first = Int(place.pointee)
            let length = 2 + first + Int((place + 1 + first).pointee)
            genes = Array(UnsafeBufferPointer(start: place, count: length))
        }
        return StructuralRow(
            key: key(row), firstWidth: number(0, row), firstOffset: number(1, row), secondLow: number(2, row),
            secondWidth: number(3, row), secondOffset: number(4, row), length: number(5, row),
            // Validation has proved that the bits name a kind; the fallback is never taken.
            kind: StructuralKind(rawValue: head & 7) ?? .singleBreakend, copies: copies, genes: genes)
    }
}
