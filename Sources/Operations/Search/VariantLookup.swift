internal import ClinicalModel
internal import GenomeModel
internal import Questions
internal import Records
internal import VariantStorage

/// Looks variants of a question up in the partition's index of the assembly that they are written against.
struct VariantLookup: Sendable {
    let partition: Partition
    let asked: AskedQuestion
    let snapshot: CohortSnapshot

    /// The rows of the call sets that carry a variant in a passing record.
    var rows: CohortEvaluation.Carriers {
        { text in
            let variant = try parse(text)
            guard let index = try partition.index(asked.assembly) else { return RowSet(size: snapshot.table.rowCount) }
            let cohort = try index.cohort()
            let names = try index.carriers(of: variant, in: cohort).filter { $0.state.isCarrier && !$0.state.isFailed }
                .map { index.callSet(of: $0).name }
            return snapshot.table.rows(named: names)
        }
    }

    /// A variant's figures over some rows; people are counted once, however many call sets they have.
    func figures(of text: String, in rows: RowSet) throws -> FrequencyFigures {
        let variant = try parse(text)
        let people = snapshot.table.people(in: rows).count
        guard let index = try partition.index(asked.assembly) else {
            return FrequencyFigures(
                alleleCount: 0, alleleNumber: 0, heterozygous: 0, homozygous: 0, hemizygous: 0, carriers: 0, covered: 0,
                people: people)
        }
        // A call set that the index has not (or no longer) is nobody's to count.
        let names = Set(rows.members.map { snapshot.facts.callSets[$0].name }).intersection(index.callSetNames())
        let cohort = try index.cohort(CohortFilter(names: names))
        let frequency = try index.frequency(of: variant, in: cohort)
        let carriers = try index.carriers(of: variant, in: cohort).filter { $0.state.isCarrier && !$0.state.isFailed }
        let carrying = snapshot.table.people(in: snapshot.table.rows(named: carriers.map { index.callSet(of: $0).name }))
        let covering = rows.members.filter { row in
            let name = snapshot.facts.callSets[row].name
            return names.contains(name)
        }
        let covered = try coveredPeople(variant, covering, index)
        return FrequencyFigures(
            alleleCount: frequency.ac, alleleNumber: frequency.an, heterozygous: frequency.het, homozygous: frequency.hom,
            hemizygous: frequency.hemi, carriers: carrying.count, covered: covered, people: people)
    }

    private func coveredPeople(_ variant: Variant, _ rows: [Int], _ index: VariantIndex) throws -> Int {
        var targets: [String: Bool] = [:]
        var numbers: [UInt32: Bool] = [:]
        for assay in index.assays {
            numbers[assay.number] = assay.targets.overlaps(
                variant.contig, first: variant.position.value,
                last: variant.position.value + UInt32(max(1, variant.reference.utf8.count)) - 1)
        }
        index.forEachCallSet { callSet, _ in targets[callSet.name] = numbers[callSet.assay] ?? false }
        let covered = rows.filter { targets[snapshot.facts.callSets[$0].name] ?? false }
        return snapshot.table.people(in: RowSet(size: snapshot.table.rowCount, covered)).count
    }

    private func parse(_ text: String) throws -> Variant {
        do throws(VariantNotationError) {
            return try VariantNotation.parse(text, assembly: asked.assembly)
        } catch {
            throw AskedQuestionError.variant(error)
        }
    }
}
