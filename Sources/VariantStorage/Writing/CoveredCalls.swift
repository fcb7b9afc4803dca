internal import GenomeModel

/// Which calls of a batch count: those inside the targets of their call set's assay, at places of which the person has
/// an allele.
///
/// The reader of the index takes a call set's alleles from its assay and sex alone, so a call where there are none (Y of a
/// woman, the Y copy of the pseudo-autosomal regions, X and Y where the sex is unknown) must not be stored.
struct CoveredCalls {
    /// What a look at a batch shows before anything is taken out of it.
    enum Verdict {
        /// Every row has calls, and nothing can lie outside: the batch can be taken as it is.
        case whole
        case mustFilter
        /// Columns that contradict each other.
        case inconsistent
    }

    private let assembly: Assembly
    private let origin: Origin
    /// Call sets of one assay share their targets: each variant is looked up once an assay.
    private let distinct: [TargetRegions]
    /// For each call set the index of its targets.
    private let kind: [Int]
    private let sexes: [Sex]
    private let hasTargets: Bool

    init(_ callSets: [StoredCallSet], targets: [TargetRegions], assembly: Assembly, origin: Origin) {
        self.assembly = assembly
        self.origin = origin
        sexes = callSets.map(\.sex)
        var distinct: [TargetRegions] = []
        kind = targets.map { regions in
            if let known = distinct.firstIndex(of: regions) { return known }
            distinct.append(regions)
            return distinct.count - 1
        }
        self.distinct = distinct
        hasTargets = targets.contains { $0.spans != nil }
    }

    /// Holds the columns against each other. Cost: a pass over the columns.
    func verdict(on batch: CallBatch) -> Verdict {
        let calls = batch.callSets.count
        guard batch.states.count == calls, batch.callEnds.count == batch.keys.count, batch.callEnds.last == UInt32(calls),
            batch.fractions.count == (origin == .tumour ? calls : 0)
        else { return .inconsistent }
        let count = UInt32(sexes.count)
        var verdict = hasTargets ? Verdict.mustFilter : .whole
        var (start, long, letters) = (0, 0, 0)
        for row in batch.keys.indices {
            let key = batch.keys[row]
            let end = Int(batch.callEnds[row])
            let number = key.rawValue >> 59
            guard start <= end, end <= calls, (1...25).contains(number) else { return .inconsistent }
            if start == end || number == 23 || number == 24 { verdict = .mustFilter }
            if start < end {
                guard batch.callSets[end - 1] < count else { return .inconsistent }
                for call in (start + 1)..<max(end, start + 1) where batch.callSets[call - 1] >= batch.callSets[call] {
                    return .inconsistent
                }
            }
            if !key.isReversible {
                guard long < batch.longAlleles.count, Int(batch.longAlleles[long].row) == row,
                    batch.longAlleles[long].referenceLength > 0, batch.longAlleles[long].alternateLength > 0
                else { return .inconsistent }
                letters += Int(batch.longAlleles[long].referenceLength) + Int(batch.longAlleles[long].alternateLength)
                long += 1
            }
            start = end
        }
        return long == batch.longAlleles.count && letters == batch.alleleBytes.count ? verdict : .inconsistent
    }

    /// A consistent batch without the calls that do not count and the variants that are left with none; adds to `outside`
    /// how many calls were taken out.
    func filter(_ batch: CallBatch, outside: inout Int) -> CallBatch {
        var kept = CallBatch()
        var covers = [Bool](repeating: true, count: distinct.count)
        var (start, long, bytes) = (0, 0, 0)
        for row in batch.keys.indices {
            let key = batch.keys[row]
            var referenceLength = key.referenceLength
            var letters = 0..<0
            if !key.isReversible {
                referenceLength = Int(batch.longAlleles[long].referenceLength)
                letters = bytes..<(bytes + referenceLength + Int(batch.longAlleles[long].alternateLength))
                bytes = letters.upperBound
                long += 1
            }
            let calls = start..<Int(batch.callEnds[row])
            start = calls.upperBound
            guard !calls.isEmpty, let contig = key.contig else { continue }
            let first = key.position.value
            for index in distinct.indices {
                covers[index] = distinct[index].overlaps(contig, first: first, last: first + UInt32(referenceLength) - 1)
            }
            let isSexual = contig == .x || contig == .y
            let before = kept.callSets.count
            for call in calls {
                let callSet = Int(batch.callSets[call])
                guard covers[kind[callSet]],
                    !isSexual || Ploidy.alleles(assembly, contig, key.position, sexes[callSet]) > 0
                else {
                    outside += 1
                    continue
                }
                kept.callSets.append(batch.callSets[call])
                kept.states.append(batch.states[call])
                if origin == .tumour { kept.fractions.append(batch.fractions[call]) }
            }
            guard kept.callSets.count > before else { continue }
            kept.keys.append(key)
            kept.callEnds.append(UInt32(kept.callSets.count))
            if !letters.isEmpty {
                kept.longAlleles.append(
                    CallBatch.LongAllele(
                        row: UInt32(kept.keys.count - 1), referenceLength: UInt32(referenceLength),
                        alternateLength: UInt32(letters.count - referenceLength)))
                kept.alleleBytes.append(contentsOf: batch.alleleBytes[letters])
            }
        }
        return kept
    }
}
