public import GenomeModel

/// One open annotation file: what a version of an annotation program says of variants. Immutable and memory-mapped.
///
/// Trailer, directory, dictionary and source are proved when it is opened; blocks and lists when they are first read.
/// `@unchecked Sendable`: nothing of it changes after `init` but the marks, which are atomic.
public final class AnnotationFile: @unchecked Sendable {
    public let path: String
    /// What the consequences are from.
    public let source: AnnotationVersion
    let trailer: AnnotationTrailer
    let table: BlockTable
    let dictionary: DictionaryView
    private let file: MappedFile
    private let base: UnsafeRawPointer
    /// Three a stretch: where its lists begin, how long they are, their checksum.
    private let stretches: UnsafePointer<UInt64>
    private let checkedLists: CheckMarks

    /// Variants in it.
    public var variants: Int { Int(trailer.variants) }
    /// (variant, transcript) pairs in it.
    public var consequences: Int { Int(trailer.consequences) }
    /// Bytes on disk.
    public var length: Int { file.bytes.count }
    var blockCount: Int { table.count }

    /// Opens a file. Throws where it is missing, or where its bytes are not what was written.
    public init(path: String) throws(StorageError) {
        let file = try MappedFile(path: path)
        let trailer = try AnnotationTrailer.decode(file.bytes, place: path)
        guard let base = file.bytes.baseAddress else { throw StorageError(.damaged(.annotationTrailer), place: path) }
        func part(_ start: UInt64, _ end: UInt64) -> UnsafeRawBufferPointer {
            UnsafeRawBufferPointer(rebasing: file.bytes[Int(start)..<Int(end)])
        }
        let directory = part(trailer.directoryOffset, trailer.dictionaryOffset)
        let blocks = Int(trailer.blocks)
        let columns = (base + Int(trailer.directoryOffset)).assumingMemoryBound(to: UInt64.self)
        guard Checksum.of(directory) == trailer.directoryChecksum,
            let table = BlockTable(
                base: base, count: blocks, firstKeys: columns, starts: columns + blocks, ends: columns + 2 * blocks,
                checksums: columns + 3 * blocks, limit: trailer.directoryOffset)
        else { throw StorageError(.damaged(.directory), place: path) }
        let dictionary = part(trailer.dictionaryOffset, trailer.sourceOffset)
        guard Checksum.of(dictionary) == trailer.dictionaryChecksum,
            let view = DictionaryView(dictionary, strings: Int(trailer.strings), features: Int(trailer.features))
        else { throw StorageError(.damaged(.dictionary), place: path) }
        let text = part(trailer.sourceOffset, UInt64(file.bytes.count - AnnotationTrailer.length))
        guard Checksum.of(text) == trailer.sourceChecksum,
            let source = AnnotationSource.decode(text, assembly: trailer.assembly)
        else { throw StorageError(.damaged(.annotationSource), place: path) }
        self.path = path
        self.source = source
        self.trailer = trailer
        self.table = table
        self.dictionary = view
        self.file = file
        self.base = base
        stretches = UnsafePointer(columns + 4 * blocks)
        checkedLists = CheckMarks(trailer.stretches)
        for stretch in 0..<trailer.stretches {
            let (start, length) = (UInt64(littleEndian: stretches[3 * stretch]), UInt64(littleEndian: stretches[3 * stretch + 1]))
            guard start % 8 == 0, start >= 8, length >= 8, length <= trailer.directoryOffset,
                start <= trailer.directoryOffset - length
            else { throw StorageError(.damaged(.directory), place: path) }
        }
    }

    /// A block to read, valid as long as the file.
    func block(_ index: Int) throws(StorageError) -> BlockView {
        if !table.isChecked(index) {
            _ = try total(ofBlock: index)
            table.markChecked(index)
        }
        return table.view(index)
    }

    /// Checks a block from the ground up. Its consequences.
    func total(ofBlock index: Int) throws(StorageError) -> Int {
        guard table.hasChecksum(index) else { throw StorageError(.damaged(.blockChecksum), place: path) }
        let total: Int
        do throws(StorageError.Damage) {
            total = try AnnotationBlockValidation.check(
                table.raw(index), strings: trailer.strings, features: trailer.features)
        } catch {
            throw StorageError(.damaged(error), place: path)
        }
        guard table.hasPlace(index) else { throw StorageError(.damaged(.keyOrder), place: path) }
        return total
    }

    func lengthOfLists(ofStretch index: Int) -> Int { Int(UInt64(littleEndian: stretches[3 * index + 1])) }

    /// The lists of a stretch, proved when they are first read.
    func lists(ofStretch index: Int) throws(StorageError) -> PostingView {
        let start = Int(UInt64(littleEndian: stretches[3 * index]))
        let bytes = UnsafeRawBufferPointer(rebasing: file.bytes[start..<(start + lengthOfLists(ofStretch: index))])
        if !checkedLists.has(index) {
            guard Checksum.of(bytes) == UInt64(littleEndian: stretches[3 * index + 2]), PostingView.isSound(bytes) else {
                throw StorageError(.damaged(.postings), place: path)
            }
            checkedLists.set(index)
        }
        return PostingView(proved: base + start)
    }
}
