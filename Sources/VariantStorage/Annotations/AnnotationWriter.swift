internal import GenomeModel

/// Writes one annotation file from variants in order: one pass, memory of the dictionary and one stretch.
///
/// Nobody looks for the file until it is given its name, so a crash leaves at most an orphan.
struct AnnotationWriter: ~Copyable {
    private static let outputLength = 1 << 20

    var dictionary = AnnotationDictionary()
    private let fileSystem: FileSystem
    private let file: Int32
    private let path: String
    private let source: AnnotationVersion
    private var output = GrowingBytes(capacity: AnnotationWriter.outputLength + (1 << 16))
    private var written = 0
    private var keys = GrowingBytes(capacity: 8 * SegmentTrailer.blockRows)
    private var ends = GrowingBytes(capacity: 4 * SegmentTrailer.blockRows)
    private var payload = GrowingBytes(capacity: 1 << 14)
    private var rows = 0
    private var firstKeys = GrowingBytes()
    private var starts = GrowingBytes()
    private var blockEnds = GrowingBytes()
    private var checksums = GrowingBytes()
    private var stretches = GrowingBytes()
    private var lists = PostingLists()
    private var trailer: AnnotationTrailer
    private var isFinished = false

    init(path: String, source: AnnotationVersion, fileSystem: FileSystem) throws(StorageError) {
        let file = try fileSystem.create(path)
        self.init(file: file, path: path, source: source, fileSystem: fileSystem)
    }

    private init(file: Int32, path: String, source: AnnotationVersion, fileSystem: FileSystem) {
        self.file = file
        self.path = path
        self.source = source
        self.fileSystem = fileSystem
        trailer = AnnotationTrailer(assembly: source.assembly)
        output.append(AnnotationTrailer.magic)
    }

    deinit {
        fileSystem.close(file)
        // On a full disk the half-written file must not keep its room.
        if !isFinished { try? fileSystem.remove(path) }
    }

    var variants: Int { Int(trailer.variants) + rows }

    /// The next variant with its consequences, at least one; `allele` exactly where the key is a hash. Variants must ascend.
    /// Numbers are the dictionary's; the entries' texts are in `text`.
    mutating func add(
        _ key: VariantKey, allele: LongAllele?, _ entries: some Sequence<ConsequenceBatch.Entry>, count: Int,
        text: UnsafeRawBufferPointer
    ) throws(StorageError) {
        if rows == 0 { firstKeys.append(key.rawValue) }
        keys.append(key.rawValue)
        if let allele {
            payload.appendVarint(UInt32(allele.reference.count))
            payload.appendVarint(UInt32(allele.alternate.count))
            payload.append(UnsafeRawBufferPointer(allele.reference))
            payload.append(UnsafeRawBufferPointer(allele.alternate))
        }
        payload.appendVarint(UInt32(count))
        for entry in entries { add(entry, text) }
        trailer.consequences += UInt64(count)
        ends.append(UInt32(payload.count))
        rows += 1
        if rows == SegmentTrailer.blockRows || payload.count >= 1 << 20 { try endBlock() }
    }

    @inline(__always)
    private mutating func add(_ entry: ConsequenceBatch.Entry, _ text: UnsafeRawBufferPointer) {
        let start = Int(entry.textStart)
        let middle = start + Int(entry.codingLength)
        let coding = UnsafeRawBufferPointer(rebasing: text[start..<middle])
        let protein = UnsafeRawBufferPointer(rebasing: text[middle..<(middle + Int(entry.proteinLength))])
        var head = entry.impact.rawValue - 1
        if entry.exon > 0 { head |= ConsequenceHead.exon }
        if entry.intron > 0 { head |= ConsequenceHead.intron }
        if coding.count > 0 {
            head |= ConsequenceHead.coding
            if !dictionary.isUsual(coding: entry.codingAccession, of: entry.feature) { head |= ConsequenceHead.codingAccession }
        }
        if protein.count > 0 {
            head |= ConsequenceHead.protein
            if !dictionary.isUsual(protein: entry.proteinAccession, of: entry.feature) {
                head |= ConsequenceHead.proteinAccession
            }
        }
        payload.append(head)
        payload.appendVarint(entry.feature)
        payload.appendVarint(entry.terms)
        if entry.exon > 0 { payload.appendVarint(entry.exon) }
        if entry.intron > 0 { payload.appendVarint(entry.intron) }
        if coding.count > 0 {
            if head & ConsequenceHead.codingAccession != 0 { payload.appendVarint(entry.codingAccession) }
            payload.appendVarint(UInt32(coding.count))
            payload.append(coding)
        }
        if protein.count > 0 {
            if head & ConsequenceHead.proteinAccession != 0 { payload.appendVarint(entry.proteinAccession) }
            payload.appendVarint(UInt32(protein.count))
            payload.append(protein)
        }
        list(entry, coding, protein)
    }

