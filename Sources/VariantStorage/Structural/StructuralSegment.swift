package import GenomeModel

/// One open segment of structural events: the frame of `Segment`, other blocks.
///
/// `@unchecked Sendable`: the frame's pointers are into a file whose bytes never change, and its marks are atomic words.
final class StructuralSegment: @unchecked Sendable {
    let frame: SegmentFrame
    let bitmapLength: Int
    let hasFractions: Bool

    var path: String { frame.path }
    var length: Int { frame.length }
    var trailer: SegmentTrailer { frame.trailer }
    var callSets: [CallSetTable.Entry] { frame.callSets }
    var blockCount: Int { frame.blockCount }

    init(path: String) throws(StorageError) {
        frame = try SegmentFrame(path: path, content: .events)
        bitmapLength = (Int(frame.trailer.callSets) + 7) / 8
        hasFractions = frame.trailer.origin == .tumour
    }

    @inline(__always)
    func firstKey(_ block: Int) -> StructuralKey { StructuralKey(rawValue: frame.table.firstKey(block).rawValue) }

    /// A block to read, valid as long as the segment. Throws where its bytes are not what was written.
    @inline(__always)
    func block(_ index: Int) throws(StorageError) -> StructuralBlockView {
        if !frame.table.isChecked(index) {
            _ = try totals(ofBlock: index)
            frame.table.markChecked(index)
        }
        return StructuralBlockView(validated: frame.table.start(index))
    }

    /// Calls `body` with each group of the row whose groups begin at `start`, and how to read the fraction of its nth call set.
    @inline(__always)
    func forEachGroup(_ start: TrustedCursor, _ body: (CallGroup, (Int) -> Float) -> Void) {
        var cursor = start
        while true {
            let group = cursor.group()
            cursor.skipOrdinals(of: group, bitmapLength: bitmapLength)
            let fractions = UnsafeRawPointer(cursor.place)
            body(group) { index in
                guard hasFractions else { return .nan }
                return Float(bitPattern: UInt32(littleEndian: (fractions + 4 * index).loadUnaligned(as: UInt32.self)))
            }
            if group.isLast { return }
            if hasFractions { cursor.place += 4 * group.count }
        }
    }

    /// Checks a block from the ground up, whether or not it was before.
    func totals(ofBlock index: Int) throws(StorageError) -> (rows: Int, calls: Int) {
        let bytes = try frame.provedBytes(index)
        let totals: (rows: Int, calls: Int)
        do throws(StorageError.Damage) {
            totals = try StructuralBlockValidation.check(bytes, callSets: trailer.callSets, origin: trailer.origin)
        } catch {
            throw StorageError(.damaged(error), place: path)
        }
        let view = StructuralBlockView(validated: frame.table.start(index))
        let next = index + 1 < blockCount ? firstKey(index + 1) : StructuralKey(rawValue: .max)
        guard view.key(0) == firstKey(index), view.key(view.count - 1) <= next else {
            throw StorageError(.damaged(.keyOrder), place: path)
        }
        return totals
    }
}

extension VariantIndex {
    /// A structural segment and which of its call sets still count.
    package final class LiveEvents: Sendable {
        let segment: StructuralSegment
        package let origin: Origin
        let ordinals: LiveOrdinals

        init(segment: StructuralSegment, entry: Manifest.LiveSegment, place: String) throws(StorageError) {
            self.segment = segment
            origin = entry.origin
            ordinals = try LiveOrdinals(count: segment.callSets.count, erased: entry.erased, place: place)
        }

        @inline(__always)
        func isLive(_ ordinal: UInt32) -> Bool { ordinals.isLive(ordinal) }
    }
}
