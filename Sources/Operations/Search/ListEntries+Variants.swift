internal import AccessModel
internal import GenomeModel
internal import Questions
internal import Records

extension ListEntries {
    /// Variants that somebody of the cohort carries, with their figures, in the order of the keys. Each is told or withheld as
    /// `AnswerFigures` does it, and so as if it had been asked about alone.
    ///
    /// What is withheld is not listed, nor counted: a variant that is not there may be missing, or too rare to be told of. The list is told
    /// as a whole, whatever page of it is shown; its other pages tell nothing new.
    func variants(_ snapshot: CohortSnapshot) async throws -> RegionEntries {
        guard selection.individual == nil, selection.biosample == nil else {
            throw AskedQuestionError.selection(.variantsOfOnePerson)
        }
        let selected = try selectedVariants()
        if case .events(let events) = selected.selection { return try await self.events(.meeting(events), snapshot) }
        if let identifier = selection.identifier, StructuralNotation.isMeant(by: identifier) {
            return try await events(.one(try event(identifier)), snapshot)
        }
        var asked = self.asked
        asked.matter = .figures
        let decisions = try DecideQuestion(partition: partition, regulations: regulations, asked: asked).run(snapshot)
        let granted = decisions.filter { $0.decision.granularity >= asked.granularity }
        guard !granted.isEmpty else { return try await refuse(decisions.map(\.decision), snapshot) }
        let found = try carried(selected, granted, snapshot)
        let told = try await AnswerFigures(
            partition: partition, regulations: regulations, asked: asked, variants: found
        ).run()
        guard let columns = told.columns else {
            return RegionEntries(answer: told.answer, entries: [], decision: told.decision, dataRelease: told.dataRelease)
        }
        let listed = found.indices.filter { (columns.figures($0)?.carriers ?? 0) > 0 }
        let entries = try listed.dropFirst(selection.skip).prefix(selection.limit).compactMap { row in
            try columns.figures(row).map {
                Entry.variant(
                    VariantEntry(
                        variant: found[row], region: partition.layout.region, figures: $0,
                        annotations: try partition.annotations(of: found[row], asked.assembly)))
            }
        }
        return RegionEntries(
            answer: .answered(partition.layout.region, count: listed.count), entries: entries, decision: told.decision,
            dataRelease: told.dataRelease, annotation: try partition.annotationVersions(asked.assembly))
    }

    private func selectedVariants() throws -> SelectedVariants {
        let meant = try selection.identifier.map(alleles) ?? selection.variants
        guard let meant else { throw AskedQuestionError.selection(.allVariants) }
        let selected = SelectedVariants(selection: meant)
        try selected.check()
        return selected
    }

    /// None of an event's name: it is listed by itself.
    private func alleles(_ identifier: String) throws(AskedQuestionError) -> VariantSelection {
        switch try VariantLookup.parse(identifier, asked.assembly) {
        case .variant(let variant): .alleles([variant])
        case .event: .alleles([])
        case .consequence, .events: throw AskedQuestionError.variant(VariantNotationError(.unrecognised))
        }
    }

    private func event(_ identifier: String) throws -> StructuralEvent {
        guard case .event(let event) = try VariantLookup.parse(identifier, asked.assembly) else {
            throw AskedQuestionError.variant(VariantNotationError(.notAnEvent))
        }
        return event
    }

    /// The variants of the selection that call sets of the cohort carry.
    private func carried(
        _ selected: SelectedVariants, _ granted: [ControllerDecision], _ snapshot: CohortSnapshot
    ) throws -> [Variant] {
        guard let index = try partition.indexes.index(asked.assembly, in: partition.layout) else { return [] }
        let universe = try EligibleRows(partition: partition, regulations: regulations, asked: asked).run(snapshot, granted)
        let lookup = VariantLookup(partition: partition, assembly: asked.assembly, snapshot: snapshot, index: index)
        let rows = try snapshot.table.rows(
            matching: asked.question.figureCriterion, on: asked.date, hierarchies: regulations.hierarchies,
            carriers: lookup.rows, within: universe)
        var variants: [Variant] = []
        try selected.resolved(lookup).forEach(in: index.index, index.cohort(rows, index.rows(of: snapshot))) {
            variants.append($0)
        }
        return variants
    }
}
