internal import GenomeModel

/// Proves that a block's bytes are exactly what the format allows, so that everything after can read without checks.
///
/// Checked: every length inside the block; every row that of an event, rows ascending; groups as `BlockValidation` checks them,
/// and all of carriers; padding zero; no byte that no row owns.
enum StructuralBlockValidation {
    /// The (event, call set) pairs of a sound block; throws what is wrong with another.
    static func check(
        _ bytes: UnsafeRawBufferPointer, callSets: UInt32, origin: Origin
    ) throws(StorageError.Damage) -> (rows: Int, calls: Int) {
        guard bytes.count >= 8, let base = bytes.baseAddress else { throw .blockStructure }
        var check = BlockValidation(bytes: bytes, callSets: callSets, hasFractions: origin == .tumour)
        let rows = Int(check.load32(0))
        let payloadLength = Int(check.load32(4))
        guard (1...StructuralBlockView.rowLimit).contains(rows) else { throw .blockStructure }
        let payloadStart = 8 + (8 + 4 * StructuralBlockView.columns) * rows
        let payloadEnd = payloadStart + payloadLength
        guard payloadEnd <= bytes.count, bytes.count - payloadEnd < 8 else { throw .blockStructure }
        for index in payloadEnd..<bytes.count where bytes[index] != 0 { throw .strayBytes }
        let ends = payloadStart - 4 * rows
        // First every row's own bytes, so that a view may be made; then what the view says.
        check.place = payloadStart
        var calls = 0
        for row in 0..<rows {
            let end = payloadStart + Int(check.load32(ends + 4 * row))
            guard end > check.place, end <= payloadEnd else { throw .blockStructure }
            let head = bytes[check.place]
            guard head & 0xE0 == 0, StructuralKind(rawValue: head & 7) != nil else { throw .blockStructure }
            check.place += head & StructuralBlockView.copiesMark != 0 ? 5 : 1
            if head & StructuralBlockView.genesMark != 0 {
                for _ in 0..<2 {
                    guard check.place < end else { throw .blockStructure }
                    check.place += 1 + Int(bytes[check.place])
                }
            }
            guard check.place < end else { throw .blockStructure }
            calls += try check.groups(before: end)
        }
        guard check.place == payloadEnd else { throw .blockStructure }
        let view = StructuralBlockView(validated: base)
        var previous: StructuralRow?
        for index in 0..<rows {
            let row = view.row(index)
            guard row.isCanonical else { throw .blockStructure }
            if let previous, previous >= row { throw .keyOrder }
            var cursor = view.groups(index)
            while true {
                let group = cursor.group()
                guard group.state.isCarrier else { throw .blockStructure }
                if group.isLast { break }
                cursor.skipOrdinals(of: group, bitmapLength: (Int(callSets) + 7) / 8)
                if origin == .tumour { cursor.place += 4 * group.count }
            }
            previous = row
        }
        return (rows, calls)
    }
}
