package import ClinicalModel
internal import GenomeModel
package import Records
internal import VariantStorage

/// Goes through what the index holds of some call sets along the genome. It asks nobody's leave: whoever calls it has been let see the
/// people whose call sets these are.
package struct SurveyGenome: Sendable {
    /// One for each pixel of a drawing's line of chromosomes.
    package static let columns = 892
    /// How many places of allele fractions can be told apart.
    package static let mostFractions = 4_000
    /// How many stored variants, and how many events, are looked at for one call set, so that a page waits a bounded time: a panel among 60
    /// genomes is 1.0 million in 0.09 to 0.18 s, a genome 5 million in 0.2 to 0.4 s (two cores that were busy otherwise).
    package static let limit = 2_000_000

    package let partition: Partition
    /// Whose data is no longer shown outside it may still be seen here; nil for no unit.
    package let unit: OrganisationCode?
    package let limit: Int

    package init(partition: Partition, unit: OrganisationCode?, limit: Int = SurveyGenome.limit) {
        self.partition = partition
        self.unit = unit
        self.limit = limit
    }

    /// One for each of `callSets` whose data may be used and is in the index, in their order. Without `isReadingCalls` only what each could
    /// have seen.
    package func run(_ callSets: [RecordedCallSet], isReadingCalls: Bool = true) throws -> [SurveyedCallSet] {
        try callSets.filter(isUsed).compactMap { callSet in
            let record = callSet.record
            guard let index = try partition.indexes.index(record.assembly, in: partition.layout)?.index,
                let assay = index.assay(ofCallSet: record.name)
            else { return nil }
            let columns = GenomeColumns(record.assembly, count: SurveyGenome.columns)
            return SurveyedCallSet(
                record: record, columns: columns, targets: assay.targets,
                variants: isReadingCalls ? try variants(of: record.name, in: index, columns) : .none,
                events: isReadingCalls ? try events(of: record.name, in: index) : .none)
        }
    }

    private func isUsed(_ callSet: RecordedCallSet) -> Bool {
        switch callSet.state {
        case .available: true
        case .showingStopped: callSet.record.controller == unit
        case .useStopped, .replaced: false
        }
    }

    private func variants(
        of name: String, in index: VariantIndex, _ columns: GenomeColumns
    ) throws -> SurveyedCallSet.Called<SurveyedCallSet.Variants> {
        var found = SurveyedCallSet.Variants(columns)
        let walk = try index.forEachCall(of: name, limit: limit) { key, state, fraction in
            if !state.isFailed { found.add(key, fraction: fraction, columns) }
        }
        return SurveyGenome.called(walk, found)
    }

    private func events(
        of name: String, in index: VariantIndex
    ) throws -> SurveyedCallSet.Called<[StructuralEvent]> {
        var found: [StructuralEvent] = []
        let walk = try index.forEachEvent(of: name, limit: limit) { event, state, _ in
            if !state.isFailed { found.append(event) }
        }
        return SurveyGenome.called(walk, found)
    }

    private static func called<Content: Hashable & Sendable>(_ walk: OwnCalls, _ found: Content)
        -> SurveyedCallSet.Called<Content>
    {
        switch walk {
        case .absent: .none
        case .tooMany(let count): .tooMany(count)
        case .walked: .read(found)
        }
    }
}
