internal import GenomeModel

/// What `verify` has proved of an index.
public struct Verification: Hashable, Sendable {
    public var segments = 0
    public var callSets = 0
    public var variants = 0
    public var calls = 0
    /// Distinct events of structural segments, and what call sets say of them; the segments and their bytes count above.
    public var events = 0
    public var eventCalls = 0
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
    /// its calls, or a variant that nobody says anything about. Cost: reads the whole store.
    public func verify(progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }) throws(StorageError) -> Verification {
        var result = Verification()
        var names = Set<String>()
        let total = segments.reduce(0) { $0 + $1.segment.length }
        for live in segments {
            let segment = live.segment
            var counted = BlockValidation.Totals()
            var audit = SegmentAudit(callSets: segment.callSets.count)
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
                    guard audit.count(view.groups(row), of: segment) else {
                        throw StorageError(.damaged(.blockStructure), place: segment.path)
                    }
                    guard SegmentAudit.isCanonical(key, allele) else {
                        throw StorageError(.damaged(.alleles), place: segment.path)
                    }
                }
                if isOutOfOrder { throw StorageError(.damaged(.keyOrder), place: segment.path) }
                if block % 64 == 0 { progress(result.bytes + block * (segment.length / max(1, segment.blockCount)), total) }
            }
            guard counted.variants == Int(segment.trailer.variants), counted.calls == Int(segment.trailer.calls),
                counted.longestReference == Int(segment.trailer.longestReference),
                zip(audit.calls, segment.callSets).allSatisfy({ $0 == $1.calls })
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
        try verifyEvents(&result)
        try verifyFiles()
        return result
    }

    /// Every file of the store is one that the manifest names.
    private func verifyFiles() throws(StorageError) {
        guard try strayFile() != nil else { return }
        // It may be one that a writer is making at this moment, or a merge of which this reader does not know: only where
        // nobody writes does a look at both the manifest and the files tell.
        let lock: WriterLock
        do throws(StorageError) {
            lock = try WriterLock(directory: directory)
        } catch {
            if error.code == .busy { return }
            throw error
        }
        if let stray = try strayFile() { throw StorageError(.damaged(.strayFile), place: directory + "/" + stray) }
        withExtendedLifetime(lock) {}
    }

    /// A file that the manifest, as it is now, does not name.
    private func strayFile() throws(StorageError) -> String? {
        var named: Set<String> = [
            "MANIFEST", "LOCK", "germline", "tumour", "coverage", Manifest.structuralFolder, VariantIndex.annotationFolder,
        ]
        let manifest = try VariantIndex.readManifest(directory)
        for live in manifest.segments + manifest.structural { named.insert(live.fileName) }
        for assay in manifest.assays { if let targets = assay.targets { named.insert("coverage/" + targets.fileName) } }
        for folder in ["", "germline/", "tumour/", "coverage/", Manifest.structuralFolder + "/"] {
            for name in listDirectory(directory + "/" + folder) where !named.contains(folder + name) { return folder + name }
        }
        return nil
    }
}

/// Counts what a segment really holds of each of its call sets.
struct SegmentAudit {
    private(set) var calls: [UInt64]
    /// The variant, counted from 1, that each call set was last seen in.
    private var lastSeen: [UInt64]
    private var variants: UInt64 = 0

    init(callSets: Int) {
        calls = [UInt64](repeating: 0, count: callSets)
        lastSeen = calls
    }

    /// False where a call set stands in two groups of the variant.
    mutating func count(_ cursor: TrustedCursor, of segment: Segment) -> Bool {
        var cursor = cursor
        var isOnce = true
        variants += 1
        while true {
            let group = cursor.group()
            group.forEachOrdinal(bitmapLength: segment.bitmapLength) { ordinal in
                calls[Int(ordinal)] += 1
                if lastSeen[Int(ordinal)] == variants { isOnce = false }
                lastSeen[Int(ordinal)] = variants
            }
            if group.isLast { return isOnce }
            cursor.skipOrdinals(of: group, bitmapLength: segment.bitmapLength)
            if segment.hasFractions { cursor.place += 4 * group.count }
        }
    }

    /// Whether a search for the variant would find it: its key is the one that its alleles make.
    static func isCanonical(_ key: VariantKey, _ allele: LongAllele?) -> Bool {
        guard key.isWellFormed, let contig = key.contig else { return false }
        guard let allele else { return true }
        let isSpelled = allele.reference.allSatisfy(isLetter) && allele.alternate.allSatisfy(isLetter)
        return isSpelled
            && VariantKey(
                contig: contig, position: key.position, reference: allele.reference, alternate: allele.alternate) == key
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A"), UInt8(ascii: "C"), UInt8(ascii: "G"), UInt8(ascii: "T"), UInt8(ascii: "N"): true
        default: false
        }
    }
}
