import AccessModel
import ClinicalModel
import Operations
import Testing

@Suite("The law in force beside the proposals")
struct RegimeComparisonTests {
    @Test("What is proposed holds if adopted, what is dated later still waits, and the rest is as it was")
    func adopted() throws {
        let law = try AccessFiles.law()
        let (today, adopted) = (law.regime(on: TestRegion.today), law.regimeIfAdopted(on: TestRegion.today))
        #expect(adopted.identifier == "sweden-if-adopted-\(TestRegion.today)")
        let differences = RegimeDifference.between(today, adopted)
        #expect(differences.count == Purpose.allCases.count)
        #expect(differences.filter { !$0.parts.isEmpty }.map(\.purpose) == [.anotherPatientsCare])
        let care = try #require(differences.first { $0.purpose == .anotherPatientsCare })
        #expect(!care.isLeftInForce && care.isRightInForce && care.parts == [.force])
        #expect(!adopted.holds(try #require(adopted.purposes[.ehdsSecondaryUse]).force))
        let opened = ConsentKind.allCases.filter { adopted.isInForce($0) && !today.isInForce($0) }
        #expect(opened == [.studyContactObjection, .precisionDatabaseObjection, .generalStudy])
        #expect(law.changes(after: TestRegion.today).map(\.description) == ["2029-03-26", "2031-03-26"])
    }

    @Test("An open policy hinders nothing that the law allows")
    func open() throws {
        let law = try AccessFiles.law()
        let regime = law.regime(on: TestRegion.today)
        let policy = Policy.open(
            region: try #require(RegionCode("24")), controller: try #require(OrganisationCode("c")), regime)
        let matrix = PolicyMatrix(policy, under: regime)
        for row in matrix.rows {
            #expect(row.cells.allSatisfy { $0.effective == (row.isInForce ? $0.law : .refused) }, "\(row.purpose)")
        }
        let closed = PolicyMatrix(.closed(region: policy.region, controller: policy.controller), under: regime)
        // Only what the law compels goes out without a policy.
        #expect(closed.rows.filter { $0.cells.contains { $0.effective > .refused } }.allSatisfy { !$0.rule.isBoundByPolicy })
    }
}
