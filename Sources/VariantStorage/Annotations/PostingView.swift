internal import GenomeModel

/// The lists of one stretch of an open annotation file.
struct PostingView {
    private let keys: UnsafePointer<UInt64>
    private let ends: UnsafePointer<UInt32>
    private let bodies: UnsafePointer<UInt8>
    let count: Int

    /// The lists in bytes that `isSound` has accepted.
    init(proved base: UnsafeRawPointer) {
        count = Int(UInt32(littleEndian: base.load(as: UInt32.self)))
        keys = (base + 8).assumingMemoryBound(to: UInt64.self)
        ends = (base + 8 + 8 * count).assumingMemoryBound(to: UInt32.self)
        bodies = (base + 8 + 12 * count).assumingMemoryBound(to: UInt8.self)
    }

    /// Whether every length leads inside, keys ascend and every list is one, so that reading is unchecked. Cost: a pass.
    static func isSound(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard bytes.count >= 8 else { return false }
        func number<Value: FixedWidthInteger & BitwiseCopyable>(_ offset: Int, _ type: Value.Type) -> Value {
            Value(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: type))
        }
        let count = Int(number(0, UInt32.self))
        let start = 8 + 12 * count
        guard number(4, UInt32.self) == 0, start <= bytes.count else { return false }
        var (place, previous) = (start, 0 as UInt64)
        for list in 0..<count {
            let key = number(8 + 8 * list, UInt64.self)
            let end = start + Int(number(8 + 8 * count + 4 * list, UInt32.self))
            guard key > previous, end > place, end <= bytes.count,
                // One group, in state 1.
                bytes[place] & 0x4F == CallGroup.lastMark | 1,
                (try? BlockValidation.checkGroups(bytes, in: place..<end, ordinals: AnnotationTrailer.ordinals)) != nil
            else { return false }
            (place, previous) = (end, key)
        }
        return bytes.count - place < 8 && bytes[place...].allSatisfy { $0 == 0 }
    }

    func key(_ list: Int) -> UInt64 { UInt64(littleEndian: keys[list]) }

    /// The ordinals of a list, ascending; none where the stretch lacks it. Cost: a binary search, and the list.
    func ordinals(_ wanted: UInt64) -> [UInt32] {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if key(middle) < wanted { low = middle + 1 } else { high = middle }
        }
        return low < count && key(low) == wanted ? ordinals(at: low) : []
    }

    func ordinals(at list: Int) -> [UInt32] {
        var cursor = TrustedCursor(place: bodies + (list == 0 ? 0 : Int(UInt32(littleEndian: ends[list - 1]))))
        let group = cursor.group()
        var found: [UInt32] = []
        found.reserveCapacity(group.count)
        group.forEachOrdinal(bitmapLength: Int(AnnotationTrailer.ordinals) / 8) { found.append($0) }
        return found
    }
}
