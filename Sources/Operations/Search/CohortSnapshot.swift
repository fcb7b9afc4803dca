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
    /// By the numbers that the records give to people and to call sets.
    let placeOfIdentifier: [Int: Int]
    let rowOfIdentifier: [Int: Int]
    let rowOfName: [String: Int]
    /// Rows by controller, assembly.
    let controllers: [OrganisationCode: RowSet]
    let assemblies: [Assembly: RowSet]
    /// Rows of people whose data is no longer used; and shown.
    let useStopped: RowSet
    let showingStopped: RowSet
    /// Rows of published batches.
    let published: RowSet
    /// What has been worked out from these facts already.
    let known = KnownAnswers()

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
        placeOfIdentifier = Dictionary(uniqueKeysWithValues: facts.people.enumerated().map { ($1.id, $0) })
        rowOfIdentifier = Dictionary(uniqueKeysWithValues: facts.callSets.enumerated().map { ($1.id, $0) })
        rowOfName = Dictionary(uniqueKeysWithValues: facts.callSets.enumerated().map { ($1.name, $0) })
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
        people.forEach { append(facts.people[$0].id, to: &bytes) }
        return bytes
    }

    /// The reverse; people who are gone are left out.
    func people(of bytes: [UInt8]) -> RowSet { set(bytes, size: table.personCount, placeOfIdentifier) }

    /// Call sets of a set as the records number them.
    func bytes(ofRows rows: RowSet) -> [UInt8] {
        var bytes: [UInt8] = []
        rows.forEach { append(facts.callSets[$0].id, to: &bytes) }
        return bytes
    }

    /// The reverse; call sets that are gone are left out.
    func rows(of bytes: [UInt8]) -> RowSet { set(bytes, size: table.rowCount, rowOfIdentifier) }

    private func append(_ identifier: Int, to bytes: inout [UInt8]) {
        let number = UInt32(truncatingIfNeeded: identifier)
        for shift in [24, 16, 8, 0] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }

    private func set(_ bytes: [UInt8], size: Int, _ places: [Int: Int]) -> RowSet {
        var set = RowSet(size: size)
        var index = 0
        while index + 4 <= bytes.count {
            let identifier = bytes[index..<index + 4].reduce(0) { $0 << 8 | Int($1) }
            if let place = places[identifier] { set.insert(place) }
            index += 4
        }
        return set
    }

    /// How many of what is counted the rows hold.
    func count(_ counted: AskedQuestion.Counted, in rows: RowSet) -> Int {
        switch counted {
        case .people: table.people(in: rows).count
        case .callSets: rows.count
        case .specimens: Set(rows.members.map { facts.callSets[$0].specimen }).count
        }
    }
}

/// The latest snapshot of a partition: made when somebody asks and the records have changed since.
package final class CohortCache: Sendable {
    private struct Held: Sendable {
        let snapshot: CohortSnapshot
        let stamp: Int?
    }

    private let held = Mutex<Held?>(nil)

    init() {}

    /// The snapshot where nobody has written since it was made; nil where one has to be made.
    func current(of records: RecordsDatabase) throws -> CohortSnapshot? {
        guard let before = held.withLock({ $0 }), let stamp = try records.stamp(), before.stamp == stamp else { return nil }
        return before.snapshot
    }

    func snapshot(of records: RecordsDatabase) throws -> CohortSnapshot? {
        // Taken first: what is written from here on moves it, and is then looked for by the next question.
        let stamp = try records.stamp()
        let before = held.withLock { $0 }
        if let before, let stamp, before.stamp == stamp { return before.snapshot }
        if let before, try records.changeCounter() == before.snapshot.facts.changeCounter {
            held.withLock { $0 = Held(snapshot: before.snapshot, stamp: stamp) }
            return before.snapshot
        }
        guard let snapshot = CohortSnapshot(try records.cohortFacts()) else { return nil }
        held.withLock { $0 = Held(snapshot: snapshot, stamp: stamp) }
        return snapshot
    }
}
