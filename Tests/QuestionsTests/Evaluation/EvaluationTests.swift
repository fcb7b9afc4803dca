import ClinicalModel
import Questions
import Testing

/// Counting people by columns against counting them one by one.
@Suite struct EvaluationTests {
    private let cast = Cast()

    @Test(arguments: [UInt64(11), 12, 13, 14, 15])
    func `Columns find the people that reading row by row finds`(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let (people, rows) = cast.population(150, &random)
        let table = try #require(CohortTable(people: people, rows: rows))
        let date = try #require(CivilDate(year: 2026, month: 1 + random.below(12), day: 21))
        let hierarchies = try cast.hierarchies()
        let carried = Dictionary(
            uniqueKeysWithValues: cast.variants.map { variant in
                (variant, Set(rows.map(\.name).filter { _ in random.chance(20) }))
            })
        let slow = SlowReader(people: people, rows: rows, date: date, carriers: carried)
        let universe = Set(rows.indices.filter { _ in random.chance(80) })
        var evaluation = CohortEvaluation(
            table, on: date, hierarchies: hierarchies, carriers: { table.rows(named: carried[$0] ?? []) },
            within: RowSet(size: rows.count, universe))
        for _ in 0..<300 {
            let criterion = cast.criterion(&random)
            let expected = slow.people(meeting: criterion, within: universe)
            let found = try evaluation.people(matching: criterion)
            #expect(Set(found.members) == expected, "\(criterion.text)")
            #expect(found.count == expected.count)
            let normal = try evaluation.rows(matching: criterion.negationNormal)
            #expect(try evaluation.rows(matching: criterion) == normal, "\(criterion.text)")
        }
    }

    @Test func `Publication batches, names, people and providers select rows`() throws {
        var random = SplitMix(seed: 21)
        let (people, rows) = cast.population(100, &random)
        let table = try #require(CohortTable(people: people, rows: rows))
        #expect(table.rows(publishedBy: 2).members == rows.indices.filter { (1...2).contains(rows[$0].batch) })
        #expect(table.rows(publishedBy: 0).isEmpty)
        #expect(table.rows(named: ["nobody", rows[3].name]).members == [3])
        let some = RowSet(size: people.count, [0, 7, 9])
        #expect(table.rows(of: some).members == rows.indices.filter { [0, 7, 9].contains(rows[$0].person) })
        #expect(table.people(in: table.rows(of: some)).count(without: some) == 0)
        let provider = cast.providers[1]
        #expect(table.rows(orderedBy: [provider]).members == rows.indices.filter { rows[$0].provider == provider })
        #expect(table.everyRow.count == rows.count)
    }

    @Test func `A name given twice or a person who is not there makes no table`() throws {
        var random = SplitMix(seed: 22)
        let (people, rows) = cast.population(20, &random)
        #expect(CohortTable(people: people, rows: rows + [rows[0]]) == nil)
        #expect(CohortTable(people: [], rows: rows) == nil)
    }

    @Test func `Codes that no edition knows are named, and variants listed once`() throws {
        let criterion = try Question.parse(
            "phenotype = HP:7777777 and (diagnosis under (ONCOTREE:NONE, ORPHA:1) or phenotype-excluded in (HP:7777777, HP:0001251)) and carries 1-2-A-T and not carries 1-2-A-T"
        ).criterion
        #expect(criterion.unknownCodes(in: try cast.hierarchies()).map(\.description) == ["HP:7777777", "ONCOTREE:NONE"])
        #expect(criterion.variants == ["1-2-A-T"])
    }

    @Test func `A failing look-up of a variant fails the question`() throws {
        struct Gone: Error {}
        let table = try #require(try cast.table(people: 10, seed: 23))
        let question = try Question.parse("carries 17-43093464-G-A")
        let date = try #require(CivilDate("2026-11-21"))
        #expect(throws: Gone.self) {
            try table.rows(
                matching: question.criterion, on: date, hierarchies: CodeHierarchies(), carriers: { _ in throw Gone() },
                within: table.everyRow)
        }
    }

    @Test func `Ten thousand people with twelve thousand call sets are counted within a few milliseconds`() throws {
        let table = try #require(try cast.table(people: 10_000, seed: 24))
        let hierarchies = try cast.hierarchies()
        let date = try #require(CivilDate("2026-11-21"))
        let criterion = try Question.parse(
            "diagnosis under ICD10:C00..C97 and sex = female and not (age in 0..17 or phenotype under HP:0001250)"
        ).criterion
        let universe = table.rows(publishedBy: 3)
        let clock = ContinuousClock()
        func count() throws -> Int {
            table.people(
                in: try table.rows(
                    matching: criterion, on: date, hierarchies: hierarchies, carriers: { _ in RowSet(size: table.rowCount) },
                    within: universe)
            ).count
        }
        let first = try count()
        var best = Duration.seconds(1)
        for _ in 0..<20 {
            var again = 0
            let time = try clock.measure { again = try count() }
            best = min(best, time)
            #expect(again == first)
        }
        var evaluation = CohortEvaluation(
            table, on: date, hierarchies: hierarchies, carriers: { _ in RowSet(size: table.rowCount) }, within: universe)
        let whole = try clock.measure { _ = try evaluation.disclosure(of: criterion, under: SmallNumberRule(), earlier: []) }
        #expect(first > 100)
        // Many times what was measured (0.10 ms, and 0.26 ms with what may be told), for busy machines.
        #expect(best < .milliseconds(2), "\(best)")
        #expect(whole < .milliseconds(20), "\(whole)")
    }

    @Test func `The largest question allowed, with all its neighbours, is decided within a second`() throws {
        let table = try #require(try cast.table(people: 10_000, seed: 25))
        let date = try #require(CivilDate("2026-11-21"))
        var random = SplitMix(seed: 26)
        var criterion = Criterion.condition(cast.condition(&random))
        while criterion.depth < Question.depthLimit {
            let more = (0..<4).map { _ in Criterion.condition(cast.condition(&random)) }
            criterion = criterion.depth % 2 == 0 ? .and(more + [criterion]) : .or(more + [criterion])
        }
        #expect((Question.conditionLimit - 4...Question.conditionLimit).contains(criterion.conditions.count))
        var evaluation = CohortEvaluation(
            table, on: date, hierarchies: try cast.hierarchies(), carriers: { _ in RowSet(size: table.rowCount) },
            within: table.everyRow)
        let time = try ContinuousClock().measure {
            _ = try evaluation.disclosure(of: criterion, under: SmallNumberRule(), earlier: [])
        }
        #expect(time < .seconds(1), "\(time)")
    }
}
