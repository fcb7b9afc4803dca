public import GenomeModel

/// A variant as it stands in the store, valid inside the call that it is given to.
public struct StoredVariant {
    public let key: VariantKey
    let allele: LongAllele?

    /// 1-based place of the first base of REF.
    public var position: Position { key.position }

    /// Bases of REF.
    public var referenceLength: Int { allele?.reference.count ?? key.referenceLength }

    /// REF and ALT. Nil only of a key that no writer makes.
    public var alleles: (reference: String, alternate: String)? {
        guard let allele else { return key.alleles }
        return (String(decoding: allele.reference, as: UTF8.self), String(decoding: allele.alternate, as: UTF8.self))
    }
}

extension VariantIndex {
    /// Calls `body` with every variant that is stored of the cohort's call sets, in the order of the keys, and its frequency.
    ///
    /// With an interval, the variants whose REF span overlaps it. A variant that only erased call sets carried, or of
    /// which the cohort's call sets say nothing, is left out. Cost: some 100 ns a variant and segment that holds it.
    public func forEachVariant(
        in interval: Interval? = nil, cohort: Cohort, _ body: (StoredVariant, Frequency) throws -> Void
    ) throws {
        var walks: [SegmentWalk] = []
        for index in segments.indices where !cohort.selections[index].isEmpty {
            var walk = SegmentWalk(live: segments[index], number: index)
            if let interval { try walk.seek(interval) }
            if try walk.load() { walks.append(walk) }
        }
        while true {
            // Few segments are live (see `MergePlan`), so the least is found by looking at each.
            guard var least = walks.indices.first else { return }
            for index in walks.indices.dropFirst() where walks[index].comesBefore(walks[least]) { least = index }
            let key = walks[least].key
            let allele = walks[least].allele
            guard let contig = key.contig else { return }
            if let interval,
                contig > interval.contig || (contig == interval.contig && key.position > interval.last)
            {
                return
            }
            let variant = StoredVariant(key: key, allele: allele)
            let length = variant.referenceLength
            let isInside =
                interval.map {
                    contig == $0.contig && key.position.value &+ UInt32(length) > $0.first.value
                } ?? true
            let coverage =
                isInside ? cohort.coverage(assembly, contig, key.position, referenceLength: length) : Cohort.Coverage()
            var tally = StateTally()
            var index = 0
            var isExhausted = false
            while index < walks.count {
                if walks[index].holds(key, allele) {
                    if isInside {
                        tally.add(
                            walks[index].cursor, of: walks[index].live,
                            selection: cohort.selections[walks[index].number], bySex: coverage.needsSexes)
                    }
                    walks[index].row += 1
                    if try !walks[index].load() {
                        walks[index].isDone = true
                        isExhausted = true
                    }
                }
                index += 1
            }
            if isInside, !tally.isEmpty { try body(variant, cohort.frequency(tally, coverage)) }
            if isExhausted { walks.removeAll(where: \.isDone) }
        }
    }
}

/// A place in one segment while several are walked together.
struct SegmentWalk {
    let live: VariantIndex.LiveSegment
    let number: Int
    private var block = 0
    private var view: BlockView?
    var row = 0
    var isDone = false
    private(set) var key = VariantKey(rawValue: 0)
    private(set) var allele: LongAllele?
    private(set) var cursor = TrustedCursor(place: SegmentWalk.nowhere)

    // Stands in until `load` has found a row; never read.
    nonisolated(unsafe) private static let nowhere = UnsafePointer(UnsafeMutablePointer<UInt8>.allocate(capacity: 1))

    init(live: VariantIndex.LiveSegment, number: Int) {
        self.live = live
        self.number = number
    }

    /// Goes to the first variant that can reach into `interval`.
    mutating func seek(_ interval: Interval) throws(StorageError) {
        let segment = live.segment
        let reach = UInt32(max(segment.trailer.longestReference, 1)) - 1
        let first = interval.first.value > reach ? interval.first.value - reach : 1
        guard let position = Position(first) else { return }
        let lowest = VariantKey.lowest(contig: interval.contig, position: position)
        guard segment.blockCount > 0 else { return }
        block = segment.startBlock(lowest)
        row = try segment.block(block).lowerBound(lowest)
    }

    /// Reads the row it stands on, going on to the next block where this one has ended. False at the end.
    @inline(__always)
    mutating func load() throws(StorageError) -> Bool {
        while true {
            if view == nil {
                guard block < live.segment.blockCount else { return false }
                view = try live.segment.block(block)
            }
            guard let view else { return false }
            if row < view.count {
                key = view.key(row)
                if key.isReversible {
                    allele = nil
                    cursor = TrustedCursor(place: view.start(row))
                } else {
                    let (long, groups) = view.longAllele(row)
                    allele = long
                    cursor = TrustedCursor(place: groups)
                }
                return true
            }
            self.view = nil
            block += 1
            row = 0
        }
    }

    func comesBefore(_ other: SegmentWalk) -> Bool {
        if key != other.key { return key < other.key }
        guard let allele, let theirs = other.allele else { return false }
        return LongAllele.order(allele, theirs) < 0
    }

    /// Stands on the variant with this key and these alleles.
    @inline(__always)
    func holds(_ key: VariantKey, _ allele: LongAllele?) -> Bool {
        guard self.key == key else { return false }
        guard let mine = self.allele, let allele else { return true }
        return mine.equals(allele)
    }
}
