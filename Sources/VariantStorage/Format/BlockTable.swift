internal import GenomeModel

/// Where the blocks of a mapped file lie, and which of them have been proved good: what segments of either kind and annotation files
/// share.
///
/// Three or four columns of u64, a row a block: the smallest key, where it begins, where it ends (in a segment, where the
/// next begins), its checksum. It does not keep the memory alive: its file does.
/// `@unchecked Sendable`: the bytes never change, and the marks are atomic.
final class BlockTable: @unchecked Sendable {
    let count: Int
    private let base: UnsafeRawPointer
    private let firstKeys: UnsafePointer<UInt64>
    private let starts: UnsafePointer<UInt64>
    private let ends: UnsafePointer<UInt64>
    private let checksums: UnsafePointer<UInt64>
    private let checked: CheckMarks

    /// The columns have `count` rows. Nil where a block does not lie behind the one before and before `limit`, or keys descend:
    /// proved here once, so that reading a block needs no more than its own length.
    init?(
        base: UnsafeRawPointer, count: Int, firstKeys: UnsafePointer<UInt64>, starts: UnsafePointer<UInt64>,
        ends: UnsafePointer<UInt64>, checksums: UnsafePointer<UInt64>, limit: UInt64
    ) {
        var last: UInt64 = 8
        for block in 0..<count {
            let (start, end) = (UInt64(littleEndian: starts[block]), UInt64(littleEndian: ends[block]))
            guard start % 8 == 0, start >= last, end > start, end <= limit,
                block == 0 || UInt64(littleEndian: firstKeys[block - 1]) <= UInt64(littleEndian: firstKeys[block])
            else { return nil }
            last = end
        }
        self.base = base
        self.count = count
        self.firstKeys = firstKeys
        self.starts = starts
        self.ends = ends
        self.checksums = checksums
        checked = CheckMarks(count)
    }

    /// The smallest key of a block.
    @inline(__always)
    func firstKey(_ block: Int) -> VariantKey { VariantKey(rawValue: UInt64(littleEndian: firstKeys[block])) }

    /// Bytes of a block, checked or not.
    func raw(_ block: Int) -> UnsafeRawBufferPointer {
        let start = Int(UInt64(littleEndian: starts[block]))
        return UnsafeRawBufferPointer(start: base + start, count: Int(UInt64(littleEndian: ends[block])) - start)
    }

    /// Where a block begins.
    @inline(__always)
    func start(_ block: Int) -> UnsafeRawPointer { base + Int(UInt64(littleEndian: starts[block])) }

    /// The block of variants as it reads once it has been proved.
    @inline(__always)
    func view(_ block: Int) -> BlockView { BlockView(validated: start(block)) }

    func hasChecksum(_ block: Int) -> Bool { Checksum.of(raw(block)) == UInt64(littleEndian: checksums[block]) }

    @inline(__always)
    func isChecked(_ block: Int) -> Bool { checked.has(block) }

    func markChecked(_ block: Int) { checked.set(block) }

    /// Whether a block whose bytes are sound has the keys that its neighbours leave room for.
    func hasPlace(_ block: Int) -> Bool {
        let view = view(block)
        let next = block + 1 < count ? firstKey(block + 1) : VariantKey(rawValue: .max)
        return view.key(0) == firstKey(block) && view.key(view.count - 1) <= next
    }

    /// The block where a search for `key` must begin: the last that begins before it, or the first.
    @inline(__always)
    func startBlock(_ key: VariantKey) -> Int {
        var (low, size) = (0, count)
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

    /// Finds a variant among blocks that `block` hands out proved, and gives `body` its payload, past its alleles. Cost: two
    /// binary searches. False where it is not there.
    @inline(__always)
    func find(
        _ key: VariantKey, allele: LongAllele?, block proved: (Int) throws(StorageError) -> BlockView,
        _ body: (TrustedCursor) -> Void
    ) throws(StorageError) -> Bool {
        var block = startBlock(key)
        var isFirst = true
        while block < count {
            if !isFirst, firstKey(block) > key { return false }
            let view = try proved(block)
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
