internal import GenomeModel
internal import Questions
internal import VariantStorage

extension VariantLookup {
    /// The rows of the call sets that have an event matching this one in a passing record, with how each has it.
    func carriers(of event: StructuralEvent) throws -> [(row: Int, state: CallState)] {
        guard let index else { return [] }
        return try index.index.carriers(of: event, in: index.everyoneStructural)
            .filter { $0.state.isCarrier && !$0.state.isFailed }
            .compactMap { carrier in snapshot.rowOfName[carrier.callSet.name].map { ($0, carrier.state) } }
    }

    /// The rows of the call sets that have one of the events in a passing record.
    func rows(carryingAnyOf selection: EventSelection) throws -> RowSet {
        var rows = RowSet(size: snapshot.table.rowCount)
        guard let index else { return rows }
        try index.index.forEachEvent(in: index.everyoneStructural, where: selection.contains) { _, carriers in
            for carrier in carriers where carrier.state.isCarrier && !carrier.state.isFailed {
                if let row = snapshot.rowOfName[carrier.callSet.name] { rows.insert(row) }
            }
        }
        return rows
    }

    /// An event's figures over some rows; people are counted once, however many call sets they have.
    func figures(of event: StructuralEvent, in rows: RowSet) throws -> FrequencyFigures {
        let people = snapshot.table.people(in: rows).count
        guard let index else { return .none(among: people) }
        let cohort = try index.index.structuralCohort(index.cohort(rows, index.rows(of: snapshot)))
        let frequency = try index.index.frequency(of: event, in: cohort)
        let carriers = RowSet(size: snapshot.table.rowCount, try carriers(of: event).lazy.map(\.row))
        let carrying = snapshot.table.people(in: carriers.intersection(rows))
        var covered = covering(event, index)
        covered.formUnion(carriers)
        return FrequencyFigures(
            alleleCount: frequency.ac, alleleNumber: frequency.an, heterozygous: frequency.het, homozygous: frequency.hom,
            hemizygous: frequency.hemi, carriers: carrying.count,
            covered: snapshot.table.people(in: covered.intersection(rows)).count, people: people)
    }

    /// The rows of the call sets whose structural calls could have shown the event.
    private func covering(_ event: StructuralEvent, _ index: OpenIndex) -> RowSet {
        let numbers = Set(index.index.assays.filter { $0.targets.covers(event) }.map(\.number))
        var names: [String] = []
        index.index.forEachEventCallSet { callSet, _ in if numbers.contains(callSet.assay) { names.append(callSet.name) } }
        return snapshot.table.rows(named: names)
    }
}
