internal import ClinicalModel
internal import GenomeModel
internal import Questions
internal import Records
internal import VariantStorage

/// Looks variants of a question up in the partition's index of the assembly that they are written against.
struct VariantLookup: Sendable {
    let partition: Partition
    let assembly: Assembly
    let snapshot: CohortSnapshot
    /// Nil before the first call set of the assembly.
    let index: OpenIndex?

    /// The rows of the call sets that carry what a text means in a passing record.
    var rows: CohortEvaluation.Carriers {
        { text in try rows(carrying: try VariantLookup.parse(text, assembly)) }
    }

    func rows(carrying call: SoughtCall) throws -> RowSet {
        switch call {
        case .variant(let variant): return try rows(carrying: variant)
        case .event(let event): return RowSet(size: snapshot.table.rowCount, try carriers(of: event).lazy.map(\.row))
        case .consequence(let query):
            var rows = RowSet(size: snapshot.table.rowCount)
            for variant in try annotated(query) { rows.formUnion(try self.rows(carrying: variant)) }
            return rows
        case .events(let selection): return try rows(carryingAnyOf: selection)
        }
    }

    func rows(carrying variant: Variant) throws -> RowSet {
        RowSet(size: snapshot.table.rowCount, try carriers(of: variant).lazy.map(\.row))
    }

    /// The same with how each carries it.
    func carriers(of variant: Variant) throws -> [(row: Int, state: CallState)] {
        guard let index else { return [] }
        let rows = index.rows(of: snapshot)
        return try index.index.carriers(of: variant, in: index.everyone)
            .filter { $0.state.isCarrier && !$0.state.isFailed }
            .map { (Int(rows[Int($0.segment)][Int($0.ordinal)]), $0.state) }
            .filter { $0.row >= 0 }
    }

    /// Names a variant's or an event's figures by the people of the cohort and how those in `rows` carry it.
    func name(of call: SoughtCall, in rows: RowSet, among people: RowSet) throws -> FigureName {
        var name = FigureName(kind: 2)
        for carrier in try carriers(ofSingle: call) where rows.contains(carrier.row) {
            name.add(person: snapshot.facts.callSets[carrier.row].id, state: Int(carrier.state.rawValue))
        }
        name.tie(to: snapshot.name(ofCount: people))
        return name
    }

    private func carriers(ofSingle call: SoughtCall) throws -> [(row: Int, state: CallState)] {
        switch call {
        case .variant(let variant): try carriers(of: variant)
        case .event(let event): try carriers(of: event)
        case .consequence, .events: []
        }
    }

    /// The figures of one variant or one event over some rows.
    func figures(of call: SoughtCall, in rows: RowSet) throws -> FrequencyFigures {
        switch call {
        case .variant(let variant): try figures(of: variant, in: rows)
        case .event(let event): try figures(of: event, in: rows)
        case .consequence, .events: throw AskedQuestionError.variant(VariantNotationError(.unrecognised))
        }
    }

    /// A variant's figures over some rows; people are counted once, however many call sets they have.
    func figures(of variant: Variant, in rows: RowSet) throws -> FrequencyFigures {
        let people = snapshot.table.people(in: rows).count
        guard let index else { return .none(among: people) }
        // A call set that the index has not (or no longer) is nobody's to count.
        let cohort = index.cohort(rows, index.rows(of: snapshot))
        let frequency = try index.index.frequency(of: variant, in: cohort)
        let carrying = snapshot.table.people(in: try self.rows(carrying: variant).intersection(rows))
        let covered = snapshot.table.people(in: covering(variant, index).intersection(rows))
        return FrequencyFigures(
            alleleCount: frequency.ac, alleleNumber: frequency.an, heterozygous: frequency.het, homozygous: frequency.hom,
            hemizygous: frequency.hemi, carriers: carrying.count, covered: covered.count, people: people)
    }

    /// The rows of the call sets whose assay looks at the variant.
    private func covering(_ variant: Variant, _ index: OpenIndex) -> RowSet {
        var numbers: Set<UInt32> = []
        for assay in index.index.assays
        where assay.targets.overlaps(variant.contig, first: variant.position.value, last: variant.lastPosition) {
            numbers.insert(assay.number)
        }
        var names: [String] = []
        index.index.forEachCallSet { callSet, _ in if numbers.contains(callSet.assay) { names.append(callSet.name) } }
        return snapshot.table.rows(named: names)
    }

    static func parse(_ text: String, _ assembly: Assembly) throws(AskedQuestionError) -> SoughtCall {
        do throws(VariantNotationError) {
            return try SoughtCall.parse(text, assembly: assembly)
        } catch {
            throw AskedQuestionError.variant(error)
        }
    }
}

extension FrequencyFigures {
    /// Of a variant that no call set could have shown.
    static func none(among people: Int) -> FrequencyFigures {
        FrequencyFigures(
            alleleCount: 0, alleleNumber: 0, heterozygous: 0, homozygous: 0, hemizygous: 0, carriers: 0, covered: 0,
            people: people)
    }
}
