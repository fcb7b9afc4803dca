internal import GenomeModel

/// What `verify` has proved of an index.
public struct Verification: Hashable, Sendable {
    public var segments = 0
    public var callSets = 0
    public var variants = 0
    public var calls = 0
    public var bytes = 0
    /// Call sets that no longer count and whose bytes the next merge takes out.
    public var erasedWaiting = 0
}

extension VariantIndex {
    /// Proves the whole store, byte by byte, or throws the first damage.
    ///
    /// Every checksum; order of variants within and across blocks; totals; that no two segments hold a call set; that
    /// every file is named by the manifest, and every byte of every segment belongs to the frame or to a call of a call
    /// set that the segment lists. So once nothing waits to be merged, nothing of a removed call set is left: not its name,
    /// its calls, or a variant that nobody says anything about. Cost: reads the whole store; a second a gigabyte.
    public func verify(progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }) throws(StorageError) -> Verification {
        var result = Verification()
        var names = Set<String>()
        let total = segments.reduce(0) { $0 + $1.segment.length }
        for live in segments {
            let segment = live.segment
            var counted = BlockValidation.Totals()
            var callsOf = [UInt64](repeating: 0, count: segment.callSets.count)
            var previous: (key: VariantKey, allele: LongAllele?)?
            var isOutOfOrder = false
            for block in 0..<segment.blockCount {
                let totals = try segment.totals(ofBlock: block)
                counted.variants += totals.variants
                counted.calls += totals.calls
                counted.longestReference = max(counted.longestReference, totals.longestReference)
                let view = try segment.block(block)
                for row in 0..<view.count {
                    let key = view.key(row)
                    let allele = key.isReversible ? nil : view.longAllele(row).allele
                    // Blocks have proved their own order; hashed keys that are equal may stand on both sides of a border.
                    if row == 0, let previous, previous.key == key {
                        if let old = previous.allele, let allele {
                            isOutOfOrder = LongAllele.order(old, allele) >= 0
                        } else {
                            isOutOfOrder = true
                        }
                    }
                    previous = (key, allele)
                    SegmentAudit.count(view.groups(row), of: segment, into: &callsOf)
                }
                if isOutOfOrder { throw StorageError(.damaged(.keyOrder), place: segment.path) }
                if block % 64 == 0 { progress(result.bytes + block * (segment.length / max(1, segment.blockCount)), total) }
            }
            guard counted.variants == Int(segment.trailer.variants), counted.calls == Int(segment.trailer.calls),
                counted.longestReference == Int(segment.trailer.longestReference),
                zip(callsOf, segment.callSets).allSatisfy({ $0 == $1.calls })
            else { throw StorageError(.damaged(.totals), place: segment.path) }
            for (ordinal, entry) in segment.callSets.enumerated() where live.isLive(UInt32(ordinal)) {
                guard names.insert(entry.callSet.name).inserted else {
                    throw StorageError(.damaged(.overlap), place: segment.path)
                }
            }
            result.segments += 1
            result.variants += counted.variants
            result.calls += counted.calls
            result.bytes += segment.length
            result.erasedWaiting += live.erased.count
            progress(result.bytes, total)
        }
        result.callSets = names.count
        try verifyFiles()
        return result
    }

    /// Every file of the store is one that the manifest names.
    private func verifyFiles() throws(StorageError) {
        var named: Set<String> = ["MANIFEST", "LOCK"]
        for live in segments { named.insert(String(live.segment.path.dropFirst(directory.count + 1))) }
        for assay in try VariantIndex.readManifest(directory).assays {
            if let targets = assay.targets { named.insert("coverage/" + targets.fileName) }
        }
        for folder in ["", "germline/", "tumour/", "coverage/"] {
            for name in listDirectory(directory + "/" + folder) {
                let path = folder + name
                if named.contains(path) || (folder.isEmpty && ["germline", "tumour", "coverage"].contains(name)) { continue }
                // A file that another process is writing at this moment is not a stray one: only a writer's opening can tell.
                if isBeingWritten { continue }
                throw StorageError(.damaged(.strayFile), place: directory + "/" + path)
            }
        }
    }

    private var isBeingWritten: Bool {
        do throws(StorageError) {
            _ = try WriterLock(directory: directory)
            return false
        } catch {
            return true
        }
    }
}

/// Counts what a segment really holds of each of its call sets.
enum SegmentAudit {
    static func count(_ cursor: TrustedCursor, of segment: Segment, into calls: inout [UInt64]) {
        var cursor = cursor
        while true {
            let group = cursor.group()
            group.forEachOrdinal(bitmapLength: segment.bitmapLength) { calls[Int($0)] += 1 }
            if group.isLast { return }
            cursor.skipOrdinals(of: group, bitmapLength: segment.bitmapLength)
            if segment.hasFractions { cursor.place += 4 * group.count }
        }
    }
}
