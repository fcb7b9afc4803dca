internal import GenomeModel

/// The file of a segment being written, whatever its rows are: blocks as they come, then directory, call sets and trailer.
///
/// One pass, memory of one output buffer. Nothing names the file until the manifest does, so a crash leaves at most an orphan.
struct SegmentOutput: ~Copyable {
    private static let bufferLength = 1 << 20

    private let fileSystem: FileSystem
    private let file: Int32
    let path: String
    /// What is not yet in the file; a block being made is at its end.
    var buffer = GrowingBytes(capacity: SegmentOutput.bufferLength + (1 << 16))
    private var written = 0
    private var firstKeys = GrowingBytes()
    private var offsets = GrowingBytes()
    private var checksums = GrowingBytes()
    private var isFinished = false

    /// Throws `tooLarge` where there are more call sets than ordinals, or none.
    init(
        path: String, callSets: Int, content: SegmentContent, fileSystem: FileSystem
    ) throws(StorageError) {
        guard callSets > 0, callSets < Int(VariantCalls.ordinalLimit) else { throw StorageError(.tooLarge, place: path) }
        self.init(file: try fileSystem.create(path), path: path, content: content, fileSystem: fileSystem)
    }

    private init(file: Int32, path: String, content: SegmentContent, fileSystem: FileSystem) {
        self.file = file
        self.path = path
        self.fileSystem = fileSystem
        buffer.append(content.magic)
    }

    deinit {
        fileSystem.close(file)
        // On a full disk the half-written file must not keep its room until the next opening.
        if !isFinished { try? fileSystem.remove(path) }
    }

    /// Ends the block that begins at `start` of the buffer.
    mutating func endBlock(from start: Int, firstKey: UInt64) throws(StorageError) {
        buffer.align()
        firstKeys.append(firstKey)
        offsets.append(UInt64(written + start))
        checksums.append(Checksum.of(UnsafeRawBufferPointer(rebasing: buffer.bytes[start...])))
        if buffer.count >= SegmentOutput.bufferLength { try flush() }
    }

    private mutating func flush() throws(StorageError) {
        try fileSystem.write(file, buffer.bytes)
        written += buffer.count
        buffer.removeAll()
    }

    /// Writes the directory, the call sets and `trailer`, whose places and checksums are filled in, and makes the file
    /// durable. To be called once, last.
    mutating func finish(
        _ entries: [CallSetTable.Entry], trailer: SegmentTrailer
    ) throws(StorageError) -> (length: Int, checksum: UInt64) {
        var trailer = trailer
        trailer.directoryOffset = UInt64(written + buffer.count)
        offsets.append(trailer.directoryOffset)
        let directoryStart = buffer.count
        buffer.append(firstKeys.bytes)
        buffer.append(offsets.bytes)
        buffer.append(checksums.bytes)
        trailer.directoryChecksum = Checksum.of(UnsafeRawBufferPointer(rebasing: buffer.bytes[directoryStart...]))
        trailer.callSetsOffset = UInt64(written + buffer.count)
        let table = CallSetTable.encode(entries)
        buffer.append(table)
        trailer.callSetsChecksum = Checksum.of(table)
        let (bytes, checksum) = trailer.encoded()
        buffer.append(bytes)
        try flush()
        try fileSystem.sync(file)
        isFinished = true
        return (written, checksum)
    }
}
