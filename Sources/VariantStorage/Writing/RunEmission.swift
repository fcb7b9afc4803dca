internal import GenomeModel

/// Writes sorted runs as one sorted sequence of variants, each once.
enum RunEmission {
    static func write(
        _ runs: [SortedRun], hasFractions: Bool, to writer: inout SegmentWriter
    ) throws(StorageError) {
        var calls = VariantCalls()
        let ordered = runs.sorted { $0.first < $1.first }
        var begin = 0
        while begin < ordered.count {
            // Runs that overlap go out together; most follow each other, and are walked as they are.
            var end = begin + 1
            var last = ordered[begin].last
            while end < ordered.count, ordered[end].first <= last {
                last = max(last, ordered[end].last)
                end += 1
            }
            if end == begin + 1 {
                try write(ordered[begin], hasFractions: hasFractions, through: &calls, to: &writer)
            } else {
                try write(Array(ordered[begin..<end]), hasFractions: hasFractions, through: &calls, to: &writer)
            }
            begin = end
        }
    }

    /// One run: neighbours that are the same variant become one.
    private static func write(
        _ run: SortedRun, hasFractions: Bool, through calls: inout VariantCalls, to writer: inout SegmentWriter
    ) throws(StorageError) {
        var place = 0
        var same: [(SortedRun, Int)] = []
        while place < run.count {
            let row = run.row(place)
            var next = place + 1
            while next < run.count, run.batch.keys[run.row(next)] == run.batch.keys[row],
                SortedRun.compare(run, row, run, run.row(next)) == 0
            {
                next += 1
            }
            if next == place + 1 {
                try write(run, row, hasFractions: hasFractions, through: &calls, to: &writer)
            } else {
                same.removeAll(keepingCapacity: true)
                for place in place..<next { same.append((run, run.row(place))) }
                try write(same, hasFractions: hasFractions, through: &calls, to: &writer)
            }
            place = next
        }
    }

    /// Several runs that overlap: the rows of all, sorted.
    private static func write(
        _ runs: [SortedRun], hasFractions: Bool, through calls: inout VariantCalls, to writer: inout SegmentWriter
    ) throws(StorageError) {
        var rows: [(run: Int, row: Int)] = []
        for (index, run) in runs.enumerated() {
            for place in 0..<run.count { rows.append((index, run.row(place))) }
        }
        rows.sort {
            let sign = SortedRun.compare(runs[$0.run], $0.row, runs[$1.run], $1.row)
            return sign != 0 ? sign < 0 : ($0.run, $0.row) < ($1.run, $1.row)
        }
        var place = 0
        while place < rows.count {
            let head = rows[place]
            var next = place + 1
            while next < rows.count,
                SortedRun.compare(runs[head.run], head.row, runs[rows[next].run], rows[next].row) == 0
            {
                next += 1
            }
            if next == place + 1 {
                try write(runs[head.run], head.row, hasFractions: hasFractions, through: &calls, to: &writer)
            } else {
                let same = rows[place..<next].map { (runs[$0.run], $0.row) }
                try write(same, hasFractions: hasFractions, through: &calls, to: &writer)
            }
            place = next
        }
    }

    @inline(__always)
    private static func write(
        _ run: SortedRun, _ row: Int, hasFractions: Bool, through calls: inout VariantCalls, to writer: inout SegmentWriter
    ) throws(StorageError) {
        let range = run.calls(row)
        run.withAllele(row) { writer.begin(run.batch.keys[row], allele: $0) }
        if range.count == 1 {
            let call = range.lowerBound
            writer.addOnly(
                run.batch.states[call], ordinal: run.batch.callSets[call],
                fraction: hasFractions ? run.batch.fractions[call] : nil)
        } else {
            var packed: [UInt32] = []
            packed.reserveCapacity(range.count)
            for call in range { packed.append(VariantCalls.pack(run.batch.callSets[call], run.batch.states[call])) }
            write(
                packed, fractions: hasFractions ? Array(run.batch.fractions[range]) : nil, through: &calls, to: &writer)
        }
        try writer.end()
    }

    /// One variant that stands in several rows: each call set's larger call.
    private static func write(
        _ same: [(run: SortedRun, row: Int)], hasFractions: Bool, through calls: inout VariantCalls,
        to writer: inout SegmentWriter
    ) throws(StorageError) {
        guard let head = same.first else { return }
        var packed: [UInt32] = []
        var fractions: [Float] = []
        for (run, row) in same {
            for call in run.calls(row) {
                packed.append(VariantCalls.pack(run.batch.callSets[call], run.batch.states[call]))
                if hasFractions { fractions.append(run.batch.fractions[call]) }
            }
        }
        VariantCalls.settle(&packed, fractions: &fractions)
        head.run.withAllele(head.row) { writer.begin(head.run.batch.keys[head.row], allele: $0) }
        write(packed, fractions: hasFractions ? fractions : nil, through: &calls, to: &writer)
        try writer.end()
    }

    private static func write(
        _ packed: [UInt32], fractions: [Float]?, through calls: inout VariantCalls, to writer: inout SegmentWriter
    ) {
        packed.withUnsafeBufferPointer { packed in
            if let fractions {
                fractions.withUnsafeBufferPointer { calls.write(packed, fractions: $0, to: &writer) }
            } else {
                calls.write(packed, fractions: nil, to: &writer)
            }
        }
    }
}
