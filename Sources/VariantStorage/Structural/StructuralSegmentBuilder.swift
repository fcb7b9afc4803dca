public import GenomeModel

/// Makes one segment out of the structural calls of one or more call sets that are read together.
///
/// Calls that their assay could not have seen (`TargetRegions.covers`), and those where the person has no copy, are left out and
/// counted. What is stored is who has an event, passing or failed: that somebody else's genotype of one record is missing says
/// nothing of the event, which another record may write as well. Held in memory: some 150 bytes a call. Nothing is visible
/// until `IndexWriter.commit`.
public struct StructuralSegmentBuilder {
    public let callSets: [StoredCallSet]
    public let origin: Origin
    private let targets: [TargetRegions]
    private let writer: IndexWriter
    private var entries: [(row: StructuralRow, call: UInt32, fraction: Float)] = []
    /// Calls that lay outside what their assay sees, or where the person has no copy.
    public private(set) var outsideTargets = 0

    init(callSets: [StoredCallSet], origin: Origin, targets: [TargetRegions], writer: IndexWriter) {
        self.callSets = callSets
        self.origin = origin
        self.targets = targets
        self.writer = writer
    }

    /// Takes calls in any order; their call-set numbers are indices into `callSets`. Throws `inconsistentBatch` where one is not.
    public mutating func append(_ calls: some Sequence<StructuralCall>) throws(StorageError) {
        for call in calls {
            let number = Int(call.callSet)
            guard callSets.indices.contains(number) else {
                throw StorageError(.inconsistentBatch, place: writer.directory)
            }
            guard call.state.isCarrier else { continue }
            guard call.event.copiesExpected(of: callSets[number].sex, writer.assembly) > 0,
                targets[number].covers(call.event)
            else {
                outsideTargets += 1
                continue
            }
            entries.append((StructuralRow(call.event), VariantCalls.pack(call.callSet, call.state), call.fraction))
        }
    }

    /// Writes the segment and makes it durable.
    public consuming func finish() throws(StorageError) -> StagedSegment {
        let (number, path) = try writer.newSegment(origin, .events)
        var out = try StructuralSegmentWriter(
            path: path, assembly: writer.assembly, origin: origin, callSets: callSets.count, fileSystem: writer.fileSystem)
        var entries = entries
        entries.sort { $0.row < $1.row }
        var start = 0
        while start < entries.count {
            var end = start + 1
            while end < entries.count, entries[end].row == entries[start].row { end += 1 }
            var calls = entries[start..<end].map(\.call)
            var fractions = origin == .tumour ? entries[start..<end].map(\.fraction) : []
            VariantCalls.settle(&calls, fractions: &fractions)
            try out.add(entries[start].row, calls: calls, fractions: fractions)
            start = end
        }
        let written = try out.finish(callSets)
        return StagedSegment(content: .events, origin: origin, number: number, callSets: callSets, written: written)
    }
}
