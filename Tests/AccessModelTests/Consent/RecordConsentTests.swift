import AccessModel
import ClinicalModel
import StructuredText
import Testing

@Suite struct RecordConsentTests {
    private func check(
        _ kind: ConsentKind, study: String? = nil, isGiven: Bool = true, _ giver: ConsentEvent.Giver, born: String?
    ) throws -> RecordConsent.Effect {
        try RecordConsent.check(
            kind, study: study, isGiven: isGiven, giver: giver, birth: born.flatMap { YearMonth($0) },
            on: SmallLaw.date("2026-11-21"), under: SmallLaw.regime())
    }

    @Test func `A patient's objection is in force at once, a proposed one is kept without effect`() throws {
        #expect(try check(.qualityRegisterObjection, .patient, born: "1970-01") == .inForce)
        #expect(try check(.precisionDatabaseObjection, .patient, born: "1970-01") == .withoutEffect(until: nil))
        #expect(
            try check(.ehdsObjection, .patient, born: nil) == .withoutEffect(until: SmallLaw.date("2029-03-26")))
    }

    @Test func `A guardian speaks for a child where the law lets them`() throws {
        #expect(try check(.qualityRegisterObjection, .guardian, born: "2015-03") == .inForce)
        #expect(try check(.study, study: "2025-01234-01", .guardian, born: "2015-03") == .inForce)
        #expect(try check(.blockInsideProvider, isGiven: false, .staff, born: "2015-03") == .inForce)
    }

    @Test(
        "What may not be recorded says why",
        arguments: [
            (ConsentKind.blockInsideProvider, nil, true, ConsentEvent.Giver.guardian, "2015-03", .guardianMayNotBlock),
            (.blockInsideProvider, nil, false, .guardian, "2015-03", .mayNotLift),
            (.qualityRegisterObjection, nil, true, .staff, "1970-01", .mayNotGive),
            (.qualityRegisterObjection, nil, true, .guardian, "1970-01", .personIsAdult),
            (.qualityRegisterObjection, nil, true, .guardian, "2008-11", .personIsAdult),
            (.qualityRegisterObjection, nil, true, .guardian, nil, .ageUnknown),
            (.study, nil, true, .patient, "1970-01", .studyMissing),
            (.qualityRegisterObjection, "2025-01234-01", true, .patient, "1970-01", .studyNotWanted),
            (.generalStudy, nil, true, .patient, "1970-01", .unknownKind),
        ] as [(ConsentKind, String?, Bool, ConsentEvent.Giver, String?, ConsentRefusal.Code)])
    func refused(
        kind: ConsentKind, study: String?, isGiven: Bool, giver: ConsentEvent.Giver, born: String?, code: ConsentRefusal.Code
    ) throws {
        let error = #expect(throws: ConsentRefusal.self) {
            try check(kind, study: study, isGiven: isGiven, giver, born: born)
        }
        #expect(error?.code == code)
    }

    @Test("Every refusal reads as sentences in both languages", arguments: ConsentRefusal.Code.allCases)
    func sentences(code: ConsentRefusal.Code) {
        let refusal = ConsentRefusal(code, .study)
        for text in [refusal.message.sv, refusal.message.en, refusal.remedy.sv, refusal.remedy.en] {
            #expect(text.hasSuffix("."))
        }
        #expect(refusal.message.sv != refusal.message.en)
    }
}
