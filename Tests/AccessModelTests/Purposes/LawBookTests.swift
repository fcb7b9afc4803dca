import AccessModel
import ClinicalModel
import StructuredText
import Testing

@Suite struct LawBookTests {
    private func book() throws -> LawBook {
        var later = SmallLaw.rule(.from(try SmallLaw.date("2023-05-01")))
        later.title = SmallLaw.text("later")
        var ehds = SmallLaw.rule(.from(try SmallLaw.date("2029-03-26")))
        ehds.dataKinds = [.genomic: .from(try SmallLaw.date("2031-03-26"))]
        return LawBook(
            name: "small",
            purposes: [
                .statistics: [SmallLaw.rule(.from(try SmallLaw.date("2008-07-01"))), later], .ehdsSecondaryUse: [ehds],
                .anotherPatientsCare: [SmallLaw.rule(.proposed)],
            ],
            consents: [.ehdsObjection: [SmallLaw.consent(.from(try SmallLaw.date("2030-01-01")))]])
    }

    @Test(
        "The regime is named by the latest change that had come",
        arguments: [
            ("1999-01-01", "small-before-2008-07-01"), ("2008-07-01", "small-2008-07-01"), ("2023-04-30", "small-2008-07-01"),
            ("2023-05-01", "small-2023-05-01"), ("2026-11-21", "small-2023-05-01"), ("2029-12-31", "small-2029-03-26"),
            ("2030-06-01", "small-2030-01-01"), ("2031-03-25", "small-2030-01-01"), ("2031-03-26", "small-2031-03-26"),
        ])
    func identifiers(day: String, identifier: String) throws {
        #expect(try book().regime(on: SmallLaw.date(day)).identifier == identifier)
    }

    @Test func `A version replaces the one before it on its day`() throws {
        let book = try book()
        #expect(book.regime(on: try SmallLaw.date("2023-04-30")).purposes[.statistics]?.title.en == "title")
        #expect(book.regime(on: try SmallLaw.date("2023-05-01")).purposes[.statistics]?.title.en == "later")
    }

    @Test func `What is not in force yet is there to be explained, and does not hold`() throws {
        let regime = try book().regime(on: SmallLaw.date("2026-11-21"))
        for purpose in [Purpose.anotherPatientsCare, .ehdsSecondaryUse] {
            let rule = try #require(regime.purposes[purpose])
            #expect(!regime.holds(rule.force))
        }
        let early = try book().regime(on: SmallLaw.date("1999-01-01"))
        let statistics = try #require(early.purposes[.statistics])
        #expect(!early.holds(statistics.force))
        #expect(statistics.force.date == (try SmallLaw.date("2008-07-01")))
    }
}