    /// Puts the variant at hand in the lists that the entry calls for.
    @inline(__always)
    private mutating func list(
        _ entry: ConsequenceBatch.Entry, _ coding: UnsafeRawBufferPointer, _ protein: UnsafeRawBufferPointer
    ) {
        let block = Int(trailer.blocks) % AnnotationTrailer.blocksPerStretch
        let ordinal = UInt32(truncatingIfNeeded: block * SegmentTrailer.blockRows + rows)
        let known = dictionary.known(entry.feature)
        if known.symbol > 0 { lists.add(ordinal, to: PostingKind.geneSymbol.key(known.symbol)) }
        if known.geneID > 0 { lists.add(ordinal, to: PostingKind.geneID.key(known.geneID)) }
        dictionary.forEachTerm(of: entry.terms) { lists.add(ordinal, to: PostingKind.term.key($0)) }
        lists.add(ordinal, to: PostingKind.impact.key(UInt32(entry.impact.rawValue)))
        if coding.count > 0 { lists.add(ordinal, to: PostingKind.coding.key(PostingKind.bucket(coding))) }
        if protein.count > 0 { lists.add(ordinal, to: PostingKind.protein.key(PostingKind.bucket(protein))) }
    }

    @inline(never)
    private mutating func endBlock() throws(StorageError) {
        let start = output.count
        output.append(UInt32(rows))
        output.append(UInt32(payload.count))
        output.append(keys.bytes)
        output.append(ends.bytes)
        output.append(payload.bytes)
        output.align()
        starts.append(UInt64(written + start))
        blockEnds.append(UInt64(written + output.count))
        checksums.append(Checksum.of(UnsafeRawBufferPointer(rebasing: output.bytes[start...])))
        trailer.blocks += 1
        trailer.variants += UInt64(rows)
        rows = 0
        keys.removeAll()
        ends.removeAll()
        payload.removeAll()
        if Int(trailer.blocks) % AnnotationTrailer.blocksPerStretch == 0 { try endStretch() }
        if output.count >= AnnotationWriter.outputLength { try flush() }
    }

    private mutating func endStretch() throws(StorageError) {
        let start = output.count
        do throws(StorageError.Damage) { try lists.write(to: &output) } catch { throw StorageError(.damaged(error), place: path) }
        stretches.append(UInt64(written + start))
        stretches.append(UInt64(output.count - start))
        stretches.append(Checksum.of(UnsafeRawBufferPointer(rebasing: output.bytes[start...])))
    }

    private mutating func flush() throws(StorageError) {
        try fileSystem.write(file, output.bytes)
        written += output.count
        output.removeAll()
    }

    /// Appends a part of the file; its checksum.
    private mutating func append(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        output.append(bytes)
        return Checksum.of(bytes)
    }

    /// Writes directory, dictionary, source and trailer, and makes the file durable. Returns its length.
    consuming func finish() throws(StorageError) -> Int {
        if rows > 0 { try endBlock() }
        if !lists.isEmpty { try endStretch() }
        trailer.directoryOffset = UInt64(written + output.count)
        var directory = GrowingBytes(capacity: 32 * Int(trailer.blocks) + stretches.count + 64)
        directory.append(firstKeys.bytes)
        directory.append(starts.bytes)
        directory.append(blockEnds.bytes)
        directory.append(checksums.bytes)
        directory.append(stretches.bytes)
        trailer.directoryChecksum = append(directory.bytes)
        trailer.dictionaryOffset = UInt64(written + output.count)
        do throws(StorageError.Damage) {
            let (bytes, strings, features) = try dictionary.encoded()
            trailer.strings = strings
            trailer.features = features
            output.append(bytes)
            trailer.dictionaryChecksum = Checksum.of(bytes)
        } catch {
            throw StorageError(.tooLarge, place: path)
        }
        trailer.sourceOffset = UInt64(written + output.count)
        let text = AnnotationSource.encode(source)
        output.append(text)
        trailer.sourceChecksum = Checksum.of(text)
        output.append(trailer.encoded())
        try flush()
        try fileSystem.sync(file)
        isFinished = true
        return written
    }
}
