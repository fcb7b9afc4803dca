internal import GenomeModel

/// The call sets of one variant that are in one state: the unit of which a variant's entry is made.
///
/// On disk: a head byte (bits 0–3 state, bits 4–5 form, bit 6 set on the variant's last group, bit 7 zero), then by form
/// 0 *one*: the ordinal as a varint; 1 *list*: count, first ordinal, then each gap less one, as varints;
/// 2 *bitmap*: count as a varint, then a bit a call set, lowest bit first. In tumour segments the count's worth of
/// little-endian 32-bit floats follows: the allele fractions, in the order of the ordinals.
/// A writer takes the shorter of list and bitmap, so no group costs more than a bit a call set.
struct CallGroup {
    static let lastMark: UInt8 = 0x40

    enum Form: UInt8 {
        case one = 0
        case list = 1
        case bitmap = 2
    }

    let state: CallState
    let form: Form
    let isLast: Bool
    let count: Int
    /// For *one* the ordinal; otherwise unused.
    let ordinal: UInt32
    /// Where a list's first ordinal, or a bitmap, begins.
    let body: UnsafePointer<UInt8>
}

/// Reads varints and bytes from a block that has been validated: nothing is checked here again.
struct TrustedCursor {
    var place: UnsafePointer<UInt8>

    @inline(__always)
    mutating func byte() -> UInt8 {
        defer { place += 1 }
        return place.pointee
    }

    @inline(__always)
    mutating func varint() -> UInt32 {
        let first = place.pointee
        place += 1
        if first < 0x80 { return UInt32(first) }
        var value = UInt32(first & 0x7F)
        var shift: UInt32 = 7
        while true {
            let next = place.pointee
            place += 1
            value |= UInt32(next & 0x7F) << shift
            if next < 0x80 { return value }
            shift &+= 7
        }
    }

    /// Reads a group's head and count, and stands at its body.
    @inline(__always)
    mutating func group() -> CallGroup {
        let head = byte()
        // Validation has proved that the bits name a state and a form; the fallbacks are never taken.
        let state = CallState(rawValue: head & 15) ?? .noCall
        let isLast = head & CallGroup.lastMark != 0
        switch head >> 4 & 3 {
        case 0:
            let ordinal = varint()
            return CallGroup(state: state, form: .one, isLast: isLast, count: 1, ordinal: ordinal, body: place)
        case 1:
            let count = Int(varint())
            return CallGroup(state: state, form: .list, isLast: isLast, count: count, ordinal: 0, body: place)
        default:
            let count = Int(varint())
            return CallGroup(state: state, form: .bitmap, isLast: isLast, count: count, ordinal: 0, body: place)
        }
    }

    /// Passes over the ordinals of a group whose head was just read; then its fractions begin, in a tumour segment.
    @inline(__always)
    mutating func skipOrdinals(of group: CallGroup, bitmapLength: Int) {
        switch group.form {
        case .one: break
        case .bitmap: place += bitmapLength
        case .list:
            var left = group.count
            while left > 0 {
                if byte() < 0x80 { left &-= 1 }
            }
        }
    }
}

extension CallGroup {
    /// Calls `body` with each ordinal, ascending.
    @inline(__always)
    func forEachOrdinal(bitmapLength: Int, _ body: (UInt32) -> Void) {
        switch form {
        case .one: body(ordinal)
        case .list:
            var cursor = TrustedCursor(place: self.body)
            var ordinal = cursor.varint()
            body(ordinal)
            var left = count - 1
            while left > 0 {
                ordinal &+= cursor.varint() &+ 1
                body(ordinal)
                left &-= 1
            }
        case .bitmap:
            var offset = 0
            while offset < bitmapLength {
                var word = bitmapWord(self.body, offset, bitmapLength)
                while word != 0 {
                    body(UInt32(truncatingIfNeeded: offset &* 8 &+ word.trailingZeroBitCount))
                    word &= word &- 1
                }
                offset &+= 8
            }
        }
    }

    /// How many of the group's call sets are in `selection` (a bit an ordinal, 64 a word).
    @inline(__always)
    func count(in selection: UnsafePointer<UInt64>, bitmapLength: Int) -> Int {
        switch form {
        case .one: return Int(selection[Int(ordinal >> 6)] >> UInt64(ordinal & 63) & 1)
        case .list:
            var total = 0
            forEachOrdinal(bitmapLength: bitmapLength) { ordinal in
                total &+= Int(selection[Int(ordinal >> 6)] >> UInt64(ordinal & 63) & 1)
            }
            return total
        case .bitmap:
            var total = 0
            var offset = 0
            while offset < bitmapLength {
                total &+= (bitmapWord(body, offset, bitmapLength) & selection[offset >> 3]).nonzeroBitCount
                offset &+= 8
            }
            return total
        }
    }
}

/// Eight bytes of a bitmap from `offset`, zeros past its end.
@inline(__always)
func bitmapWord(_ bytes: UnsafePointer<UInt8>, _ offset: Int, _ length: Int) -> UInt64 {
    if offset &+ 8 <= length {
        return UInt64(littleEndian: UnsafeRawPointer(bytes + offset).loadUnaligned(as: UInt64.self))
    }
    var word: UInt64 = 0
    var shift: UInt64 = 0
    var place = offset
    while place < length {
        word |= UInt64(bytes[place]) << shift
        shift &+= 8
        place &+= 1
    }
    return word
}

extension GrowingBytes {
    /// Appends one group: `ordinals` ascending and distinct, `fractions` as many or none.
    mutating func appendGroup(
        _ state: CallState, ordinals: UnsafeBufferPointer<UInt32>, fractions: UnsafeBufferPointer<Float>?,
        isLast: Bool, bitmapLength: Int
    ) {
        let mark = state.rawValue | (isLast ? CallGroup.lastMark : 0)
        let count = ordinals.count
        if count == 1 {
            append(mark)
            appendVarint(ordinals[0])
        } else {
            let start = self.count
            var isList = count <= bitmapLength
            if isList {
                append(mark | CallGroup.Form.list.rawValue << 4)
                appendVarint(UInt32(count))
                let body = self.count
                appendVarint(ordinals[0])
                var previous = ordinals[0]
                for index in 1..<count {
                    let ordinal = ordinals[index]
                    appendVarint(ordinal &- previous &- 1)
                    previous = ordinal
                }
                isList = self.count - body <= bitmapLength
                if !isList { truncate(to: start) }
            }
            if !isList {
                append(mark | CallGroup.Form.bitmap.rawValue << 4)
                appendVarint(UInt32(count))
                let body = self.count
                appendZeros(bitmapLength)
                for ordinal in ordinals { setBit(Int(ordinal), from: body) }
            }
        }
        if let fractions {
            for fraction in fractions { append(fraction.bitPattern) }
        }
    }
}
