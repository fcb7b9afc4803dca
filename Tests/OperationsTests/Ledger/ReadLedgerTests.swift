import AccessModel
import ClinicalModel
import Foundation
import Operations
import Records
import StructuredText
import Testing

@Suite("Reading, proving and exporting the ledger")
struct ReadLedgerTests {
    private static func reading(_ region: TestRegion, _ name: String = "logggranskare-vasterbotten") throws -> ReadLedger {
        ReadLedger(
            partition: region.partition, actor: try TestRegion.persona(name), purpose: .laboratoryOperation)
    }

    @Test("Pages follow each other without gap or overlap, and outcomes are told apart")
    func pages() async throws {
        let region = try await TestRegion.make("24", in: try Workspace())
        try await region.submit("A", (0..<3).map { Someone(number: $0) })
        for _ in 0..<5 {
            _ = try await region.ask(try TestRegion.persona("genetiker-skane"), .anotherPatientsCare, "all")
            _ = try await region.ask(try TestRegion.persona("bioinformatiker-umea"), .ownProviderComparison, "all")
        }
        let reading = try Self.reading(region)
        var filter = LedgerFilter(act: .question, limit: 4)
        var seen: [Int] = []
        while true {
            let (page, next) = try await reading.events(filter)
            seen = page.map(\.seq) + seen
            guard let next else { break }
            filter.before = next
        }
        let all = try region.partition.ledger.events(LedgerFilter(act: .question)).map(\.seq)
        #expect(seen == all && all.count == 10)
        var refused = LedgerFilter(act: .question)
        refused.outcome = .refused
        #expect(try await reading.events(refused).page.allSatisfy { $0.event.decision == .refused })
        refused.outcome = .answered
        #expect(try await reading.events(refused).page.count == 5)
        // Each reading is an event: three pages and two more.
        #expect(try region.partition.ledger.events(LedgerFilter(act: .ledgerReview)).count == 5)
    }

    @Test("A verification is kept: how far, when, and whether the ledger was whole")
    func verification() async throws {
        let region = try await TestRegion.make("24", in: try Workspace())
        let reading = try Self.reading(region)
        #expect(try reading.lastVerification() == nil)
        let result = try await reading.verify()
        let last = try #require(try reading.lastVerification())
        #expect(last.isWhole && last.last == result.last && last.time == TestRegion.noon)
    }

    @Test("An export is whole, readable, harmless to a spreadsheet, and in the ledger")
    func export() async throws {
        let region = try await TestRegion.make("24", in: try Workspace())
        try await region.partition.ledger.append(
            AuditEvent(
                time: TestRegion.noon, act: .question, actor: "=HYPERLINK(\"http://x\")", role: "physician", process: "a,b\"c",
                purpose: .research, detail: ["note": "rad\n2"]))
        let reading = try Self.reading(region)
        let csv = try await ExportLedger(reading: reading, format: .csv).run(LedgerFilter())
        #expect(
            csv.contains("\"'=HYPERLINK(\"\"http://x\"\")\"") && csv.contains("\"a,b\"\"c\"") && csv.contains("\"note=rad\n2\""))
        let json = try await ExportLedger(reading: reading, format: .json).run(LedgerFilter())
        let events = try #require(try JSONReader.read(json).array)
        #expect(events.count == (try region.partition.ledger.lastNumber()) - 1)
        #expect(
            try region.partition.ledger.events(LedgerFilter(act: .ledgerExport)).map(\.event.detail) == [
                ["format": "csv"], ["format": "json"],
            ])
    }

    @Test(
        "Nobody but reviewer and steward of the region reads it",
        arguments: ["genetiker-skane", "bioinformatiker-umea", "forvaltare-skane-1", "patient-umea"])
    func roles(_ name: String) async throws {
        let region = try await TestRegion.make("24", in: try Workspace())
        let reading = try Self.reading(region, name)
        await #expect(throws: AdministrativeRefusal.self) { _ = try await reading.events(LedgerFilter()) }
        await #expect(throws: AdministrativeRefusal.self) { _ = try await reading.review(nil) }
        await #expect(throws: AdministrativeRefusal.self) { _ = try await reading.verify() }
        await #expect(throws: AdministrativeRefusal.self) {
            _ = try await ExportLedger(reading: reading, format: .csv).run(LedgerFilter())
        }
        #expect(try region.partition.ledger.events(LedgerFilter(act: .ledgerReview)).isEmpty)
    }

    @Test("The review is one JSON for everybody, with the risk in it, and marks say why to look")
    func review() async throws {
        let region = try await TestRegion.make("24", in: try Workspace())
        for number in 0..<12 {
            try await region.partition.ledger.append(
                AuditEvent(
                    time: Timestamp(milliseconds: TestRegion.noon.milliseconds - 43_000_000 + number), act: .question,
                    actor: "night",
                    role: "physician", process: "cohort", purpose: .research, lacksCareRelation: number == 0,
                    detail: ["membership-risk": "0.01"]))
        }
        try await region.partition.ledger.append(
            AuditEvent(time: TestRegion.noon, act: .question, actor: "day", role: "physician", process: "cohort"))
        let review = try await Self.reading(region).review(nil)
        let night = try #require(review.actors.first { $0.name == "night" })
        #expect(review.marks(of: night) == [.volume, .hours, .noCareRelation, .membershipRisk])
        #expect(review.marks(of: try #require(review.actors.first { $0.name == "day" })).isEmpty)
        let risk = review.json["actors"]?.array?.first?["membershipRisk"]?.double ?? 0
        #expect(abs(risk - 0.12) < 1e-9)
    }
}
