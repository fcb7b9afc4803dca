internal import GenomeModel

/// The call sets of a segment, in the order of their ordinals.
///
/// On disk, for each: assay (u32), calls (u64, lowest first), sex (u8: 1 female, 2 male, 3 unknown), length of the name
/// (u8), the name. Zeros up to a multiple of eight at the end.
struct CallSetTable {
    struct Entry {
        let callSet: StoredCallSet
        /// Variants for which the segment stores something of this call set.
        let calls: UInt64
    }

    static func encode(_ entries: [Entry]) -> [UInt8] {
        var out = GrowingBytes(capacity: entries.count * 32)
        for entry in entries {
            out.append(entry.callSet.assay)
            out.append(entry.calls)
            let sex: UInt8 =
                switch entry.callSet.sex {
                case .female: 1
                case .male: 2
                case .unknown: 3
                }
            out.append(sex)
            let name = Array(entry.callSet.name.utf8)
            out.append(UInt8(name.count))
            out.append(name)
        }
        out.align()
        return Array(out.bytes)
    }

    static func decode(
        _ bytes: UnsafeRawBufferPointer, count: UInt32, place: String
    ) throws(StorageError) -> [Entry] {
        let damaged = StorageError(.damaged(.callSetTable), place: place)
        var entries: [Entry] = []
        entries.reserveCapacity(min(Int(count), bytes.count / 15))
        var offset = 0
        for _ in 0..<count {
            guard offset + 14 <= bytes.count else { throw damaged }
            let assay = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
            let calls = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset + 4, as: UInt64.self))
            let length = Int(bytes[offset + 13])
            guard length > 0, offset + 14 + length <= bytes.count,
                let sex: Sex =
                    switch bytes[offset + 12] {
                    case 1: .female
                    case 2: .male
                    case 3: .unknown
                    default: nil
                    },
                let name = String(validating: bytes[(offset + 14)..<(offset + 14 + length)], as: UTF8.self)
            else { throw damaged }
            entries.append(Entry(callSet: StoredCallSet(name: name, sex: sex, assay: assay), calls: calls))
            offset += 14 + length
        }
        guard bytes.count - offset < 8, bytes[offset...].allSatisfy({ $0 == 0 }) else { throw damaged }
        return entries
    }
}
