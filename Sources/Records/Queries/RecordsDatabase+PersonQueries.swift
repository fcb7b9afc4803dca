package import AccessModel
package import ClinicalModel
internal import GRDB
internal import StructuredText

extension RecordsDatabase {
    package func person(_ pseudonym: Pseudonym) throws -> Person? {
        try read { db in
            try Row.fetchOne(
                db, sql: "SELECT pseudonym, sex, birth, homeRegion, municipalityGroup FROM person WHERE pseudonym = ?",
                arguments: [pseudonym.text]
            ).map { try $0.person(from: 0) }
        }
    }

    package func specimens(of person: Pseudonym) throws -> [Specimen] {
        try specimens(where: "p.pseudonym = ?", [person.text])
    }

    /// Those of these names, in the order in which they came; names that nothing has are passed over. At most 30,000.
    package func specimens(named names: [String]) throws -> [Specimen] {
        try specimens(where: "s.name IN (\(names.map { _ in "?" }.joined(separator: ", ")))", StatementArguments(names))
    }

    private func specimens(where condition: String, _ arguments: StatementArguments) throws -> [Specimen] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT s.name, p.pseudonym, s.kind, s.bodySite, s.sampled, s.tumourCellContent, s.biobankReference
                    FROM specimen s JOIN person p ON p.id = s.person WHERE \(condition) ORDER BY s.id
                    """, arguments: arguments
            ).map { row in
                Specimen(
                    name: try row.text(0), person: try row.value(1) { Pseudonym($0) }, kind: try row.named(2),
                    bodySite: try row.optionalValue(3) { Code($0) }, sampled: try row.optionalDate(4),
                    tumourCellContent: try row.decode(Double?.self, atIndex: 5), biobankReference: try row.optionalText(6))
            }
        }
    }

    package func diagnoses(of person: Pseudonym) throws -> [Diagnosis] {
        try findings("diagnosis", "system, code, systemVersion, status, onset", of: person) { row in
            Diagnosis(
                person: person, code: try row.code(0, 1), systemVersion: try row.text(2), status: try row.named(3),
                onset: try row.optionalDate(4))
        }
    }

    package func phenotypes(of person: Pseudonym) throws -> [Phenotype] {
        try findings("phenotype", "code, systemVersion, isPresent", of: person) { row in
            Phenotype(
                person: person, code: try row.value(0) { Code(.hpo, $0) }, systemVersion: try row.text(1),
                isPresent: try row.flag(2))
        }
    }

    package func treatments(of person: Pseudonym) throws -> [Treatment] {
        try findings("treatment", "drug, line, start, stop, outcome", of: person) { row in
            Treatment(
                person: person, drug: try row.value(0) { Code(.atc, $0) }, line: try row.optionalInteger(1),
                start: try row.date(2), stop: try row.optionalDate(3), outcome: try row.optionalNamed(4))
        }
    }

    /// Those that name the person first: the person is the mother, father … of the relative.
    package func relations(of person: Pseudonym) throws -> [FamilyRelation] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT r.pseudonym, f.kind FROM familyRelation f JOIN person p ON p.id = f.person
                    JOIN person r ON r.id = f.relative WHERE p.pseudonym = ? ORDER BY f.rowid
                    """, arguments: [person.text]
            ).map { row in
                FamilyRelation(person: person, relative: try row.value(0) { Pseudonym($0) }, kind: try row.named(1))
            }
        }
    }

    /// In the order in which they were recorded.
    package func consentEvents(of person: Pseudonym) throws -> [ConsentEvent] {
        try findings("consentEvent", #"kind, study, isGiven, "from", giver, recordedAt"#, of: person) { row in
            try row.consentEvent(from: 0)
        }
    }

    /// Every consent event of these kinds, by person, in the order in which they were recorded: what a question has to heed. One pass
    /// over an index; people who have said nothing are not in it.
    package func peopleWithConsentEvents(kinds: Set<ConsentKind>) throws -> [Pseudonym: [ConsentEvent]] {
        let list = kinds.map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ")
        return try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT p.pseudonym, c.kind, c.study, c.isGiven, c."from", c.giver, c.recordedAt
                    FROM consentEvent c JOIN person p ON p.id = c.person WHERE c.kind IN (\(list)) ORDER BY c.id
                    """
            ).reduce(into: [:]) { result, row in
                result[try row.value(0) { Pseudonym($0) }, default: []].append(try row.consentEvent(from: 1))
            }
        }
    }

    /// Those about the person, in order; those of people whose data has been destroyed under nil.
    package func endings(of person: Pseudonym?) throws -> [Ending] {
        try read { db in
            let condition = person == nil ? "e.person IS NULL" : "p.pseudonym = ?"
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT e.act, e.decision, e.orderedAt, e.affected FROM ending e LEFT JOIN person p ON p.id = e.person
                    WHERE \(condition) ORDER BY e.id
                    """, arguments: StatementArguments([person?.text].compactMap { $0 })
            ).map { row in
                Ending(
                    person: person, act: try row.named(0), decision: try row.text(1), time: try row.time(2),
                    affected: try row.value(3) { try? JSONReader.read($0) })
            }
        }
    }

    package func copies(of person: Pseudonym) throws -> [ReleasedCopy] {
        try findings("releasedCopy", "t.id, kind, reference, projectPseudonym, path, madeAt, deletedAt", of: person) { row in
            ReleasedCopy(
                id: try row.integer(0), person: person, kind: try row.named(1), reference: try row.text(2),
                projectPseudonym: try row.text(3), path: try row.text(4), made: try row.time(5), deleted: try row.optionalTime(6))
        }
    }

    /// Whether an actor takes part in somebody's care on that day.
    package func hasCareRelation(_ actor: String, with person: Pseudonym, on date: CivilDate) throws -> Bool {
        try read { db in
            try Bool.fetchOne(
                db,
                sql: """
                    SELECT EXISTS (SELECT 1 FROM careRelation c JOIN person p ON p.id = c.person
                        WHERE c.actor = :actor AND p.pseudonym = :person AND c."from" <= :date AND (c."to" IS NULL OR c."to" >= :date))
                    """, arguments: ["actor": actor, "person": person.text, "date": date.description]) ?? false
        }
    }

    private func findings<Value>(
        _ table: String, _ columns: String, of person: Pseudonym, _ value: (Row) throws -> Value
    ) throws -> [Value] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: "SELECT \(columns) FROM \(table) t JOIN person p ON p.id = t.person WHERE p.pseudonym = ? ORDER BY t.id",
                arguments: [person.text]
            ).map(value)
        }
    }
}

extension Row {
    func person(from column: Int) throws -> Person {
        Person(
            pseudonym: try value(column) { Pseudonym($0) }, sex: try named(column + 1),
            birth: try optionalValue(column + 2) { YearMonth($0) },
            homeRegion: try optionalValue(column + 3) { RegionCode($0) }, municipalityGroup: try optionalNamed(column + 4))
    }

    func code(_ system: Int, _ code: Int) throws -> Code {
        let codeSystem: CodeSystem = try named(system)
        return try value(code) { Code(codeSystem, $0) }
    }

    func consentEvent(from column: Int) throws -> ConsentEvent {
        ConsentEvent(
            kind: try named(column), study: try optionalText(column + 1), isGiven: try flag(column + 2),
            from: try date(column + 3), giver: try named(column + 4), recorded: try time(column + 5))
    }
}
