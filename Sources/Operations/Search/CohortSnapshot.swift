internal import ClinicalModel
internal import GenomeModel
internal import Questions
internal import Records
internal import Synchronization

/// A partition's call sets and people as a cohort table, with what the table does not hold. Valid until the records change.
struct CohortSnapshot: Sendable {
    let table: CohortTable
    let facts: CohortFacts
    /// By the person's number in the table.
    let placeOfPseudonym: [Pseudonym: Int]
    /// Rows by controller, assembly.
    let controllers: [OrganisationCode: RowSet]
    let assemblies: [Assembly: RowSet]
    /// Rows of people whose data is no longer used; and shown.
    let useStopped: RowSet
    let showingStopped: RowSet
    /// Rows of published batches.
    let published: RowSet

    init?(_ facts: CohortFacts) {
        var diagnoses = [[CohortPerson.Finding]](repeating: [], count: facts.people.count)
        for fact in facts.diagnoses { diagnoses[fact.person].append(.init(fact.code, fact.status)) }
        var phenotypes = [[CohortPerson.Sign]](repeating: [], count: facts.people.count)
        for fact in facts.phenotypes { phenotypes[fact.person].append(.init(fact.code, isPresent: fact.isPresent)) }
        var treatments = [[Code]](repeating: [], count: facts.people.count)
        for fact in facts.treatments { treatments[fact.person].append(fact.drug) }
        let people = facts.people.enumerated().map { place, person in
            CohortPerson(
                sex: person.person.sex, birth: person.person.birth, diagnoses: diagnoses[place], phenotypes: phenotypes[place],
                treatments: treatments[place])
        }
        let rows = facts.callSets.map { callSet in
            let assay = facts.assays[callSet.assay]
            return CohortRow(
                name: callSet.name, person: callSet.person, homeRegion: callSet.homeRegion, provider: callSet.orderingProvider,
                laboratory: assay.laboratory, assay: assay.indexName, assayKind: assay.kind, area: callSet.area,
                origin: callSet.origin, batch: callSet.publicationBatch ?? 0)
        }
        guard let table = CohortTable(people: people, rows: rows) else { return nil }
        self.table = table
        self.facts = facts
        placeOfPseudonym = Dictionary(uniqueKeysWithValues: facts.people.enumerated().map { ($1.person.pseudonym, $0) })
        func set(_ isIn: @escaping (CohortFacts.CallSetFacts) -> Bool) -> RowSet {
            RowSet(size: facts.callSets.count, facts.callSets.indices.lazy.filter { isIn(facts.callSets[$0]) })
        }
        controllers = Dictionary(
            uniqueKeysWithValues: Set(facts.callSets.map(\.controller)).map { code in (code, set { $0.controller == code }) })
        assemblies = Dictionary(
            uniqueKeysWithValues: Assembly.allCases.map { assembly in (assembly, set { $0.assembly == assembly }) })
        useStopped = set { facts.people[$0.person].useStopped }
        showingStopped = set { facts.people[$0.person].showingStopped }
        published = set { $0.publicationBatch != nil }
    }

    /// People of a set as the records number them: what is kept of an answer.
    func bytes(of people: RowSet) -> [UInt8] {
        var bytes: [UInt8] = []
        people.forEach { place in
            let id = UInt32(truncatingIfNeeded: facts.people[place].id)
            for shift in [24, 16, 8, 0] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: id >> shift)) }
        }
        return bytes
    }

    /// The reverse; people who are gone are left out.
    func people(of bytes: [UInt8], _ places: [Int: Int]) -> RowSet {
        var set = RowSet(size: table.personCount)
        var index = 0
        while index + 4 <= bytes.count {
            let id = bytes[index..<index + 4].reduce(0) { $0 << 8 | Int($1) }
            if let place = places[id] { set.insert(place) }
            index += 4
        }
        return set
    }

    var placeOfIdentifier: [Int: Int] {
        Dictionary(uniqueKeysWithValues: facts.people.enumerated().map { ($1.id, $0) })
    }
}

/// The latest snapshot of a partition: made when somebody asks and the records have changed since.
package final class CohortCache: Sendable {
    private let held = Mutex<CohortSnapshot?>(nil)

    init() {}

    func snapshot(of records: RecordsDatabase) throws -> CohortSnapshot? {
        let counter = try records.changeCounter()
        if let snapshot = held.withLock({ $0 }), snapshot.facts.changeCounter == counter { return snapshot }
        let snapshot = CohortSnapshot(try records.cohortFacts())
        held.withLock { $0 = snapshot }
        return snapshot
    }
}
