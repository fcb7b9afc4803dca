internal import AccessModel
internal import ClinicalModel
internal import GenomeModel
internal import Questions
internal import Records

/// A page of the records that were granted. Cost: one pass over the rows of the partition, and a digest for each entry where a project
/// names them.
struct EntryPage {
    /// Of all that match.
    let total: Int
    let entries: [Entry]
    /// Those whom the entries are about, in order and each once.
    let people: [Pseudonym]

    /// An entry before it is read: a person's, and where it is one, a specimen's or a row's.
    private struct Listed {
        let identifier: String
        let person: Int
        var specimen = ""
        var row = 0
    }

    init(
        list: ListEntries, kind: EntryKind, patient: Pseudonym?, granted: [ControllerDecision], snapshot: CohortSnapshot
    ) throws {
        let (partition, selection) = (list.partition, list.selection)
        let names = EntryNames(
            granted.map(\.decision), asked: list.asked, isAboutPatient: patient != nil, partition: partition)
        var rows = try EntryPage.rows(list, granted, snapshot)
        func keep(_ people: RowSet) { rows.formIntersection(snapshot.table.rows(of: people)) }
        if let patient {
            keep(RowSet(size: snapshot.table.personCount, [snapshot.placeOfPseudonym[patient]].compactMap { $0 }))
        }
        if let individual = selection.individual {
            let found = snapshot.table.people(in: rows).members.filter {
                names.person(snapshot.facts.people[$0].person.pseudonym) == individual
            }
            keep(RowSet(size: snapshot.table.personCount, found))
        }
        let needsSpecimens = kind == .biosamples || selection.biosample != nil
        let specimens = needsSpecimens ? try partition.records.specimensByCallSet() : [:]
        if let biosample = selection.biosample {
            let found = rows.members.filter {
                specimens[snapshot.facts.callSets[$0].name].map(names.specimen) == biosample
            }
            rows = RowSet(size: snapshot.table.rowCount, found)
        }
        var listed = EntryPage.listed(kind, rows, snapshot, names, specimens)
        if let identifier = selection.identifier { listed.removeAll { $0.identifier != identifier } }
        if names.project != nil { listed.sort { $0.identifier < $1.identifier } }
        let page = Array(listed.dropFirst(selection.skip).prefix(selection.limit))
        total = listed.count
        var seen: Set<Int> = []
        people = page.filter { seen.insert($0.person).inserted }.map { snapshot.facts.people[$0.person].person.pseudonym }
        entries =
            switch kind {
            case .individuals: EntryPage.individuals(page, snapshot, partition)
            case .biosamples: try EntryPage.biosamples(page, snapshot, partition, names)
            case .runs, .analyses: try EntryPage.callSets(page, snapshot, partition, names)
            case .genomicVariations: []
            }
    }

    /// The rows that may be shown and that meet the criterion, of people who carry one of the variants where some are selected.
    private static func rows(
        _ list: ListEntries, _ granted: [ControllerDecision], _ snapshot: CohortSnapshot
    ) throws -> RowSet {
        let universe = try EligibleRows(partition: list.partition, regulations: list.regulations, asked: list.asked)
            .run(snapshot, granted)
        let index =
            list.asked.namesVariants || list.selection.variants != nil
            ? try list.partition.indexes.index(list.asked.assembly, in: list.partition.layout) : nil
        let lookup = VariantLookup(
            partition: list.partition, assembly: list.asked.assembly, snapshot: snapshot, index: index)
        var rows = try snapshot.table.rows(
            matching: list.asked.question.criterion, on: list.asked.date, hierarchies: list.regulations.hierarchies,
            carriers: lookup.rows, within: universe)
        guard let variants = list.selection.variants else { return rows }
        let carrying = try SelectedVariants(selection: variants).carriers(among: universe, lookup)
        rows.formIntersection(snapshot.table.rows(of: snapshot.table.people(in: carrying)))
        return rows
    }

