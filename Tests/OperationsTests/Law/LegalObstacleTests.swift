import AccessModel
import ClinicalModel
import Operations
import Records
import Testing

@Suite("Legal obstacles that people report")
struct LegalObstacleTests {
    private static let words = "Barnets läkare behövde veta om någon mer i landet har samma förändring."

    private static func report(_ words: String = words, point: String = "PDL 2 kap. 4 §; SOU 2023:76") -> LegalObstacle.Report {
        .init(purpose: .anotherPatientsCare, reason: .force, legalPoint: point, refusing: RegionCode("24"), words: words)
    }

    private static func keep(_ region: TestRegion, _ report: LegalObstacle.Report, by name: String = "genetiker-skane")
        async throws -> Int
    {
        try await ReportLegalObstacle(
            partitions: [region.code: region.partition], actor: try TestRegion.persona(name), purpose: .ownPatientCare
        ).run(report).number
    }

    @Test("A report is kept with its point of law and its unit, handled, and given out without who reported")
    func whole() async throws {
        let region = try await TestRegion.make("12", in: try Workspace())
        #expect(try await Self.keep(region, Self.report("=cmd|' /C calc'!A0 \(Self.words)")) == 1)
        let steward = HandleLegalObstacles(
            partition: region.partition, actor: try region.steward("one"), purpose: .laboratoryOperation)
        let kept = try #require(try steward.list().first)
        #expect(kept.report.reason == .force && kept.unit == "SE12-SUS-KLINGEN" && kept.state == .reported)
        try await steward.move(1, to: .forwarded, note: "Skickat till SKR")
        await #expect(throws: ObstacleRefusal(.wrongState)) { try await steward.move(1, to: .reported, note: "") }
        await #expect(throws: ObstacleRefusal(.namesPerson)) { try await steward.move(1, to: .closed, note: "191212121212") }
        await #expect(throws: ObstacleRefusal(.unknown)) { try await steward.move(2, to: .closed, note: "") }
        let text = try await steward.export()
        #expect(text.contains("SOU 2023:76") && !text.contains("genetiker-skane") && !text.contains("Ingrid"))
        // A spreadsheet takes it for text.
        #expect(text.contains("'=cmd|") && !text.contains(",=cmd|") && !text.contains("\"=cmd|"))
        let processes = try region.partition.ledger.events(LedgerFilter(act: .legalObstacle)).map(\.event.process)
        #expect(processes == ["obstacle report", "obstacle move", "obstacle export"])
    }

    @Test("What names a person or a variant is not kept, nor what says nothing")
    func refused() async throws {
        let region = try await TestRegion.make("12", in: try Workspace())
        for (report, code) in [
            (Self.report("patient 19121212-1212"), ObstacleRefusal.Code.namesPerson),
            (Self.report("varianten 17-43093464-G-A"), .namesVariant), (Self.report("  \n "), .wordsMissing),
            (Self.report(point: " "), .pointMissing), (Self.report(point: String(repeating: "a", count: 301)), .pointTooLong),
            (Self.report(point: "17-43093464-G-A"), .namesVariant),
        ] {
            await #expect(throws: ObstacleRefusal(code)) { _ = try await Self.keep(region, report) }
        }
        #expect(try region.partition.records.legalObstacles().isEmpty)
    }

    @Test("It is kept in the reporter's region, else in the one that refused, else nowhere")
    func place() async throws {
        let region = try await TestRegion.make("24", in: try Workspace())
        // Skåne's partition is not here; Västerbotten refused.
        #expect(try await Self.keep(region, Self.report()) == 1)
        let report = LegalObstacle.Report(
            purpose: .statistics, reason: .recipient, legalPoint: "PDL", refusing: nil, words: "text")
        let statistician = Actor(
            identity: "s", name: "S", role: .statistician, region: nil, provider: nil, careUnit: nil, purposes: [.statistics])
        await #expect(throws: ObstacleRefusal(.noRegion)) {
            _ = try await ReportLegalObstacle(
                partitions: [region.code: region.partition], actor: statistician, purpose: .statistics
            ).run(report)
        }
    }

    @Test("Only the region's own steward reads the list")
    func roles() async throws {
        let region = try await TestRegion.make("24", in: try Workspace())
        for actor in [
            try TestRegion.persona("logggranskare-vasterbotten"), try TestRegion.persona("genetiker-skane"),
            try TestRegion.persona("forvaltare-skane-1"),
        ] {
            #expect(throws: AdministrativeRefusal.self) {
                _ = try HandleLegalObstacles(partition: region.partition, actor: actor, purpose: .laboratoryOperation).list()
            }
        }
    }
}
