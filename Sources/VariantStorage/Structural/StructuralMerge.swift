internal import GenomeModel

/// Merges structural segments into one that covers their union, less what was erased.
///
/// A walk over all inputs at once, the least row first, out of a queue: some ten comparisons a row where a thousand files that were
/// added together become one. An event that only erased call sets carried goes with them.
struct StructuralMerge {
    struct Input {
        let segment: StructuralSegment
        let ordinals: LiveOrdinals

        init(path: String, erased: [UInt32]) throws(StorageError) {
            segment = try StructuralSegment(path: path)
            ordinals = try LiveOrdinals(count: segment.callSets.count, erased: erased, place: path)
        }
    }

    struct Merged {
        let written: SegmentWriter.Written
        let callSets: [StoredCallSet]
    }

    private let inputs: [Input]
    private let callSets: [StoredCallSet]
    /// For each input and ordinal the ordinal in the union; nil where erased.
    private let map: [[UInt32?]]

    init(inputs: [Input]) {
        self.inputs = inputs
        var callSets: [StoredCallSet] = []
        map = inputs.map { input in
            input.segment.callSets.enumerated().map { ordinal, entry in
                guard input.ordinals.isLive(UInt32(ordinal)) else { return nil }
                callSets.append(entry.callSet)
                return UInt32(callSets.count - 1)
            }
        }
        self.callSets = callSets
    }

    /// Live call sets in the union; where none is left there is nothing to write.
    var liveCallSets: Int { callSets.count }

    func run(to path: String, fileSystem: FileSystem, progress: (Int) -> Void) throws(StorageError) -> Merged {
        guard let first = inputs.first?.segment.trailer else { throw StorageError(.inconsistentBatch, place: path) }
        var out = try StructuralSegmentWriter(
            path: path, assembly: first.assembly, origin: first.origin, callSets: callSets.count, fileSystem: fileSystem)
        var queue = StructuralQueue()
        for (number, input) in inputs.enumerated() {
            if let walk = try StructuralWalk(input.segment, number: number) { queue.insert(walk) }
        }
        var done = 0
        while let row = queue.first?.row {
            var calls: [UInt32] = []
            var fractions: [Float] = []
            while let walk = queue.first, walk.row == row {
                done += try gather(walk, into: &calls, &fractions)
                try queue.advance()
            }
            if !calls.isEmpty { try out.add(row, calls: calls, fractions: fractions) }
            progress(done)
        }
        return Merged(written: try out.finish(callSets), callSets: callSets)
    }

    /// Adds what the walk's input has of its row. Returns the calls read.
    private func gather(
        _ walk: StructuralWalk, into calls: inout [UInt32], _ fractions: inout [Float]
    ) throws(StorageError) -> Int {
        let map = map[walk.number]
        let stored = try walk.calls()
        for (state, ordinal, fraction) in stored {
            guard let place = map[Int(ordinal)] else { continue }
            calls.append(VariantCalls.pack(place, state))
            fractions.append(fraction)
        }
        return stored.count
    }
}

/// Walks by their rows, the least first: a binary heap.
struct StructuralQueue {
    private var walks: [StructuralWalk] = []

    var first: StructuralWalk? { walks.first }

    mutating func insert(_ walk: StructuralWalk) {
        walks.append(walk)
        var place = walks.count - 1
        while place > 0, walks[place].row < walks[(place - 1) / 2].row {
            walks.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    /// Moves the first walk on by a row, or takes it out at its end.
    mutating func advance() throws(StorageError) {
        guard !walks.isEmpty else { return }
        try walks[0].advance()
        if walks[0].isAtEnd {
            walks.swapAt(0, walks.count - 1)
            walks.removeLast()
        }
        var place = 0
        while true {
            var least = place
            for child in [2 * place + 1, 2 * place + 2] where child < walks.count && walks[child].row < walks[least].row {
                least = child
            }
            if least == place { return }
            walks.swapAt(place, least)
            place = least
        }
    }
}

/// A place in one structural segment while several are walked together, or one is read through.
struct StructuralWalk {
    let number: Int
    private let segment: StructuralSegment
    private var block = 0
    private var place = 0
    private(set) var row: StructuralRow
    private(set) var isAtEnd = false

    /// Nil for a segment without events.
    init?(_ segment: StructuralSegment, number: Int) throws(StorageError) {
        guard segment.blockCount > 0 else { return nil }
        self.segment = segment
        self.number = number
        row = try segment.block(0).row(0)
    }

    mutating func advance() throws(StorageError) {
        place += 1
        if place == (try segment.block(block)).count {
            place = 0
            block += 1
        }
        if block == segment.blockCount {
            isAtEnd = true
        } else {
            row = try segment.block(block).row(place)
        }
    }

    /// What is stored of the row: by state, then by ordinal. Fractions are no numbers where the segment has none.
    func calls() throws(StorageError) -> [(state: CallState, ordinal: UInt32, fraction: Float)] {
        segment.calls(try segment.block(block).groups(place))
    }
}

extension StructuralSegment {
    /// The calls of the row whose groups begin at `cursor`.
    func calls(_ start: TrustedCursor) -> [(state: CallState, ordinal: UInt32, fraction: Float)] {
        var calls: [(state: CallState, ordinal: UInt32, fraction: Float)] = []
        forEachGroup(start) { group, fraction in
            var index = 0
            group.forEachOrdinal(bitmapLength: bitmapLength) { ordinal in
                calls.append((group.state, ordinal, fraction(index)))
                index += 1
            }
        }
        return calls
    }
}
