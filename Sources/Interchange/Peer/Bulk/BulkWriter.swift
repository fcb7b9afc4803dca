/// Writes little-endian numbers and columns one after the other.
struct BulkWriter {
    private(set) var bytes: [UInt8] = []

    mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

    mutating func append(_ more: [UInt8]) { bytes.append(contentsOf: more) }

    mutating func append(_ value: UInt8) { bytes.append(value) }

    mutating func append(_ value: UInt16) {
        bytes.append(UInt8(truncatingIfNeeded: value))
        bytes.append(UInt8(truncatingIfNeeded: value >> 8))
    }

    mutating func append(_ value: UInt32) {
        append(UInt16(truncatingIfNeeded: value))
        append(UInt16(truncatingIfNeeded: value >> 16))
    }

    mutating func append(_ value: UInt64) {
        append(UInt32(truncatingIfNeeded: value))
        append(UInt32(truncatingIfNeeded: value >> 32))
    }

    /// The width in bytes that the largest value needs (0, 1, 2 or 4; 0 where all are zero), then every value in that width.
    mutating func append(column values: [UInt32]) {
        let largest = values.max() ?? 0
        bytes.reserveCapacity(bytes.count + 1 + values.count * 4)
        switch largest {
        case 0: bytes.append(0)
        case ...0xFF:
            bytes.append(1)
            for value in values { bytes.append(UInt8(truncatingIfNeeded: value)) }
        case ...0xFFFF:
            bytes.append(2)
            for value in values { append(UInt16(truncatingIfNeeded: value)) }
        default:
            bytes.append(4)
            for value in values { append(value) }
        }
    }
}
