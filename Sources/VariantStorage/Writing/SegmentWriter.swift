internal import GenomeModel

/// Writes one segment file from variants in order: one pass, memory of one block and one output buffer.
///
/// `begin(key:alleles:)`, the groups in ascending state, `end()`; then `finish` once. Nothing names the file until the
/// manifest does, so a crash leaves at most an orphan.
struct SegmentWriter: ~Copyable {
    /// What the manifest has to know of the file.
    struct Written {
        let length: Int
        let checksum: UInt64
        let variants: Int
        let calls: Int
    }

    let bitmapLength: Int
    private var output: SegmentOutput
    private let callSets: Int

    private var keys = GrowingBytes(capacity: 8 * SegmentTrailer.blockRows)
    private var ends = GrowingBytes(capacity: 4 * SegmentTrailer.blockRows)
    private var payload = GrowingBytes(capacity: 1 << 14)
    private var rows = 0
    private var firstKey: UInt64 = 0
    private var callCounts: CallColumn<UInt64>
    private var trailer: SegmentTrailer

    init(
        path: String, assembly: Assembly, origin: Origin, callSets: Int, fileSystem: FileSystem
    ) throws(StorageError) {
        output = try SegmentOutput(path: path, callSets: callSets, content: .variants, fileSystem: fileSystem)
        self.callSets = callSets
        bitmapLength = (callSets + 7) / 8
        callCounts = CallColumn(zeros: callSets)
        trailer = SegmentTrailer(
            assembly: assembly, origin: origin, directoryOffset: 0, callSetsOffset: 0, blocks: 0, variants: 0, calls: 0,
            callSets: UInt32(callSets), longestReference: 0, directoryChecksum: 0, callSetsChecksum: 0)
    }

    /// Begins a variant; `allele` is given exactly where the key is a hash. Keys must not descend.
    @inline(__always)
    mutating func begin(_ key: VariantKey, allele: LongAllele?) {
        if rows == 0 { firstKey = key.rawValue }
        keys.append(key.rawValue)
        let referenceLength: Int
        if let allele {
            referenceLength = allele.reference.count
            payload.appendVarint(UInt32(referenceLength))
            payload.appendVarint(UInt32(allele.alternate.count))
            payload.append(UnsafeRawBufferPointer(allele.reference))
            payload.append(UnsafeRawBufferPointer(allele.alternate))
        } else {
            referenceLength = key.referenceLength
        }
        if referenceLength > Int(trailer.longestReference) { trailer.longestReference = UInt32(referenceLength) }
    }

    /// One call set's call as the variant's only one: the usual case of a file being added.
    @inline(__always)
    mutating func addOnly(_ state: CallState, ordinal: UInt32, fraction: Float?) {
        payload.append(state.rawValue | CallGroup.lastMark)
        payload.appendVarint(ordinal)
        if let fraction { payload.append(fraction.bitPattern) }
        callCounts[Int(ordinal)] &+= 1
        trailer.calls &+= 1
    }

    /// One group of the variant: ordinals ascending, and as many fractions in a tumour segment.
    @inline(__always)
    mutating func addGroup(
        _ state: CallState, ordinals: UnsafeBufferPointer<UInt32>, fractions: UnsafeBufferPointer<Float>?, isLast: Bool
    ) {
        payload.appendGroup(state, ordinals: ordinals, fractions: fractions, isLast: isLast, bitmapLength: bitmapLength)
        for ordinal in ordinals { callCounts[Int(ordinal)] &+= 1 }
        trailer.calls &+= UInt64(ordinals.count)
    }

    @inline(__always)
    mutating func end() throws(StorageError) {
        ends.append(UInt32(payload.count))
        rows += 1
        // A block also ends where bitmaps make it large: its payload must stay far below what 32 bits can place.
        if rows == SegmentTrailer.blockRows || payload.count >= 1 << 20 { try endBlock() }
    }

    @inline(never)
    private mutating func endBlock() throws(StorageError) {
        let start = output.buffer.count
        output.buffer.append(UInt32(rows))
        output.buffer.append(UInt32(payload.count))
        output.buffer.append(keys.bytes)
        output.buffer.append(ends.bytes)
        output.buffer.append(payload.bytes)
        try output.endBlock(from: start, firstKey: firstKey)
        trailer.blocks += 1
        trailer.variants += UInt64(rows)
        rows = 0
        keys.removeAll()
        ends.removeAll()
        payload.removeAll()
    }

    /// Writes the directory, the call sets and the trailer, and makes the file durable.
    consuming func finish(_ callSets: [StoredCallSet]) throws(StorageError) -> Written {
        guard callSets.count == self.callSets else { throw StorageError(.inconsistentBatch, place: output.path) }
        if rows > 0 { try endBlock() }
        let entries = zip(callSets, callCounts.values(0..<self.callSets)).map { CallSetTable.Entry(callSet: $0, calls: $1) }
        let file = try output.finish(entries, trailer: trailer)
        return Written(
            length: file.length, checksum: file.checksum, variants: Int(trailer.variants), calls: Int(trailer.calls))
    }
}
