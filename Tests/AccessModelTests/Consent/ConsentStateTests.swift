import AccessModel
import ClinicalModel
import Testing

@Suite struct ConsentStateTests {
    private func event(
        _ kind: ConsentKind, _ isGiven: Bool, from: String, recorded: Int = 0, giver: ConsentEvent.Giver = .patient,
        study: String? = nil
    ) throws -> ConsentEvent {
        ConsentEvent(
            kind: kind, study: study, isGiven: isGiven, from: try SmallLaw.date(from), giver: giver,
            recorded: Timestamp(milliseconds: recorded))
    }

    @Test(
        "An objection holds from its day until it is taken back",
        arguments: [("2024-12-31", false), ("2025-01-01", true), ("2025-05-31", true), ("2025-06-01", false)])
    func days(day: String, holds: Bool) throws {
        let events = try [
            event(.qualityRegisterObjection, false, from: "2025-06-01", recorded: 2),
            event(.qualityRegisterObjection, true, from: "2025-01-01", recorded: 1),
        ]
        let state = ConsentState(events, under: try SmallLaw.regime(), on: try SmallLaw.date(day))
        #expect(state.isInEffect(.qualityRegisterObjection) == holds)
        #expect(state.stops(.qualityRegister, for: .register, under: try SmallLaw.regime()).isEmpty != holds)
    }

    @Test func `Of two statements from the same day the one recorded later holds, in whatever order they come`() throws {
        let yes = try event(.qualityRegisterObjection, true, from: "2025-01-01", recorded: 1)
        let no = try event(.qualityRegisterObjection, false, from: "2025-01-01", recorded: 2)
        let regime = try SmallLaw.regime()
        let day = try SmallLaw.date("2025-01-02")
        for events in [[yes, no], [no, yes]] {
            #expect(!ConsentState(events, under: regime, on: day).isInEffect(.qualityRegisterObjection))
        }
    }

    @Test func `A statement that the law does not know yet is kept and has no effect`() throws {
        let regime = try SmallLaw.regime()
        let events = try [
            event(.precisionDatabaseObjection, true, from: "2025-01-01"), event(.ehdsObjection, true, from: "2025-01-01"),
        ]
        let state = ConsentState(events, under: regime, on: try SmallLaw.date("2026-11-21"))
        #expect(state.inEffect.isEmpty)
        #expect(state.withoutEffect == [.precisionDatabaseObjection, .ehdsObjection])
        #expect(state.stops(.anotherPatientsCare, for: .otherRegions, under: regime).isEmpty)
    }

    @Test func `A guardian's block counts for nothing, and takes nothing from the child's own`() throws {
        let regime = try SmallLaw.regime()
        let day = try SmallLaw.date("2026-11-21")
        let guardian = try event(.blockInsideProvider, true, from: "2026-01-01", giver: .guardian)
        #expect(ConsentState([guardian], under: regime, on: day) == .silent)
        let lifting = try event(.blockInsideProvider, false, from: "2026-02-01", giver: .guardian)
        let own = try event(.blockInsideProvider, true, from: "2026-01-15")
        #expect(ConsentState([guardian, own, lifting], under: regime, on: day).isInEffect(.blockInsideProvider))
    }

    @Test func `Each study stands by itself`() throws {
        let regime = try SmallLaw.regime()
        let events = try [
            event(.study, true, from: "2025-01-01", study: "A"), event(.study, true, from: "2025-01-01", study: "B"),
            event(.study, false, from: "2025-02-01", study: "A"),
        ]
        let state = ConsentState(events, under: regime, on: try SmallLaw.date("2026-11-21"))
        #expect(state.studies == ["B"])
        #expect(state.agrees(toStudy: "B", under: regime))
        #expect(!state.agrees(toStudy: "A", under: regime))
    }
}
