internal import GenomeModel

/// Proves that a block's bytes are exactly what the format allows, so that everything after can read without checks.
///
/// Checked: every length inside the block, rows ascending, known states and forms, states ascending and once a variant,
/// ordinals ascending and in range, counts true, padding zero, no byte that no variant owns.
/// Cost: a pass over the block, once for each block and opened index.
struct BlockValidation {
    let bytes: UnsafeRawBufferPointer
    private let callSets: UInt32
    private let hasFractions: Bool
    var place = 0

    struct Totals: Equatable {
        var variants = 0
        var calls = 0
        var longestReference = 0
    }

    /// The totals of a sound block; throws what is wrong with another.
    static func check(
        _ bytes: UnsafeRawBufferPointer, callSets: UInt32, origin: Origin
    ) throws(StorageError.Damage) -> Totals {
        var check = BlockValidation(bytes: bytes, callSets: callSets, hasFractions: origin == .tumour)
        return try check.run()
    }

    init(bytes: UnsafeRawBufferPointer, callSets: UInt32, hasFractions: Bool) {
        self.bytes = bytes
        self.callSets = callSets
        self.hasFractions = hasFractions
    }

    private mutating func run() throws(StorageError.Damage) -> Totals {
        let frame = try BlockFrame(checking: bytes)
        var totals = Totals()
        totals.variants = frame.rows
        var order = KeyOrder()
        place = frame.payload.lowerBound
        for row in 0..<frame.rows {
            let end = try frame.end(row, from: place)
            var cursor = CheckedCursor(bytes: bytes, place: place, end: end)
            try order.check(frame.key(row), &cursor)
            place = cursor.place
            if try passOnly(before: end) {
                totals.calls &+= 1
            } else {
                totals.calls += try groups(before: end)
            }
        }
        guard place == frame.payload.upperBound else { throw .blockStructure }
        totals.longestReference = order.longestReference
        return totals
    }

    /// The ordinals in groups that fill `range` exactly, without fractions.
    static func checkGroups(
        _ bytes: UnsafeRawBufferPointer, in range: Range<Int>, ordinals: UInt32
    ) throws(StorageError.Damage) -> Int {
        var check = BlockValidation(bytes: bytes, callSets: ordinals, hasFractions: false)
        check.place = range.lowerBound
        return try check.groups(before: range.upperBound)
    }

    /// Passes over a variant that is one call set's only, the usual entry of a file just added; false for another.
    @inline(__always)
    private mutating func passOnly(before end: Int) throws(StorageError.Damage) -> Bool {
        let head = bytes[place]
        // Form one, last group, and a state from 1 to 9.
        guard !hasFractions, head & 0xF0 == CallGroup.lastMark, 0x3FE >> (head & 15) & 1 == 1 else { return false }
        place &+= 1
        guard try varint(before: end) < callSets, place == end else { throw .blockStructure }
        return true
    }

    /// Reads the groups of one variant up to exactly `end`, and counts their calls.
    mutating func groups(before end: Int) throws(StorageError.Damage) -> Int {
        var calls = 0
        var previousState: UInt8 = 0
        let bitmapLength = (Int(callSets) + 7) / 8
        while true {
            guard place < end else { throw .blockStructure }
            let head = bytes[place]
            place += 1
            let state = head & 15
            guard head & 0x80 == 0, CallState(rawValue: state) != nil, state > previousState,
                let form = CallGroup.Form(rawValue: head >> 4 & 3)
            else { throw .blockStructure }
            previousState = state
            let count = form == .one ? 1 : try varint(before: end)
            guard count >= 1, count <= callSets else { throw .blockStructure }
            switch form {
            case .one:
                guard try varint(before: end) < callSets else { throw .blockStructure }
            case .list:
                var ordinal = UInt64(try varint(before: end))
                for _ in 1..<count { ordinal += UInt64(try varint(before: end)) + 1 }
                guard ordinal < UInt64(callSets) else { throw .blockStructure }
            case .bitmap:
                guard place + bitmapLength <= end else { throw .blockStructure }
                var found = 0
                for index in place..<(place + bitmapLength) { found += bytes[index].nonzeroBitCount }
                let spare = bitmapLength * 8 - Int(callSets)
                guard found == Int(count), bytes[place + bitmapLength - 1].leadingZeroBitCount >= spare else {
                    throw .blockStructure
                }
                place += bitmapLength
            }
            if hasFractions {
                guard place + 4 * Int(count) <= end else { throw .blockStructure }
                place += 4 * Int(count)
            }
            calls += Int(count)
            if head & CallGroup.lastMark != 0 { break }
        }
        guard place == end else { throw .blockStructure }
        return calls
    }

    func load32(_ offset: Int) -> UInt32 {
        UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }

    @inline(__always)
    private mutating func varint(before end: Int) throws(StorageError.Damage) -> UInt32 {
        var cursor = CheckedCursor(bytes: bytes, place: place, end: end)
        defer { place = cursor.place }
        return try cursor.varint()
    }
}

extension StorageError.Damage: Error {}
