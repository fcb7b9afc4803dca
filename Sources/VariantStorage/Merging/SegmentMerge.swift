internal import GenomeModel

/// Merges segments into one that covers their union, less what was erased.
///
/// Not a k-way merge: that pays log2(k) unpredictable comparisons a call, and 300 genomes share nearly every variant.
/// Instead, window by window of the genome, each input is walked in turn and every call is put in its variant's slot,
/// found by a hash of the key; then the slots are sorted and written. A call costs one probe and two stores.
struct SegmentMerge: ~Copyable {
    struct Input {
        let segment: Segment
        /// Ordinals that are left out, ascending.
        let erased: [UInt32]
    }

    enum Arrangement {
        /// Every call set is in one input only; the union lists them input by input.
        case disjoint
        /// All inputs hold the same call sets (parts of one file being added).
        case sameCallSets
    }

    struct Merged {
        let written: SegmentWriter.Written
        let callSets: [StoredCallSet]
    }

    /// Calls that one window is made for: its slots and their table then stay in a core's own cache.
    private static let windowCalls = 24_000

    private let inputs: [Input]
    private let arrangement: Arrangement
    private let hasFractions: Bool
    private let callSets: [StoredCallSet]
    /// For each input, the ordinal in the union of each of its own; `erasedMark` where erased.
    private let ordinals: [[UInt32]]
    private static let erasedMark = UInt32.max

    private var window = MergeWindow()

    /// `inputs` is not empty, and all are of one assembly and origin.
    init(inputs: [Input], arrangement: Arrangement) {
        self.inputs = inputs
        self.arrangement = arrangement
        hasFractions = inputs[0].segment.hasFractions
        var callSets: [StoredCallSet] = []
        var ordinals: [[UInt32]] = []
        for (index, input) in inputs.enumerated() {
            if arrangement == .sameCallSets {
                if index == 0 { callSets = input.segment.callSets.map(\.callSet) }
                ordinals.append([UInt32](0..<UInt32(callSets.count)))
                continue
            }
            var map: [UInt32] = []
            map.reserveCapacity(input.segment.callSets.count)
            var erased = input.erased[...]
            for (ordinal, entry) in input.segment.callSets.enumerated() {
                if erased.first == UInt32(ordinal) {
                    erased.removeFirst()
                    map.append(SegmentMerge.erasedMark)
                } else {
                    map.append(UInt32(callSets.count))
                    callSets.append(entry.callSet)
                }
            }
            ordinals.append(map)
        }
        self.callSets = callSets
        self.ordinals = ordinals
    }

    /// Live call sets in the union; where none is left there is nothing to write.
    var liveCallSets: Int { callSets.count }

    /// Writes the merged segment. `progress` is told how many calls have been read, window by window.
    consuming func run(
        to path: String, fileSystem: FileSystem, progress: (Int) -> Void
    ) throws(StorageError) -> Merged {
        guard callSets.count < Int(VariantCalls.ordinalLimit) else { throw StorageError(.tooLarge, place: path) }
        let first = inputs[0].segment.trailer
        var writer = try SegmentWriter(
            path: path, assembly: first.assembly, origin: first.origin, callSets: callSets.count, fileSystem: fileSystem)
        var calls = VariantCalls()
        var places = [MergePlace](repeating: MergePlace(), count: inputs.count)
        var done = 0
        for boundary in windowBoundaries() {
            window.removeAll()
            for index in inputs.indices {
                try gather(index, from: &places[index], upTo: boundary)
            }
            done += window.callsRead
            try window.write(
                hasFractions: hasFractions, mustSettle: arrangement == .sameCallSets, through: &calls, to: &writer)
            progress(done)
        }
        let written = try writer.finish(callSets)
        return Merged(written: written, callSets: callSets)
    }

    /// Keys that part the genome into windows of about `windowCalls` calls; the last is past every key.
    private func windowBoundaries() -> [UInt64] {
        var starts: [UInt64] = []
        var calls = 0
        for input in inputs {
            for block in 0..<input.segment.blockCount { starts.append(input.segment.firstKey(block).rawValue) }
            calls += Int(input.segment.trailer.calls)
        }
        starts.sort()
        let blocksAWindow = max(1, SegmentMerge.windowCalls / max(1, calls / max(1, starts.count)))
        var boundaries: [UInt64] = []
        for index in stride(from: blocksAWindow, to: starts.count, by: blocksAWindow)
        where boundaries.last.map({ $0 < starts[index] }) ?? true {
            boundaries.append(starts[index])
        }
        boundaries.append(.max)
        return boundaries
    }

    /// Puts the calls of one input's variants below `boundary` into the window.
    private mutating func gather(
        _ index: Int, from place: inout MergePlace, upTo boundary: UInt64
    ) throws(StorageError) {
        let segment = inputs[index].segment
        let hasErased = !inputs[index].erased.isEmpty
        // The map is read for every call: its memory is taken out of the array once, not once a variant.
        let result = ordinals[index].withUnsafeBufferPointer { map in
            Result { () throws(StorageError) in
                try SegmentMerge.gather(
                    segment, map, hasErased: hasErased, from: &place, upTo: boundary, into: &window)
            }
        }
        try result.get()
    }

    private static func gather(
        _ segment: Segment, _ map: UnsafeBufferPointer<UInt32>, hasErased: Bool, from place: inout MergePlace,
        upTo boundary: UInt64, into window: inout MergeWindow
    ) throws(StorageError) {
        let bitmapLength = segment.bitmapLength
        let hasFractions = segment.hasFractions
        while place.block < segment.blockCount {
            let view = try segment.block(place.block)
            var row = place.row
            while row < view.count {
                let key = view.key(row)
                guard key.rawValue < boundary else {
                    place.row = row
                    return
                }
                var allele = LongAllele.inKey
                var cursor = TrustedCursor(place: view.start(row))
                if !key.isReversible {
                    let (long, groups) = view.longAllele(row)
                    allele = long
                    cursor = TrustedCursor(place: groups)
                }
                row &+= 1
                if hasErased,
                    ErasedVariants.isForgotten(
                        cursor, hasFractions: hasFractions, bitmapLength: bitmapLength,
                        isErased: { map[Int($0)] == erasedMark })
                {
                    continue
                }
                let slot = window.slot(key, allele)
                if !hasFractions, window.addOnly(cursor, slot: slot, map: map, erasedMark: erasedMark) { continue }
                window.add(
                    &cursor, slot: slot, map: map, erasedMark: erasedMark,
                    hasFractions: hasFractions, bitmapLength: bitmapLength)
            }
            place.block += 1
            place.row = 0
        }
    }
}

/// How far an input has been walked.
struct MergePlace {
    var block = 0
    var row = 0
}
