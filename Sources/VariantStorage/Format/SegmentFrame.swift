internal import GenomeModel

/// What the two kinds of segment files have in common: a mapped file whose trailer, directory and table of call sets have
/// been checked, and a mark for each block that has been proved since.
///
/// Copies share the file and the marks; both stay as long as one of them.
struct SegmentFrame {
    let path: String
    let trailer: SegmentTrailer
    /// The file's checksum, as the manifest has it.
    let checksum: UInt64
    let callSets: [CallSetTable.Entry]
    let table: BlockTable
    private let file: MappedFile

    var length: Int { file.bytes.count }
    var blockCount: Int { table.count }

    init(path: String, content: SegmentContent) throws(StorageError) {
        let file = try MappedFile(path: path)
        let (trailer, checksum) = try SegmentTrailer.decode(file.bytes, content: content, place: path)
        guard let base = file.bytes.baseAddress else { throw StorageError(.damaged(.trailer), place: path) }
        let damaged = StorageError(.damaged(.directory), place: path)
        let end = UInt64(file.bytes.count - SegmentTrailer.length)
        guard trailer.directoryOffset >= 8, trailer.directoryOffset % 8 == 0,
            trailer.directoryOffset <= trailer.callSetsOffset, trailer.callSetsOffset <= end,
            trailer.blocks < 1 << 40,
            trailer.callSetsOffset - trailer.directoryOffset == 24 * trailer.blocks + 8
        else { throw damaged }
        let directory = UnsafeRawBufferPointer(
            rebasing: file.bytes[Int(trailer.directoryOffset)..<Int(trailer.callSetsOffset)])
        guard Checksum.of(directory) == trailer.directoryChecksum else { throw damaged }
        let table = UnsafeRawBufferPointer(rebasing: file.bytes[Int(trailer.callSetsOffset)..<Int(end)])
        guard Checksum.of(table) == trailer.callSetsChecksum else {
            throw StorageError(.damaged(.callSetTable), place: path)
        }
        let blocks = Int(trailer.blocks)
        let keys = (base + Int(trailer.directoryOffset)).assumingMemoryBound(to: UInt64.self)
        let offsets = keys + blocks
        guard UInt64(littleEndian: offsets[0]) == 8, UInt64(littleEndian: offsets[blocks]) == trailer.directoryOffset,
            let blockTable = BlockTable(
                base: base, count: blocks, firstKeys: keys, starts: offsets, ends: offsets + 1,
                checksums: offsets + blocks + 1, limit: trailer.directoryOffset)
        else { throw damaged }
        callSets = try CallSetTable.decode(table, count: trailer.callSets, place: path)
        self.path = path
        self.trailer = trailer
        self.checksum = checksum
        self.file = file
        self.table = blockTable
    }

    /// Throws where a block's bytes are not those of its checksum.
    func provedBytes(_ block: Int) throws(StorageError) -> UnsafeRawBufferPointer {
        guard table.hasChecksum(block) else { throw StorageError(.damaged(.blockChecksum), place: path) }
        return table.raw(block)
    }
}
