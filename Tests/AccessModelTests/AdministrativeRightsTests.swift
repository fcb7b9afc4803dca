import AccessModel
import ClinicalModel
import Testing

@Suite("Who may do what with a partition")
struct AdministrativeRightsTests {
    private static let region = RegionCode("24")

    private static func actor(_ role: Actor.Role, _ region: RegionCode? = region, _ purposes: Set<Purpose>? = nil) -> Actor {
        Actor(
            identity: "a", name: "A", role: role, region: region, provider: nil, careUnit: nil,
            purposes: purposes ?? Set(Purpose.allCases))
    }

    /// One row for each act, one letter for each role in the order of `Actor.Role`: geneticist, pathologist, bioinformatician, laboratory
    /// scientist, physician, nurse, counsellor, steward, log reviewer, researcher, register holder, statistician, access body, patient, system.
    private static let table: [(AdministrativeAct, Purpose, String)] = [
        (.submit, .laboratoryOperation, "yyyy---y------y"),
        (.reviewLedger, .laboratoryOperation, "-------yy------"),
        (.changePolicy, .laboratoryOperation, "-------y-------"),
        (.publishBatch, .laboratoryOperation, "-------y-------"),
        (.seeNode, .laboratoryOperation, "--y----yy-----y"),
        (.recordStatement, .ownPatientCare, "yy--yyyy-----y-"),
        (.beginCare, .ownPatientCare, "yy--yyy--------"),
        (.findPerson, .ownPatientCare, "yyyyyyyy-------"),
        (.endData, .laboratoryOperation, "-------y-------"),
        (.seeOwnAccesses, .ownAccess, "-------------y-"),
        (.openAccessCase, .ownAccess, "-------------y-"),
        (.answerAccessCase, .laboratoryOperation, "--------y------"),
        (.reportObstacle, .anotherPatientsCare, "yyyyyyyyyyyyyy-"),
        (.handleObstacles, .laboratoryOperation, "-------y-------"),
        (.askRelease, .ownPatientCare, "yyyyyyyy-yyyy--"),
        (.decideRelease, .laboratoryOperation, "-------y-------"),
        (.seeKnowledge, .laboratoryOperation, "yyyyy-yy-------"),
        (.keepKnowledge, .laboratoryOperation, "yyyy-----------"),
        (.openCase, .laboratoryOperation, "yyyyyyy--------"),
        (.interpret, .laboratoryOperation, "yyyy-----------"),
        (.governInterpretations, .laboratoryOperation, "-------y-------"),
        (.seeClassifications, .ownPatientCare, "yyyyyyyy-y-----"),
        (.discussConflict, .laboratoryOperation, "yyyy-----------"),
        (.handleRecalls, .ownPatientCare, "yy--yyy--------"),
        (.prepareReport, .laboratoryOperation, "yyyy-----------"),
        (.signReport, .laboratoryOperation, "yy-------------"),
        (.readReport, .ownPatientCare, "yyyyyyy------y-"),
        (.agreeTemplate, .ownPatientCare, "yy--y----------"),
    ]

    @Test("Each act is open to its roles and to no others", arguments: table)
    func roles(_ act: AdministrativeAct, _ purpose: Purpose, _ row: String) {
        let open = Actor.Role.allCases.map { role in
            AdministrativeRights.refusal(of: act, for: Self.actor(role), purpose: purpose, in: Self.region) == nil ? "y" : "-"
        }
        #expect(open.joined() == row)
    }

    @Test("The table has a row for every act")
    func complete() { #expect(Set(Self.table.map(\.0)) == Set(AdministrativeAct.allCases)) }

    @Test("Another region's ledger is closed, and so is one's own under a purpose that the commission does not hold")
    func narrow() {
        func code(_ actor: Actor, _ purpose: Purpose) -> AdministrativeRefusal.Code? {
            AdministrativeRights.refusal(of: .reviewLedger, for: actor, purpose: purpose, in: Self.region)?.code
        }
        #expect(code(Self.actor(.logReviewer, RegionCode("12")), .laboratoryOperation) == .region)
        #expect(code(Self.actor(.logReviewer, nil), .laboratoryOperation) == .region)
        #expect(code(Self.actor(.logReviewer, Self.region, [.statistics]), .laboratoryOperation) == .commission)
        #expect(code(Self.actor(.logReviewer), .statistics) == .purpose)
        #expect(code(Self.actor(.logReviewer), .laboratoryOperation) == nil)
    }
}
