internal import GenomeModel

/// Proves that a block's bytes are exactly what the format allows, so that everything after can read without checks.
///
/// Checked: every length inside the block, rows ascending, known states and forms, states ascending and once a variant,
/// ordinals ascending and in range, counts true, padding zero, no byte that no variant owns.
/// Cost: a pass over the block, once for each block and opened index.
struct BlockValidation {
    private let bytes: UnsafeRawBufferPointer
    private let callSets: UInt32
    private let hasFractions: Bool
    private var place = 0

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

    private init(bytes: UnsafeRawBufferPointer, callSets: UInt32, hasFractions: Bool) {
        self.bytes = bytes
        self.callSets = callSets
        self.hasFractions = hasFractions
    }

    private mutating func run() throws(StorageError.Damage) -> Totals {
        guard bytes.count >= 8 else { throw .blockStructure }
        let rows = Int(load32(0))
        let payloadLength = Int(load32(4))
        guard (1...SegmentTrailer.blockRows).contains(rows) else { throw .blockStructure }
        let payloadStart = 8 + 12 * rows
        guard payloadStart + payloadLength <= bytes.count, bytes.count - payloadStart - payloadLength < 8 else {
            throw .blockStructure
        }
        for index in (payloadStart + payloadLength)..<bytes.count where bytes[index] != 0 { throw .strayBytes }
        var totals = Totals()
        totals.variants = rows
        var longestReference = 0
        place = payloadStart
        var previous = VariantKey(rawValue: 0)
        var previousAllele = LongAllele.inKey
        for row in 0..<rows {
            let key = VariantKey(rawValue: load64(8 + 8 * row))
            let end = payloadStart + Int(load32(8 + 8 * rows + 4 * row))
            guard end > place, end <= payloadStart + payloadLength else { throw .blockStructure }
            guard key.isWellFormed, previous <= key else { throw key < previous ? .keyOrder : .blockStructure }
            if key.isReversible {
                // No well-formed key is 0, so the first row is not mistaken for a repeated one.
                guard previous != key else { throw .keyOrder }
                longestReference = max(longestReference, key.referenceLength)
            } else {
                let allele = try longAllele(before: end)
                longestReference = max(longestReference, allele.reference.count)
                guard previous != key || LongAllele.order(previousAllele, allele) < 0 else { throw .keyOrder }
                previousAllele = allele
            }
            previous = key
            if try passOnly(before: end) {
                totals.calls &+= 1
            } else {
                totals.calls += try groups(before: end)
            }
        }
        guard place == payloadStart + payloadLength else { throw .blockStructure }
        totals.longestReference = longestReference
        return totals
    }

    private mutating func longAllele(before end: Int) throws(StorageError.Damage) -> LongAllele {
        let referenceLength = Int(try varint(before: end))
        let alternateLength = Int(try varint(before: end))
        guard referenceLength > 0, alternateLength > 0, place + referenceLength + alternateLength < end,
            let start = bytes.baseAddress
        else { throw .blockStructure }
        let letters = (start + place).assumingMemoryBound(to: UInt8.self)
        place += referenceLength + alternateLength
        return LongAllele(
            reference: UnsafeBufferPointer(start: letters, count: referenceLength),
            alternate: UnsafeBufferPointer(start: letters + referenceLength, count: alternateLength))
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
    private mutating func groups(before end: Int) throws(StorageError.Damage) -> Int {
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

    private func load32(_ offset: Int) -> UInt32 {
        UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }

    private func load64(_ offset: Int) -> UInt64 {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    /// At most five bytes, no more than 32 bits, none past `end`.
    @inline(__always)
    private mutating func varint(before end: Int) throws(StorageError.Damage) -> UInt32 {
        guard place < end else { throw .blockStructure }
        let byte = bytes[place]
        guard byte >= 0x80 else {
            place &+= 1
            return UInt32(byte)
        }
        return try longVarint(before: end)
    }

    @inline(never)
    private mutating func longVarint(before end: Int) throws(StorageError.Damage) -> UInt32 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            guard place < end, shift <= 28 else { throw .blockStructure }
            let byte = bytes[place]
            place += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { break }
            shift += 7
        }
        guard value <= UInt64(UInt32.max) else { throw .blockStructure }
        return UInt32(value)
    }
}

extension StorageError.Damage: Error {}
