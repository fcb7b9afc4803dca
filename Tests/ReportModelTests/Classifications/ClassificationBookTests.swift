import AccessModel
import ClinicalModel
import ReportModel
import StructuredText
import Testing

@Suite("The book of shared classifications")
struct ClassificationBookTests {
    static let day = given(CivilDate("2026-11-21"))
    static let subject = Examples.shared(.benign, region: "01").subject

    @Test("A conflict arises with the classification that makes it, changes, and ends")
    func life() throws {
        var book = ClassificationBook()
        #expect(book.take(Examples.shared(.pathogenic, region: "01"), on: Self.day).count == 1)
        #expect(book.take(Examples.shared(.likelyPathogenic, region: "12"), on: Self.day).count == 1)
        #expect(book.conflicts.isEmpty)

        let arose = book.take(Examples.shared(.uncertain, region: "14"), on: Self.day.adding(days: 1))
        guard case .conflictArose(let conflict)? = arose.last else { throw Unexpected() }
        #expect(conflict.severity == .actionable && conflict.positions.map(\.region.description) == ["01", "12", "14"])
        #expect(conflict.age(on: Self.day.adding(days: 8)) == 7)

        let worse = book.take(Examples.shared(.benign, region: "14", version: 2), on: Self.day.adding(days: 5))
        guard case .conflictChanged(let changed)? = worse.dropFirst().first, case .reclassified(let change)? = worse.last else {
            throw Unexpected()
        }
        #expect(changed.severity == .opposed && changed.arose == Self.day.adding(days: 1))
        #expect(change.from == .uncertain && change.to == .benign && change.crossesBoundary)

        let ended = book.take(Examples.shared(.pathogenic, region: "14", version: 3), on: Self.day.adding(days: 9))
        #expect(ended.contains(.conflictEnded(changed)))
        #expect(book.conflict(about: Self.subject) == nil && book.classifications(of: Self.subject).count == 3)
    }

    @Test("An older or the same version changes nothing")
    func older() {
        var book = ClassificationBook()
        _ = book.take(Examples.shared(.pathogenic, region: "01", version: 3), on: Self.day)
        for version in [2, 3] {
            let late = Examples.shared(.benign, region: "01", version: version)
            #expect(book.take(late, on: Self.day) == [.notNewer(late)])
        }
        #expect(book.classifications(of: Self.subject).map(\.pathogenicityClass) == [.pathogenic])
    }

    @Test("A change within a group is a reclassification that crosses nothing")
    func within() {
        var book = ClassificationBook()
        _ = book.take(Examples.shared(.pathogenic, region: "01"), on: Self.day)
        let events = book.take(Examples.shared(.likelyPathogenic, region: "01", version: 2), on: Self.day)
        guard case .reclassified(let change)? = events.last else {
            Issue.record("no reclassification")
            return
        }
        #expect(!change.crossesBoundary && events.count == 2)
    }

    @Test("Two laboratories of one region are two; conditions and variants are apart")
    func apart() {
        var book = ClassificationBook()
        _ = book.take(Examples.shared(.pathogenic, region: "01", laboratory: "a"), on: Self.day)
        _ = book.take(Examples.shared(.benign, region: "01", variant: Examples.otherVariant), on: Self.day)
        #expect(book.conflicts.isEmpty)
        _ = book.take(Examples.shared(.benign, region: "01", laboratory: "b"), on: Self.day)
        #expect(book.conflicts.map(\.severity) == [.opposed])
    }

    @Test("Removing a position can end a conflict")
    func removing() {
        var book = ClassificationBook()
        let position = Examples.shared(.benign, region: "12")
        _ = book.take(Examples.shared(.pathogenic, region: "01"), on: Self.day)
        _ = book.take(position, on: Self.day)
        let events = book.remove(Self.subject, of: position.laboratory, in: position.region, on: Self.day)
        #expect(events.first == .removed(position) && events.count == 2 && book.conflicts.isEmpty)
        #expect(book.remove(Self.subject, of: position.laboratory, in: position.region, on: Self.day) == [])
    }

    @Test("What is current and what conflicts does not depend on the order of arrival, and is what a look at everything finds")
    func order() {
        let arrivals = [
            Examples.shared(.pathogenic, region: "01"), Examples.shared(.uncertain, region: "01", version: 2),
            Examples.shared(.likelyBenign, region: "12"), Examples.shared(.benign, region: "12", version: 2),
            Examples.shared(.pathogenic, region: "14", variant: Examples.otherVariant),
            Examples.shared(.benign, region: "25", variant: Examples.otherVariant),
        ]
        for order in Examples.orders(arrivals) {
            var book = ClassificationBook()
            for arrival in order { _ = book.take(arrival, on: Self.day) }
            #expect(book.classifications(of: Self.subject).map(\.pathogenicityClass) == [.uncertain, .benign])
            #expect(book.conflicts.map(\.severity) == [.opposed, .minor])
            for subject in Set(arrivals.map(\.subject)) {
                let classes = book.classifications(of: subject).map(\.pathogenicityClass)
                #expect((book.conflict(about: subject) != nil) == AggregateClassification(classes).isConflict)
            }
        }
    }

    @Test("The severity of every pair of classes")
    func severities() {
        for first in PathogenicityClass.allCases {
            for second in PathogenicityClass.allCases {
                let expected: ClassificationConflict.Severity? =
                    switch (abs(rank(first) - rank(second)), max(rank(first), rank(second))) {
                    case (0, _): nil
                    case (2, _): .opposed
                    case (_, 2): .actionable
                    default: .minor
                    }
                #expect(ClassificationConflict.Severity([first.group, second.group]) == expected)
            }
        }
    }

    private func rank(_ found: PathogenicityClass) -> Int { given(ClassificationGroup.allCases.firstIndex(of: found.group)) }

    @Test("The worst come first, of the same severity the oldest")
    func listing() {
        var book = ClassificationBook()
        let variants = ["GRCh38:1-100-A-C", "GRCh38:1-200-A-C", "GRCh38:1-300-A-C"].map { given(VariantIdentifier($0)) }
        for (offset, (variant, other)) in zip(variants, [PathogenicityClass.uncertain, .benign, .uncertain]).enumerated() {
            _ = book.take(Examples.shared(.pathogenic, region: "01", variant: variant), on: Self.day)
            _ = book.take(Examples.shared(other, region: "12", variant: variant), on: Self.day.adding(days: -offset))
        }
        #expect(book.conflicts.map(\.subject.variant) == [variants[1], variants[2], variants[0]])
    }

    @Test("Only what is signed is shared, without anybody's name")
    func fromInterpretation() throws {
        let region = given(RegionCode("01"))
        let history = try InterpretationStateTests.signedHistory()
        let shared = try #require(SharedClassification(history, region: region))
        #expect(shared.pathogenicityClass == .pathogenic && shared.version == 1)
        #expect(shared.criteria == ["PM2_Supporting", "PS4_Supporting", "PVS1"])
        #expect(shared.evaluated == given(CivilDate("2026-11-21")))
        let text = shared.json.canonicalText
        for person in [InterpretationStateTests.anna, InterpretationStateTests.bo] {
            #expect(!text.contains(person.identity) && !text.contains(person.name))
        }
        let draft = try InterpretationHistory(
            identifier: "x", laboratory: Examples.laboratory, draft: .germline(Examples.germline()),
            by: InterpretationStateTests.anna, at: Examples.time(0), rule: InterpretationStateTests.two)
        #expect(SharedClassification(draft, region: region) == nil)
    }

    struct Unexpected: Error {}
}
