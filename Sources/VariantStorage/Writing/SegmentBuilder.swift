public import GenomeModel

/// Makes one segment out of the calls of one or more call sets that are read together.
///
/// Takes batches in file order and puts the variants in the order of the store. Calls outside the targets of their
/// call set's assay are left out and counted. Memory: the calls themselves (13 to 17 bytes each) up to a limit, after which
/// what has come is spilled to a file and merged at the end. Nothing is visible until `IndexWriter.commit`.
public struct SegmentBuilder: ~Copyable {
    /// Calls held in memory before they are spilled: some 140 MB. A whole genome (5 million) is never spilled.
    package static let spillLimit = 8_000_000

    public let callSets: [StoredCallSet]
    public let origin: Origin
    let assembly: Assembly
    let writer: IndexWriter
    let spillLimit: Int

    private var runs: [SortedRun] = []
    private var heldCalls = 0
    private var spilled: [StagedSegment] = []
    /// Calls that lay outside their assay's targets, or where the person has no allele (Y in women).
    public private(set) var outsideTargets = 0
    private let covered: CoveredCalls

    init(
        callSets: [StoredCallSet], origin: Origin, targets: [TargetRegions], writer: IndexWriter, spillLimit: Int
    ) {
        self.callSets = callSets
        self.origin = origin
        self.writer = writer
        self.assembly = writer.assembly
        self.spillLimit = spillLimit
        covered = CoveredCalls(callSets, targets: targets, assembly: writer.assembly, origin: origin)
    }

    // Spilled parts go with the builder, whether it has finished or a fault in the file has ended the work.
    deinit {
        for part in spilled { try? writer.fileSystem.remove(writer.path(of: part)) }
    }

    /// Takes over a batch. Its call-set numbers are indices into `callSets`; a tumour's has a fraction for each call.
    /// Throws `inconsistentBatch` where they are not, or where a column contradicts another.
    public mutating func append(_ batch: consuming CallBatch) throws(StorageError) {
        guard !batch.isEmpty else { return }
        let inside: CallBatch
        switch covered.verdict(on: batch) {
        case .whole: inside = batch
        case .mustFilter: inside = covered.filter(batch, outside: &outsideTargets)
        case .inconsistent: throw StorageError(.inconsistentBatch, place: writer.directory)
        }
        guard !inside.isEmpty else { return }
        heldCalls += inside.callSets.count
        runs.append(SortedRun(inside))
        if heldCalls >= spillLimit { try spill() }
    }

    private mutating func spill() throws(StorageError) {
        spilled.append(try write())
        runs = []
        heldCalls = 0
    }

    /// Writes what is held as a segment file.
    private func write() throws(StorageError) -> StagedSegment {
        let (number, path) = try writer.newSegment(origin, .variants)
        var out = try SegmentWriter(
            path: path, assembly: assembly, origin: origin, callSets: callSets.count, fileSystem: writer.fileSystem)
        try RunEmission.write(runs, hasFractions: origin == .tumour, to: &out)
        let written = try out.finish(callSets)
        return StagedSegment(origin: origin, number: number, callSets: callSets, written: written)
    }

    /// Ends the segment and makes it durable.
    public consuming func finish() throws(StorageError) -> StagedSegment {
        if spilled.isEmpty { return try write() }
        if !runs.isEmpty { try spill() }
        var inputs: [SegmentMerge.Input] = []
        for part in spilled {
            inputs.append(SegmentMerge.Input(segment: try Segment(path: writer.path(of: part)), erased: []))
        }
        let (number, path) = try writer.newSegment(origin, .variants)
        let written = try SegmentMerge(inputs: inputs, arrangement: .sameCallSets)
            .run(to: path, fileSystem: writer.fileSystem, progress: { _ in })
        return StagedSegment(origin: origin, number: number, callSets: callSets, written: written.written)
    }
}

/// A segment that is written and durable, and waits for a commit to be seen.
public struct StagedSegment: Sendable {
    package var content: SegmentContent = .variants
    public let origin: Origin
    let number: UInt64
    public let callSets: [StoredCallSet]
    let written: SegmentWriter.Written

    /// Distinct variants, or structural events, in the segment.
    public var variants: Int { written.variants }
    /// (variant or event, call set) pairs in the segment.
    public var calls: Int { written.calls }
    /// Bytes on disk.
    public var length: Int { written.length }
}
