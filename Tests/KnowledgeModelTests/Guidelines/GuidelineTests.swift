import ClinicalModel
import KnowledgeModel
import Testing

@Suite("A guideline")
struct GuidelineTests {
    static func guideline(
        name: String = "lungcancer", through: String? = nil, _ anchors: String...
    ) throws -> Guideline {
        try Guideline(
            name: name, title: "Lungcancer", version: "6.1", publisher: "Regionala cancercentrum", address: "",
            validFrom: #require(CivilDate("2026-01-15")), validThrough: through.flatMap { CivilDate($0) },
            sections: anchors.map { ($0, $0, "Text.") })
    }

    @Test("Has sections that a report can cite, in the order of their anchors")
    func sections() throws {
        let guideline = try GuidelineTests.guideline("målriktad-behandling", "egfr")
        #expect(
            guideline.items.map(\.identity.description) == [
                "guideline:lungcancer#egfr", "guideline:lungcancer#målriktad-behandling",
            ])
        #expect(guideline.sections.map(\.anchor) == ["målriktad-behandling", "egfr"])
    }

    @Test("Is valid between its dates, both included")
    func validity() throws {
        let guideline = try GuidelineTests.guideline(through: "2026-06-30", "a")
        let dates = ["2026-01-14", "2026-01-15", "2026-06-30", "2026-07-01"].compactMap { CivilDate($0) }
        #expect(dates.map(guideline.isValid) == [false, true, true, false])
    }

    @Test("Is refused where it could not be cited")
    func refused() throws {
        func code(_ make: () throws -> Guideline) -> GuidelineError.Code? {
            #expect(throws: GuidelineError.self) { _ = try make() }?.code
        }
        #expect(code { try GuidelineTests.guideline("a", "a") } == .repeatedAnchor)
        #expect(code { try GuidelineTests.guideline("a b") } == .badAnchor)
        #expect(code { try GuidelineTests.guideline(name: "x#y", "a") } == .badName)
        #expect(code { try GuidelineTests.guideline() } == .noSections)
        #expect(code { try GuidelineTests.guideline(through: "2026-01-01", "a") } == .endsBeforeItBegins)
    }
}
