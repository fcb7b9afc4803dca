import ClinicalModel
import Questions
import Testing

/// Somebody who asks for all and for all but one, in chains and at random, and keeps every answer.
@Suite struct AttackTests {
    private let cast = Cast()

    private struct Told {
        let people: RowSet
        let disclosure: Disclosure
    }

    /// Whether two told answers give away a few people. Bands are told of sets under the threshold only.
    private func givesAway(_ a: Told, _ b: Told) -> Bool {
        switch (a.disclosure, b.disclosure) {
        case (.exact(let x), .exact(let y)) where x > 0 && y > 0:
            (1...4).contains(a.people.count(without: b.people)) || (1...4).contains(b.people.count(without: a.people))
        case (.exact(let x), .band) where x > 0: (1...4).contains(a.people.count(without: b.people))
        case (.band, .exact(let y)) where y > 0: (1...4).contains(b.people.count(without: a.people))
        default: false
        }
    }

    @Test(arguments: [false, true], [UInt64(41), 42, 43, 44])
    func `Two exact answers never differ by a few people, whatever is asked in whatever order`(showsBand: Bool, seed: UInt64)
        throws
    {
        var random = SplitMix(seed: seed)
        let table = try #require(try cast.table(people: 60, seed: seed))
        var evaluation = try self.evaluation(table)
        let rule = SmallNumberRule(showsBand: showsBand)
        var told: [Told] = []
        var exact = 0
        for _ in 0..<40 {
            let base = cast.criterion(&random, depth: 3)
            for question in [base] + NeighbouringCriteria(of: base).withoutOne + NeighbouringCriteria(of: base).cells + [
                .not(base)
            ] {
                let (people, disclosure) = try evaluation.disclosure(of: question, under: rule, earlier: told.map(\.people))
                check(disclosure, people.count, showsBand)
                guard disclosure.isTold else { continue }
                let new = Told(people: people, disclosure: disclosure)
                for old in told { #expect(!givesAway(old, new), "\(question.text)") }
                if case .exact(let count) = disclosure, count > 0 { exact += 1 }
                if told.count < 200 { told.append(new) } else { break }
            }
        }
        #expect(exact > 0)
    }

    @Test(arguments: [UInt64(51), 52, 53, 54])
    func `Without any memory, all and all-but-one are never both told when a few make the difference`(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let table = try #require(try cast.table(people: 80, seed: seed))
        var evaluation = try self.evaluation(table)
        let everyone = try evaluation.people(matching: .everyone)
        for round in 0..<150 {
            let rule = SmallNumberRule(showsBand: round % 2 == 0)
            let question = cast.criterion(&random, depth: 3)
            let (people, disclosure) = try evaluation.disclosure(of: question, under: rule, earlier: [])
            guard disclosure.isTold else { continue }
            let answer = Told(people: people, disclosure: disclosure)
            #expect(!givesAway(answer, Told(people: everyone, disclosure: .exact(everyone.count))))
            for other in NeighbouringCriteria(of: question).withoutOne {
                let (people, disclosure) = try evaluation.disclosure(of: other, under: rule, earlier: [])
                #expect(
                    !disclosure.isTold || !givesAway(answer, Told(people: people, disclosure: disclosure)), "\(question.text)")
            }
        }
    }

    private func check(_ disclosure: Disclosure, _ count: Int, _ showsBand: Bool) {
        switch disclosure {
        case .exact(let told): #expect(told == count && (count >= 5 || count == 0 && showsBand))
        case .band(let band): #expect(showsBand && band == 1...4 && band.contains(count))
        case .suppressed(let ground): #expect(ground != .few || count < 5)
        }
    }

    private func evaluation(_ table: CohortTable) throws -> CohortEvaluation {
        let date = try #require(CivilDate("2026-11-21"))
        return CohortEvaluation(
            table, on: date, hierarchies: try cast.hierarchies(),
            carriers: { variant in
                RowSet(size: table.rowCount, (0..<table.rowCount).filter { ($0 + variant.utf8.count) % 3 == 0 })
            },
            within: table.everyRow)
    }
}
