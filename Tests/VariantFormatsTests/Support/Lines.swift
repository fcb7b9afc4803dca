import GenomeModel
import VariantFormats

/// What a reader says, in words that can be compared: one line a call, sorted.
struct Lines: Equatable {
    var calls: [String] = []

    static func name(_ state: CallState) -> String { String(describing: state) }

    /// Reads all of a file.
    static func read(
        _ path: String, callSets: [CallSetSource], assembly: Assembly = .grch38, origin: Origin = .germline,
        reference: ReferenceSequence? = nil, threads: Int = 0
    ) throws -> (lines: Lines, report: CallFileReport) {
        let options = CallReaderOptions(
            assembly: assembly, origin: origin, reference: reference, decompressionThreads: threads)
        let reader = try CallReader(path: path, callSets: callSets, options: options)
        var batch = CallBatch()
        var lines = Lines()
        while try reader.read(into: &batch) { lines.append(batch) }
        lines.calls.sort()
        return (lines, reader.report)
    }

    private mutating func append(_ batch: CallBatch) {
        var (call, long, byte) = (0, 0, 0)
        for row in batch.keys.indices {
            let key = batch.keys[row]
            var alleles: (reference: String, alternate: String)? = key.alleles
            if long < batch.longAlleles.count, Int(batch.longAlleles[long].row) == row {
                let entry = batch.longAlleles[long]
                let middle = byte + Int(entry.referenceLength)
                let end = middle + Int(entry.alternateLength)
                alleles = (
                    String(decoding: batch.alleleBytes[byte..<middle], as: UTF8.self),
                    String(decoding: batch.alleleBytes[middle..<end], as: UTF8.self)
                )
                (long, byte) = (long + 1, end)
            }
            let text =
                "\(key.contig?.name ?? "?")-\(key.position.value)-\(alleles?.reference ?? "?")-\(alleles?.alternate ?? "?")"
            var previous = -1
            while call < batch.callEnds[row] {
                precondition(Int(batch.callSets[call]) > previous, "call sets ascend, none twice")
                previous = Int(batch.callSets[call])
                var line = "\(text) \(batch.callSets[call]) \(Lines.name(batch.states[call]))"
                if !batch.fractions.isEmpty { line += " \(batch.fractions[call])" }
                calls.append(line)
                call += 1
            }
        }
    }
}
