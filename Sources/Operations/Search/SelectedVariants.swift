internal import GenomeModel
internal import Questions
internal import VariantStorage

/// The variants of an index that a selection means, found with bounded work.
struct SelectedVariants {
    /// Bases.
    static let longestRange = 5_000_000
    /// Variants of one selection.
    static let most = 20_000

    let selection: VariantSelection

    /// Throws where the selection is larger than may be asked for at once.
    func check() throws(AskedQuestionError) {
        switch selection {
        case .alleles(let variants):
            if variants.count > SelectedVariants.most { throw .selection(.tooManyVariants) }
        case .consequence(_, .none): break
        case .events: break
        case .overlapping, .bracket, .consequence:
            if let walked, Int(walked.last.value - walked.first.value) >= SelectedVariants.longestRange {
                throw .selection(.rangeTooLong)
            }
        }
    }

    /// Calls `body` with every variant of the selection that somebody of the cohort carries, in the order of the keys, each once.
    ///
    /// Throws `tooManyVariants` from the first that is too many.
    func forEach(in index: VariantIndex, _ cohort: Cohort, _ body: (Variant) throws -> Void) throws {
        var count = 0
        func found(_ variant: Variant, _ frequency: Frequency) throws {
            guard frequency.ac > 0 else { return }
            count += 1
            guard count <= SelectedVariants.most else { throw AskedQuestionError.selection(.tooManyVariants) }
            try body(variant)
        }
        if case .alleles(let variants) = selection {
            for variant in Set(variants).sorted() { try found(variant, try index.frequency(of: variant, in: cohort)) }
            return
        }
        // An empty bracket means nothing.
        guard let walked else { return }
        try index.forEachVariant(in: walked, cohort: cohort) { stored, frequency in
            guard let (reference, alternate) = stored.alleles,
                let variant = Variant(
                    contig: walked.contig, position: stored.position, reference: reference, alternate: alternate),
                isMeant(variant)
            else { return }
            try found(variant, frequency)
        }
    }

    private func isMeant(_ variant: Variant) -> Bool {
        switch selection {
        case .alleles, .consequence, .events: return true
        case .overlapping(_, let reference, let alternate):
            return reference.map { $0.uppercased() == variant.reference } ?? true
                && alternate.map { $0.uppercased() == variant.alternate } ?? true
        case .bracket(_, let first, let last):
            return first.contains(variant.position.value) && last.contains(variant.lastPosition)
        }
    }

    /// What has to be walked over to find them: for a bracket, where the variants begin.
    private var walked: Interval? {
        switch selection {
        case .alleles, .events: return nil
        case .overlapping(let interval, _, _): return interval
        case .consequence(_, let interval): return interval
        case .bracket(let contig, let first, _):
            guard let start = Position(max(1, first.lowerBound)), let end = Position(min(Position.limit, first.upperBound))
            else { return nil }
            return Interval(contig: contig, first: start, last: end)
        }
    }
}

extension SelectedVariants {
    /// With consequences looked up: the alleles that they are said of.
    func resolved(_ lookup: VariantLookup) throws -> SelectedVariants {
        guard case .consequence(let query, let interval) = selection else { return self }
        return SelectedVariants(selection: .alleles(try lookup.annotated(query, in: interval)))
    }

    /// The rows among `rows` that carry one of the variants in a passing call.
    func carriers(among rows: RowSet, _ lookup: VariantLookup) throws -> RowSet {
        var carrying = RowSet(size: rows.size)
        guard let index = lookup.index else { return carrying }
        if case .events(let events) = selection { return try lookup.rows(carryingAnyOf: events).intersection(rows) }
        try resolved(lookup).forEach(in: index.index, index.cohort(rows, index.rows(of: lookup.snapshot))) { variant in
            carrying.formUnion(try lookup.rows(carrying: variant))
        }
        return carrying.intersection(rows)
    }
}
