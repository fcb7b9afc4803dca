import GenomeModel
import VariantStorage

/// A person's call set as a sheet names it.
struct Sample: Hashable, Sendable {
    var name: String
    var sex: Sex
    var assay: String
    var origin: Origin
}

/// What a reader would make of one VCF: rows in file order, duplicates and all.
struct CallFile: Sendable {
    struct Call: Hashable, Sendable {
        var sample: Int
        var state: CallState
        var fraction: Float
    }

    struct Row: Sendable {
        var variant: Variant
        /// Samples ascending, none twice.
        var calls: [Call]
    }

    /// All of one origin.
    var samples: [Sample]
    var rows: [Row]

    var origin: Origin { samples.first?.origin ?? .germline }

    /// The rows as batches of at most `batchRows` variants.
    func batches(of batchRows: Int) -> [CallBatch] {
        stride(from: 0, to: rows.count, by: batchRows).map { start in
            var batch = CallBatch()
            for row in rows[start..<min(start + batchRows, rows.count)] {
                for call in row.calls {
                    batch.callSets.append(UInt32(call.sample))
                    batch.states.append(call.state)
                    if origin == .tumour { batch.fractions.append(call.fraction) }
                }
                let (reference, alternate) = (Array(row.variant.reference.utf8), Array(row.variant.alternate.utf8))
                reference.withUnsafeBufferPointer { reference in
                    alternate.withUnsafeBufferPointer { alternate in
                        batch.endVariant(row.variant.key, reference: reference, alternate: alternate)
                    }
                }
            }
            return batch
        }
    }
}

extension IndexWriter {
    /// Writes a file's calls as a staged segment, as an intake does.
    func stage(_ file: CallFile, batchRows: Int = 100, spillLimit: Int = 1 << 20) throws -> StagedSegment {
        let index = try read()
        let callSets = file.samples.map {
            StoredCallSet(name: $0.name, sex: $0.sex, assay: index.assay(named: $0.assay)?.number ?? 0)
        }
        var builder = try beginSegment(callSets: callSets, origin: file.origin, index: index, spillLimit: spillLimit)
        for batch in file.batches(of: batchRows) { try builder.append(batch) }
        return try builder.finish()
    }

    func add(_ files: [CallFile], batchRows: Int = 100, spillLimit: Int = 1 << 20) throws {
        try commit(adding: files.map { try stage($0, batchRows: batchRows, spillLimit: spillLimit) })
    }

    func define(_ assays: [String: TargetRegions]) throws {
        for (name, targets) in assays.sorted(by: { $0.key < $1.key }) { try defineAssay(name, targets: targets) }
    }
}
