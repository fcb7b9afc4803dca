// A pure edit shifts over a base that equals the end of its unit, which then turns round by one base: after i steps to the
// left the base to match is unit[n - 1 - i mod n]. So the steps are counted first, and the unit is turned once.
extension SequenceEdit {
    /// How many bases a pure edit can shift to the left; 0 for any other.
    ///
    /// Reads the reference backwards in windows of 64 bases, then of twice as many up to 64 Ki.
    package func leftRoll(in reference: ReferenceSequence) throws(ReferenceSequenceError) -> Int {
        guard isPure else { return 0 }
        let unit = unit
        var (rolled, window, end) = (0, 64, start)
        while end > 0 {
            let first = max(0, end - window)
            for base in try reference.alleleBases(contig, from: first, to: end).reversed() {
                guard base == unit[unit.count - 1 - rolled % unit.count] else { return rolled }
                rolled += 1
            }
            (end, window) = (first, min(window * 2, 1 << 16))
        }
        return rolled
    }

    /// How many bases a pure edit can shift to the right on a contig of `length` bases; 0 for any other.
    package func rightRoll(
        in reference: ReferenceSequence, length: Int
    ) throws(ReferenceSequenceError) -> Int {
        guard isPure else { return 0 }
        let unit = unit
        var (rolled, window, first) = (0, 64, end)
        while first < length {
            let last = min(length, first + window)
            let bases = try reference.available(contig, from: first, to: last)
            for base in bases {
                guard ReferenceSequence.alleleBase(base) == unit[rolled % unit.count] else { return rolled }
                rolled += 1
            }
            // A reference that is shorter than the assembly ends the contig where it ends.
            guard bases.count == last - first else { return rolled }
            (first, window) = (last, min(window * 2, 1 << 16))
        }
        return rolled
    }

    /// The edit `steps` bases further right, left where negative, its unit turned as far. Meant for what a roll allows.
    package func shifted(by steps: Int) -> SequenceEdit {
        guard steps != 0, isPure else { return self }
        let unit = unit
        let turn = ((steps % unit.count) + unit.count) % unit.count
        let turned = Array(unit[turn...] + unit[..<turn])
        return SequenceEdit(
            contig: contig, start: start + steps, deleted: deleted.isEmpty ? [] : turned,
            inserted: deleted.isEmpty ? turned : [])
    }
}
