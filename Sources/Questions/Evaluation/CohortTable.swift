package import ClinicalModel
internal import GenomeModel

/// What a partition's questions are answered from: its available call sets and the people they are from, as sets of rows by value.
///
/// It never changes; a new one is made when a call set becomes available or goes, or a finding changes. A row is a call set; an
/// answer counts the distinct people of its rows. Making it costs one pass over rows and findings.
package struct CohortTable: Sendable {
    /// Number of call sets.
    package let rowCount: Int
    /// Number of people, those without a call set included.
    package let personCount: Int

    let regions: [RegionCode: RowSet]
    let providers: [OrganisationCode: RowSet]
    let laboratories: [OrganisationCode: RowSet]
    let assays: [String: RowSet]
    let assayKinds: [AssayVersion.Kind: RowSet]
    let areas: [Area: RowSet]
    let origins: [Origin: RowSet]
    let sexes: [Sex: RowSet]
    /// By code: the rows of the people who have it, as lists, since most codes are on few people.
    let affected: [Code: [Int32]]
    let carriers: [Code: [Int32]]
    let present: [Code: [Int32]]
    let excluded: [Code: [Int32]]
    let treated: [Code: [Int32]]
    /// By row: months since year 0, `noBirth` where it is not known.
    let births: [Int32]
    static let noBirth = Int32.min

    private let persons: [Int32]
    private let batches: [Int32]
    private let rowsByName: [String: Int32]

    /// Rows of people that do not exist and rows of a name already taken are a fault of the caller's: nil.
    package init?(people: [CohortPerson], rows: [CohortRow]) {
        var byName = Dictionary<String, Int32>(minimumCapacity: rows.count)
        var byPerson = [[Int32]](repeating: [], count: people.count)
        for (number, row) in rows.enumerated() {
            guard people.indices.contains(row.person), byName.updateValue(Int32(number), forKey: row.name) == nil else {
                return nil
            }
            byPerson[row.person].append(Int32(number))
        }
        rowCount = rows.count
        personCount = people.count
        rowsByName = byName
        persons = rows.map { Int32($0.person) }
        batches = rows.map { Int32(clamping: $0.batch) }
        births = rows.map { row in people[row.person].birth.map { Int32($0.year * 12 + $0.month - 1) } ?? CohortTable.noBirth }
        regions = CohortTable.sets(rows) { $0.homeRegion }
        providers = CohortTable.sets(rows) { $0.provider }
        laboratories = CohortTable.sets(rows) { $0.laboratory }
        assays = CohortTable.sets(rows) { $0.assay }
        assayKinds = CohortTable.sets(rows) { $0.assayKind }
        areas = CohortTable.sets(rows) { $0.area }
        origins = CohortTable.sets(rows) { $0.origin }
        sexes = CohortTable.sets(rows) { people[$0.person].sex }
        var (affected, carriers, present, excluded, treated) = (
            [Code: [Int32]](), [Code: [Int32]](), [Code: [Int32]](), [Code: [Int32]](), [Code: [Int32]]()
        )
        for (number, person) in people.enumerated() {
            let own = byPerson[number]
            guard !own.isEmpty else { continue }
            for finding in Set(person.diagnoses) {
                switch finding.status {
                case .affected: affected[finding.code, default: []].append(contentsOf: own)
                case .carrierWithoutDisease: carriers[finding.code, default: []].append(contentsOf: own)
                }
            }
            for sign in Set(person.phenotypes) {
                if sign.isPresent {
                    present[sign.code, default: []].append(contentsOf: own)
                } else {
                    excluded[sign.code, default: []].append(contentsOf: own)
                }
            }
            for drug in Set(person.treatments) { treated[drug, default: []].append(contentsOf: own) }
        }
        self.affected = affected
        self.carriers = carriers
        self.present = present
        self.excluded = excluded
        self.treated = treated
    }

    private static func sets<Value: Hashable>(_ rows: [CohortRow], _ value: (CohortRow) -> Value?) -> [Value: RowSet] {
        var sets: [Value: RowSet] = [:]
        for (number, row) in rows.enumerated() {
            if let value = value(row) { sets[value, default: RowSet(size: rows.count)].insert(number) }
        }
        return sets
    }

    package var everyRow: RowSet { .all(size: rowCount) }

    /// The rows that others may count once `batch` is published: those of publication batches 1 to `batch`.
    package func rows(publishedBy batch: Int) -> RowSet {
        RowSet(size: rowCount, (0..<rowCount).filter { batches[$0] >= 1 && batches[$0] <= batch })
    }

    /// The rows of the call sets named; names that the table does not have are passed over.
    package func rows(named names: some Sequence<String>) -> RowSet {
        RowSet(size: rowCount, names.lazy.compactMap { rowsByName[$0].map { Int($0) } })
    }

    /// Every row of the people.
    package func rows(of people: RowSet) -> RowSet {
        RowSet(size: rowCount, (0..<rowCount).filter { people.contains(Int(persons[$0])) })
    }

    /// The rows that were ordered by one of the providers.
    package func rows(orderedBy list: some Sequence<OrganisationCode>) -> RowSet {
        list.reduce(into: RowSet(size: rowCount)) { set, provider in
            if let rows = providers[provider] { set.formUnion(rows) }
        }
    }

    /// The distinct people with at least one of the rows.
    package func people(in rows: RowSet) -> RowSet {
        var people = RowSet(size: personCount)
        rows.forEach { people.insert(Int(persons[$0])) }
        return people
    }
}
