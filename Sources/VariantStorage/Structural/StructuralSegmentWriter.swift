internal import GenomeModel

/// Writes one structural segment from events in order: one pass, memory of one block and one output buffer.
struct StructuralSegmentWriter: ~Copyable {
    private var output: SegmentOutput
    private let bitmapLength: Int
    private let hasFractions: Bool
    private var callCounts: [UInt64]
    private var trailer: SegmentTrailer

    private var rows: [StructuralRow] = []
    private var ends: [UInt32] = []
    private var payload = GrowingBytes(capacity: 1 << 14)

    init(
        path: String, assembly: Assembly, origin: Origin, callSets: Int, fileSystem: FileSystem
    ) throws(StorageError) {
        output = try SegmentOutput(path: path, callSets: callSets, content: .events, fileSystem: fileSystem)
        bitmapLength = (callSets + 7) / 8
        hasFractions = origin == .tumour
        callCounts = [UInt64](repeating: 0, count: callSets)
        trailer = SegmentTrailer(
            content: .events, assembly: assembly, origin: origin, directoryOffset: 0, callSetsOffset: 0, blocks: 0,
            variants: 0, calls: 0, callSets: UInt32(callSets), longestReference: 0, directoryChecksum: 0,
            callSetsChecksum: 0)
    }

    /// One event after another in the order of rows, none twice. `calls` are packed (`VariantCalls.pack`), at least one, each
    /// ordinal once; in a tumour segment with as many fractions.
    mutating func add(_ row: StructuralRow, calls: [UInt32], fractions: [Float]) throws(StorageError) {
        var head = row.kind.rawValue
        if row.copies != nil { head |= StructuralBlockView.copiesMark }
        if !row.genes.isEmpty { head |= StructuralBlockView.genesMark }
        payload.append(head)
        if let copies = row.copies { payload.append(copies.bitPattern) }
        payload.append(row.genes)
        let order = calls.indices.sorted { (calls[$0] & 15, calls[$0] >> 4) < (calls[$1] & 15, calls[$1] >> 4) }
        var begin = 0
        while begin < order.count {
            let state = calls[order[begin]] & 15
            var end = begin + 1
            while end < order.count, calls[order[end]] & 15 == state { end += 1 }
            let members = order[begin..<end]
            let ordinals = members.map { calls[$0] >> 4 }
            let values = hasFractions ? members.map { fractions[$0] } : []
            ordinals.withUnsafeBufferPointer { ordinals in
                values.withUnsafeBufferPointer { values in
                    payload.appendGroup(
                        CallState(rawValue: UInt8(state)) ?? .noCall, ordinals: ordinals,
                        fractions: hasFractions ? values : nil, isLast: end == order.count, bitmapLength: bitmapLength)
                }
            }
            for ordinal in ordinals { callCounts[Int(ordinal)] += 1 }
            begin = end
        }
        trailer.calls += UInt64(calls.count)
        rows.append(row)
        ends.append(UInt32(payload.count))
        // A block also ends where bitmaps make it large: its payload must stay far below what 32 bits can place.
        if rows.count == StructuralBlockView.rowLimit || payload.count >= 1 << 20 { try endBlock() }
    }

    private mutating func endBlock() throws(StorageError) {
        guard let first = rows.first else { return }
        let start = output.buffer.count
        output.buffer.append(UInt32(rows.count))
        output.buffer.append(UInt32(payload.count))
        for row in rows { output.buffer.append(row.key.rawValue) }
        for row in rows { output.buffer.append(row.firstWidth) }
        for row in rows { output.buffer.append(row.firstOffset) }
        for row in rows { output.buffer.append(row.secondLow) }
        for row in rows { output.buffer.append(row.secondWidth) }
        for row in rows { output.buffer.append(row.secondOffset) }
        for row in rows { output.buffer.append(row.length) }
        for end in ends { output.buffer.append(end) }
        output.buffer.append(payload.bytes)
        try output.endBlock(from: start, firstKey: first.key.rawValue)
        trailer.blocks += 1
        trailer.variants += UInt64(rows.count)
        rows.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        payload.removeAll()
    }

    /// Writes the directory, the call sets and the trailer, and makes the file durable.
    consuming func finish(_ callSets: [StoredCallSet]) throws(StorageError) -> SegmentWriter.Written {
        guard callSets.count == callCounts.count else { throw StorageError(.inconsistentBatch, place: output.path) }
        try endBlock()
        let entries = zip(callSets, callCounts).map { CallSetTable.Entry(callSet: $0, calls: $1) }
        let file = try output.finish(entries, trailer: trailer)
        return SegmentWriter.Written(
            length: file.length, checksum: file.checksum, variants: Int(trailer.variants), calls: Int(trailer.calls))
    }
}
