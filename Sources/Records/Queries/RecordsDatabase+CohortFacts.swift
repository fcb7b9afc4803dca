internal import ClinicalModel
internal import GRDB
internal import GenomeModel

extension RecordsDatabase {
    /// Everything that cohort questions ask about, in one consistent state. Cost: one pass over each table.
    package func cohortFacts() throws -> CohortFacts {
        try read { db in
            let people = try Row.fetchCursor(
                db,
                sql: """
                    SELECT id, pseudonym, sex, birth, homeRegion, municipalityGroup, useStopped, showingStopped FROM person ORDER BY id
                    """
            ).reduce(into: [CohortFacts.PersonFacts]()) { people, row in
                people.append(
                    CohortFacts.PersonFacts(
                        id: try row.integer(0), person: try row.person(from: 1), useStopped: try row.flag(6),
                        showingStopped: try row.flag(7)))
            }
            let place = Dictionary(uniqueKeysWithValues: people.enumerated().map { ($1.id, $0) })
            let assays = try Row.fetchAll(db, sql: "SELECT id, \(Row.assayColumns) FROM assayVersion ORDER BY id")
            let assayPlace = Dictionary(uniqueKeysWithValues: try assays.enumerated().map { (try $1.integer(0), $0) })
            var facts = FactReading(people: place, assays: assayPlace)
            return CohortFacts(
                changeCounter: try Int.fetchOne(db, sql: "SELECT counter FROM changeCounter") ?? 0, release: try db.release(),
                people: people, assays: try assays.map { try $0.assay(from: 1) }, callSets: try facts.callSets(db),
                diagnoses: try facts.diagnoses(db), phenotypes: try facts.phenotypes(db), treatments: try facts.treatments(db))
        }
    }
}

/// One reading of the tables below `person`, with what has been looked up already: the same few codes, units and days come again
/// and again, and each is checked once.
private struct FactReading {
    let people: [Int: Int]
    let assays: [Int: Int]
    private var codes: [String: Code] = [:]
    private var organisations: [String: OrganisationCode] = [:]
    private var days: [String: CivilDate] = [:]

    init(people: [Int: Int], assays: [Int: Int]) {
        self.people = people
        self.assays = assays
    }

    mutating func callSets(_ db: Database) throws -> [CohortFacts.CallSetFacts] {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT name, person, assay, assembly, origin, area, homeRegion, orderingProvider, controller, analysed, publicationBatch,
                    id, specimen
                FROM callSet WHERE replacedBy IS NULL ORDER BY id
                """)
        var facts: [CohortFacts.CallSetFacts] = []
        while let row = try rows.next() {
            facts.append(
                CohortFacts.CallSetFacts(
                    id: try row.integer(11), name: try row.text(0), specimen: try row.integer(12),
                    person: try Row.known(people[try row.integer(1)]),
                    assay: try Row.known(assays[try row.integer(2)]), assembly: try row.named(3), origin: try row.named(4),
                    area: try row.named(5), homeRegion: try row.optionalValue(6) { RegionCode($0) },
                    orderingProvider: try organisation(try row.text(7)), controller: try organisation(try row.text(8)),
                    analysed: try day(try row.text(9)), publicationBatch: try row.optionalInteger(10)))
        }
        return facts
    }

    mutating func diagnoses(_ db: Database) throws -> [CohortFacts.DiagnosisFacts] {
        let rows = try Row.fetchCursor(db, sql: "SELECT person, system, code, status, onset FROM diagnosis ORDER BY id")
        var facts: [CohortFacts.DiagnosisFacts] = []
        while let row = try rows.next() {
            facts.append(
                CohortFacts.DiagnosisFacts(
                    person: try Row.known(people[try row.integer(0)]), code: try code(try row.text(1), try row.text(2)),
                    status: try row.named(3), onset: try row.optionalText(4).map { try day($0) }))
        }
        return facts
    }

    mutating func phenotypes(_ db: Database) throws -> [CohortFacts.PhenotypeFacts] {
        let rows = try Row.fetchCursor(db, sql: "SELECT person, code, isPresent FROM phenotype ORDER BY id")
        var facts: [CohortFacts.PhenotypeFacts] = []
        while let row = try rows.next() {
            facts.append(
                CohortFacts.PhenotypeFacts(
                    person: try Row.known(people[try row.integer(0)]), code: try code(CodeSystem.hpo.rawValue, try row.text(1)),
                    isPresent: try row.flag(2)))
        }
        return facts
    }

    mutating func treatments(_ db: Database) throws -> [CohortFacts.TreatmentFacts] {
        let rows = try Row.fetchCursor(db, sql: "SELECT person, drug, line, start, stop, outcome FROM treatment ORDER BY id")
        var facts: [CohortFacts.TreatmentFacts] = []
        while let row = try rows.next() {
            facts.append(
                CohortFacts.TreatmentFacts(
                    person: try Row.known(people[try row.integer(0)]), drug: try code(CodeSystem.atc.rawValue, try row.text(1)),
                    line: try row.optionalInteger(2), start: try day(try row.text(3)),
                    stop: try row.optionalText(4).map { try day($0) }, outcome: try row.optionalNamed(5)))
        }
        return facts
    }

    private mutating func code(_ system: String, _ value: String) throws -> Code {
        let key = system + ":" + value
        if let known = codes[key] { return known }
        let code = try Row.known(CodeSystem(rawValue: system).flatMap { Code($0, value) })
        codes[key] = code
        return code
    }

    private mutating func organisation(_ text: String) throws -> OrganisationCode {
        if let known = organisations[text] { return known }
        let code = try Row.known(OrganisationCode(text))
        organisations[text] = code
        return code
    }

    private mutating func day(_ text: String) throws -> CivilDate {
        if let known = days[text] { return known }
        let day = try Row.known(CivilDate(text))
        days[text] = day
        return day
    }
}