    private static func listed(
        _ kind: EntryKind, _ rows: RowSet, _ snapshot: CohortSnapshot, _ names: EntryNames, _ specimens: [String: String]
    ) -> [Listed] {
        switch kind {
        case .individuals:
            return snapshot.table.people(in: rows).members.map {
                Listed(identifier: names.person(snapshot.facts.people[$0].person.pseudonym), person: $0)
            }
        case .biosamples:
            var seen: Set<String> = []
            return rows.members.compactMap { row in
                let callSet = snapshot.facts.callSets[row]
                guard let specimen = specimens[callSet.name], seen.insert(specimen).inserted else { return nil }
                return Listed(identifier: names.specimen(specimen), person: callSet.person, specimen: specimen)
            }
        case .runs, .analyses:
            return rows.members.map { row in
                let callSet = snapshot.facts.callSets[row]
                return Listed(identifier: names.callSet(callSet.name), person: callSet.person, row: row)
            }
        case .genomicVariations: return []
        }
    }

    // MARK: Reading

    private static func individuals(_ page: [Listed], _ snapshot: CohortSnapshot, _ partition: Partition) -> [Entry] {
        let shown = Set(page.map(\.person))
        let facts = snapshot.facts
        let diagnoses = Dictionary(grouping: facts.diagnoses.filter { shown.contains($0.person) }, by: \.person)
        let phenotypes = Dictionary(grouping: facts.phenotypes.filter { shown.contains($0.person) }, by: \.person)
        let treatments = Dictionary(grouping: facts.treatments.filter { shown.contains($0.person) }, by: \.person)
        return page.map { listed in
            let person = facts.people[listed.person].person
            return .individual(
                IndividualEntry(
                    identifier: listed.identifier, region: partition.layout.region, sex: person.sex, birth: person.birth,
                    homeRegion: person.homeRegion,
                    diagnoses: (diagnoses[listed.person] ?? []).map {
                        .init(code: $0.code, isAffected: $0.status == .affected, onset: $0.onset)
                    },
                    phenotypes: (phenotypes[listed.person] ?? []).map { .init(code: $0.code, isPresent: $0.isPresent) },
                    treatments: (treatments[listed.person] ?? []).map(\.drug)))
        }
    }

    private static func biosamples(
        _ page: [Listed], _ snapshot: CohortSnapshot, _ partition: Partition, _ names: EntryNames
    ) throws -> [Entry] {
        let specimens = Dictionary(
            uniqueKeysWithValues: try partition.records.specimens(named: page.map(\.specimen)).map { ($0.name, $0) })
        return page.compactMap { listed in
            // What was destroyed since the snapshot is not shown.
            guard let specimen = specimens[listed.specimen] else { return nil }
            return .biosample(
                BiosampleEntry(
                    identifier: listed.identifier, individual: names.person(specimen.person), region: partition.layout.region,
                    kind: specimen.kind, bodySite: specimen.bodySite, sampled: specimen.sampled))
        }
    }

    private static func callSets(
        _ page: [Listed], _ snapshot: CohortSnapshot, _ partition: Partition, _ names: EntryNames
    ) throws -> [Entry] {
        let recorded = try partition.records.callSets(named: page.map { snapshot.facts.callSets[$0.row].name })
        let records = Dictionary(uniqueKeysWithValues: recorded.map { ($0.record.name, $0.record) })
        return page.compactMap { listed in
            let facts = snapshot.facts.callSets[listed.row]
            guard let record = records[facts.name] else { return nil }
            return .callSet(
                CallSetEntry(
                    identifier: listed.identifier, individual: names.person(record.person),
                    biosample: names.specimen(record.specimen), region: partition.layout.region, assay: record.assay,
                    assayKind: snapshot.facts.assays[facts.assay].kind, assembly: record.assembly, origin: record.origin,
                    area: record.area, laboratory: record.performingLaboratory, analysed: record.analysed))
        }
    }
}
