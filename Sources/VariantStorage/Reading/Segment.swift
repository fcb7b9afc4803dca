internal import GenomeModel

/// One open segment: a mapped file whose trailer, directory and table of call sets have been checked.
///
/// Blocks are checked (checksum and structure) when they are first read, and remembered as good.
/// `@unchecked Sendable`: the frame's bytes never change, and the table's marks are atomic.
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

    private let frame: SegmentFrame
    private let table: BlockTable

    var length: Int { frame.length }

    init(path: String) throws(StorageError) {
        let frame = try SegmentFrame(path: path, content: .variants)
        self.path = path
        self.frame = frame
        table = frame.table
        trailer = frame.trailer
        checksum = frame.checksum
        callSets = frame.callSets
        blockCount = frame.blockCount
        bitmapLength = (Int(trailer.callSets) + 7) / 8
        hasFractions = trailer.origin == .tumour
        var females = [UInt64](repeating: 0, count: (callSets.count + 63) / 64)
        for (ordinal, entry) in callSets.enumerated() where entry.callSet.sex == .female {
            females[ordinal >> 6] |= 1 << UInt64(ordinal & 63)
        }
        self.females = females
    }

    /// The smallest key of a block.
    @inline(__always)
    func firstKey(_ block: Int) -> VariantKey { table.firstKey(block) }

    /// A block to read, valid as long as the segment. Throws where its bytes are not what was written.
    @inline(__always)
    func block(_ index: Int) throws(StorageError) -> BlockView {
        if !table.isChecked(index) { try check(index) }
        return table.view(index)
    }

    @inline(never)
    private func check(_ index: Int) throws(StorageError) {
        _ = try totals(ofBlock: index)
        table.markChecked(index)
    }

    /// Checks a block from the ground up, whether or not it was before.
    func totals(ofBlock index: Int) throws(StorageError) -> BlockValidation.Totals {
        let bytes = try frame.provedBytes(index)
        let totals: BlockValidation.Totals
        do throws(StorageError.Damage) {
            totals = try BlockValidation.check(bytes, callSets: trailer.callSets, origin: trailer.origin)
        } catch {
            throw StorageError(.damaged(error), place: path)
        }
        guard table.hasPlace(index), totals.longestReference <= Int(trailer.longestReference) else {
            throw StorageError(.damaged(.keyOrder), place: path)
        }
        return totals
    }

    /// The block where a search for `key` must begin: the last that begins before it, or the first.
    @inline(__always)
    func startBlock(_ key: VariantKey) -> Int { table.startBlock(key) }

    /// Finds a variant and gives `body` its groups. Cost: two binary searches. False where the segment lacks it.
    @inline(__always)
    func find(
        _ key: VariantKey, allele: LongAllele?, _ body: (TrustedCursor) -> Void
    ) throws(StorageError) -> Bool {
        try table.find(
            key, allele: allele, block: { (index) throws(StorageError) -> BlockView in try self.block(index) }, body)
    }
}
