internal import GenomeModel
internal import Synchronization

/// One open segment: a mapped file whose trailer, directory and table of call sets have been checked.
///
/// Blocks are checked (checksum and structure) when they are first read, and remembered as good.
/// `@unchecked Sendable`: the file's bytes never change, and the marks of checked blocks are atomic words.
final class Segment: @unchecked Sendable {
    let path: String
    let trailer: SegmentTrailer
    /// The file's checksum, as the manifest has it.
    let checksum: UInt64
    let callSets: [CallSetTable.Entry]
    let bitmapLength: Int
    let hasFractions: Bool
    let blockCount: Int
    /// A bit an ordinal: the call sets of each sex, for the ploidy of X.
    let females: [UInt64]

    private let file: MappedFile
    private let base: UnsafeRawPointer
    private let firstKeys: UnsafePointer<UInt64>
    private let offsets: UnsafePointer<UInt64>
    private let checksums: UnsafePointer<UInt64>
    private let checkedBlocks: UnsafeMutablePointer<Atomic<UInt64>>

    var length: Int { file.bytes.count }

    init(path: String) throws(StorageError) {
        let file = try MappedFile(path: path)
        let (trailer, checksum) = try SegmentTrailer.decode(file.bytes, place: path)
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
        // Where every block lies is proved here once, so that reading one needs no more than its own length.
        guard UInt64(littleEndian: offsets[0]) == 8, UInt64(littleEndian: offsets[blocks]) == trailer.directoryOffset
        else { throw damaged }
        for block in 0..<blocks {
            let (start, next) = (UInt64(littleEndian: offsets[block]), UInt64(littleEndian: offsets[block + 1]))
            guard start % 8 == 0, next > start, next <= trailer.directoryOffset,
                block == 0 || UInt64(littleEndian: keys[block - 1]) <= UInt64(littleEndian: keys[block])
            else { throw damaged }
        }
        callSets = try CallSetTable.decode(table, count: trailer.callSets, place: path)
        self.path = path
        self.trailer = trailer
        self.checksum = checksum
        self.file = file
        self.base = base
        firstKeys = keys
        self.offsets = offsets
        checksums = offsets + blocks + 1
        blockCount = blocks
        bitmapLength = (Int(trailer.callSets) + 7) / 8
        hasFractions = trailer.origin == .tumour
        var females = [UInt64](repeating: 0, count: (callSets.count + 63) / 64)
        for (ordinal, entry) in callSets.enumerated() where entry.callSet.sex == .female {
            females[ordinal >> 6] |= 1 << UInt64(ordinal & 63)
        }
        self.females = females
        let words = (blocks + 63) / 64
        checkedBlocks = .allocate(capacity: max(words, 1))
        for word in 0..<max(words, 1) { (checkedBlocks + word).initialize(to: Atomic(0)) }
    }

    deinit {
        checkedBlocks.deinitialize(count: max((blockCount + 63) / 64, 1))
        checkedBlocks.deallocate()
    }

    /// The smallest key of a block.
    func firstKey(_ block: Int) -> VariantKey { VariantKey(rawValue: UInt64(littleEndian: firstKeys[block])) }

    /// Bytes of a block, checked or not.
    func rawBlock(_ block: Int) -> UnsafeRawBufferPointer {
        let start = Int(UInt64(littleEndian: offsets[block]))
        return UnsafeRawBufferPointer(start: base + start, count: Int(UInt64(littleEndian: offsets[block + 1])) - start)
    }

    /// A block to read, valid as long as the segment. Throws where its bytes are not what was written.
    @inline(__always)
    func block(_ index: Int) throws(StorageError) -> BlockView {
        let mark: UInt64 = 1 << UInt64(index & 63)
        if checkedBlocks[index >> 6].load(ordering: .acquiring) & mark == 0 { try check(index) }
        return BlockView(validated: base + Int(UInt64(littleEndian: offsets[index])))
    }

    @inline(never)
    private func check(_ index: Int) throws(StorageError) {
        _ = try totals(ofBlock: index)
        checkedBlocks[index >> 6].bitwiseOr(1 << UInt64(index & 63), ordering: .releasing)
    }

    /// Checks a block from the ground up, whether or not it was before.
    func totals(ofBlock index: Int) throws(StorageError) -> BlockValidation.Totals {
        let bytes = rawBlock(index)
        guard Checksum.of(bytes) == UInt64(littleEndian: checksums[index]) else {
            throw StorageError(.damaged(.blockChecksum), place: path)
        }
        let totals: BlockValidation.Totals
        do throws(StorageError.Damage) {
            totals = try BlockValidation.check(bytes, callSets: trailer.callSets, origin: trailer.origin)
        } catch {
            throw StorageError(.damaged(error), place: path)
        }
        let view = BlockView(validated: base + Int(UInt64(littleEndian: offsets[index])))
        let nextKey = index + 1 < blockCount ? firstKey(index + 1) : VariantKey(rawValue: .max)
        guard view.key(0) == firstKey(index), view.key(view.count - 1) <= nextKey,
            totals.longestReference <= Int(trailer.longestReference)
        else { throw StorageError(.damaged(.keyOrder), place: path) }
        return totals
    }

    /// The block where a search for `key` must begin: the last that begins before it, or the first.
    @inline(__always)
    func startBlock(_ key: VariantKey) -> Int {
        var (low, size) = (0, blockCount)
        while size > 0 {
            let half = size >> 1
            if firstKey(low &+ half) < key {
                low &+= half &+ 1
                size &-= half &+ 1
            } else {
                size = half
            }
        }
        return low == 0 ? 0 : low &- 1
    }

    /// Finds a variant and gives `body` its groups. Cost: two binary searches. False where the segment lacks it.
    @inline(__always)
    func find(
        _ key: VariantKey, allele: LongAllele?, _ body: (TrustedCursor) -> Void
    ) throws(StorageError) -> Bool {
        var block = startBlock(key)
        var isFirst = true
        while block < blockCount {
            if !isFirst, firstKey(block) > key { return false }
            let view = try self.block(block)
            var row = isFirst ? view.lowerBound(key) : 0
            while row < view.count {
                guard view.key(row) == key else { return false }
                guard let allele else {
                    body(TrustedCursor(place: view.start(row)))
                    return true
                }
                let (found, groups) = view.longAllele(row)
                if found.equals(allele) {
                    body(TrustedCursor(place: groups))
                    return true
                }
                row &+= 1
            }
            isFirst = false
            block &+= 1
        }
        return false
    }
}
