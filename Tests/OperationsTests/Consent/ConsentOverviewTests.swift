import AccessModel
import ClinicalModel
import Operations
import Testing

@Suite("Yes and no as a person sees them")
struct ConsentOverviewTests {
    private static func event(
        _ kind: ConsentKind, given: Bool, from: String, giver: ConsentEvent.Giver = .patient, study: String? = nil
    ) throws -> ConsentEvent {
        ConsentEvent(
            kind: kind, study: study, isGiven: given, from: try #require(CivilDate(from)), giver: giver, recorded: TestRegion.noon
        )
    }

    @Test("Eleven kinds by number; what counts is the same as what decisions heed")
    func agrees() throws {
        let regime = try AccessFiles.law().regime(on: TestRegion.today)
        let events = [
            try Self.event(.qualityRegisterObjection, given: true, from: "2026-01-01"),
            try Self.event(.qualityRegisterObjection, given: false, from: "2026-02-01"),
            try Self.event(.blockInsideProvider, given: true, from: "2026-01-01", giver: .guardian),
            try Self.event(.blockTowardsOthers, given: true, from: "2026-01-01"),
            try Self.event(.study, given: true, from: "2026-01-01", study: "2025-01234-01"),
            try Self.event(.study, given: false, from: "2026-02-01", study: "2025-99999-01"),
            try Self.event(.biobank, given: true, from: "2027-01-01"),
            try Self.event(.generalStudy, given: true, from: "2026-01-01"),
        ]
        let overview = ConsentOverview.of(events, under: regime, on: TestRegion.today)
        #expect(overview.map(\.rule.number) == Array(1...11))
        let state = ConsentState(events, under: regime, on: TestRegion.today)
        for item in overview {
            #expect((item.holds && item.isInForce) == state.isInEffect(item.kind), "\(item.kind)")
        }
        #expect(overview.filter(\.holds).map(\.kind) == [.blockTowardsOthers, .study, .generalStudy])
        #expect(overview[4].standings.map(\.study) == ["2025-01234-01", "2025-99999-01"])
        #expect(overview[0].standings.isEmpty, "a guardian's block is none")
        #expect(overview.filter { $0.isInForce && $0.kind.isObjection }.allSatisfy { $0.patientMayGive && $0.patientMayLift })
    }

    @Test("What nobody can refuse is what no statement stops and none opens")
    func beyond() throws {
        let regime = try AccessFiles.law().regime(on: TestRegion.today)
        #expect(
            regime.beyondRefusal == [.feasibility, .qualityFollowUp, .statistics, .laboratoryOperation, .classificationSharing])
    }
}
