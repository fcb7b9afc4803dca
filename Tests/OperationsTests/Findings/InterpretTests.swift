import AccessModel
import ClinicalModel
import GenomeModel
import Operations
import Records
import ReportModel
import StructuredText
import Testing

/// A region with one case of two people, and the people of its laboratory.
struct InterpretingRegion {
    let region: TestRegion
    let laboratory: OrganisationCode

    static func make(_ code: String = "24", in space: Workspace) async throws -> InterpretingRegion {
        let region = try await TestRegion.make(code, in: space)
        try await region.submit(
            "fall-1", [Someone(number: 0, genotypes: ["0/1"]), Someone(number: 1, genotypes: ["0/0", "0/1"])])
        return InterpretingRegion(
            region: region, laboratory: try #require(OrganisationCode("\(try region.controller)-GMC")))
    }

    func actor(_ name: String, _ role: Actor.Role = .clinicalGeneticist, purposes: Set<Purpose> = Set(Purpose.allCases)) throws
        -> Actor
    {
        Actor(
            identity: name, name: "Åsa \(name)", role: role, region: region.code, provider: try region.controller, careUnit: nil,
            purposes: purposes)
    }

    func access(_ actor: Actor, _ purpose: Purpose = .laboratoryOperation) throws -> CaseAccess {
        CaseAccess(partition: region.partition, law: try AccessFiles.law(), actor: actor, purpose: purpose)
    }

    static func variant(_ site: Int) throws -> VariantIdentifier {
        try #require(VariantIdentifier("GRCh38:" + TestRegion.variant(site)))
    }

    func finding(_ identifier: String = "F1", site: Int = 0, specimen: String = "B0") throws -> Finding {
        let small = SmallVariantFinding(
            variant: try InterpretingRegion.variant(site), gene: "BRCA1", consequences: [.stopGained], zygosity: .heterozygous)
        return Finding(
            identifier: identifier, content: .smallVariant(try #require(small)),
            method: FindingMethod(kind: .genome, name: "genome", version: "1", laboratory: laboratory), callSet: nil,
            specimen: specimen, date: TestRegion.today)
    }

    func content(_ found: PathogenicityClass, site: Int = 0, evidence: String = "Belägg") throws -> InterpretationContent {
        .germline(
            try GermlineInterpretation(
                variant: try InterpretingRegion.variant(site), gene: "BRCA1", condition: try #require(Code("ORPHA:145")),
                specification: "ACMG/AMP 2015", criteria: [], basis: .judgement, pathogenicityClass: found,
                judgement: LocalizedText(sv: evidence, en: evidence)))
    }

    @discardableResult
    func record(_ finding: Finding? = nil, as actor: Actor? = nil) async throws -> RecordedFinding {
        try await RecordFinding(
            try access(try actor ?? self.actor("anna")), caseName: "fall-1", laboratory: laboratory,
            finding: try finding ?? self.finding()
        ).run()
    }

    func begin(_ found: PathogenicityClass, finding: String = "F1", site: Int = 0, as actor: Actor? = nil) async throws
        -> RecordedInterpretation
    {
        try await BeginInterpretation(
            try access(try actor ?? self.actor("anna")), laboratory: laboratory, finding: finding,
            content: try content(found, site: site)
        ).run()
    }

    func work(_ name: String, _ act: InterpretationAct, as actor: Actor? = nil, words: String = "") async throws
        -> RecordedInterpretation
    {
        var work = WorkOnInterpretation(try access(try actor ?? self.actor("anna")), interpretation: name, act: act)
        work.words = words
        return try await work.run()
    }

    /// Signs a class of the first finding, as a new version where there is one.
    @discardableResult
    func sign(_ found: PathogenicityClass) async throws -> RecordedInterpretation {
        try await work(try await begin(found).history.identifier, .sign)
    }
}

@Suite("Interpreting findings")
struct InterpretTests {
    @Test("A finding is recorded, interpreted and signed, and each step is in the ledger and in the patient's list")
    func whole() async throws {
        let space = try Workspace()
        let setting = try await InterpretingRegion.make(in: space)
        let recorded = try await setting.record()
        let begun = try await setting.begin(.uncertain)
        #expect(begun.findings == [recorded] && begun.history.open?.state == .draft)
        let signed = try await setting.work(begun.history.identifier, .sign)
        #expect(signed.history.current?.signatures.map(\.person) == ["anna"])
        let partition = setting.region.partition
        #expect(
            try partition.records.classifications(of: try InterpretingRegion.variant(0)).map(\.pathogenicityClass) == [.uncertain]
        )
        let person = try setting.region.pseudonym(0)
        let processes = try partition.ledger.events(LedgerFilter(patient: person, act: .interpretation)).map(\.event.process)
        #expect(processes == ["finding record", "interpretation begin", "interpretation sign"])
        let shown = try await ShowCase(
            try setting.access(try setting.actor("anna")), laboratory: setting.laboratory, name: "fall-1"
        ).run()
        #expect(shown.findings == [recorded] && shown.members.count == 2 && shown.hidden == 0)
        #expect(shown.readings(of: recorded).map(\.history) == [signed.history])
        #expect(try await ListCases(try setting.access(try setting.actor("anna"))).run().map(\.name) == ["fall-1"])
        let listed = try partition.ledger.events(LedgerFilter(act: .recordRead)).map(\.event).filter { $0.process == "case list" }
        #expect(listed.map(\.returned) == [1] && listed.allSatisfy(\.patients.isEmpty))
        #expect(try setting.region.files(with: "BRCA1", ledger: true).allSatisfy { !$0.contains("audit") })
    }

    @Test("Where the laboratory asks for two, the second signature is another person's")
    func fourEyes() async throws {
        let space = try Workspace()
        let setting = try await InterpretingRegion.make(in: space)
        let partition = setting.region.partition
        let govern = GovernInterpretations(
            partition: partition, actor: try setting.region.steward("one"), purpose: .laboratoryOperation)
        try await govern.setSigning(of: setting.laboratory, needsTwoSignatures: true)
        try await setting.record()
        let name = try await setting.begin(.pathogenic).history.identifier
        #expect(try await setting.work(name, .sign).history.open?.state == .awaitingSecondSignature)
        await #expect(throws: InterpretationRefusal(.samePerson)) { try await setting.work(name, .sign) }
        await #expect(throws: InterpretationRefusal(.mayNotSign)) {
            try await setting.work(name, .sign, as: try setting.actor("bo", .bioinformatician))
        }
        await #expect(throws: InterpretationRefusal(.wordsMissing)) { try await setting.work(name, .sendBack) }
        #expect(try partition.records.classifications(after: 0).isEmpty)
        let signed = try await setting.work(name, .sign, as: try setting.actor("bo"))
        #expect(signed.history.current?.signatures.map(\.person) == ["anna", "bo"])
        await #expect(throws: AdministrativeRefusal.self) {
            try await GovernInterpretations(
                partition: partition, actor: try setting.actor("anna"), purpose: .laboratoryOperation
            ).setSigning(of: setting.laboratory, needsTwoSignatures: false)
        }
    }

    @Test("A proposal is made and adopted only where two stewards have decided on that version of the rules")
    func proposals() async throws {
        let space = try Workspace()
        let setting = try await InterpretingRegion.make(in: space)
        try await setting.record()
        let partition = setting.region.partition
        let node = RunningNode(
            name: "node", partitions: [setting.region.code: partition], regulations: try TestRegion.regulations.get(),
            sources: [try setting.region.source()], now: { TestRegion.noon })
        func propose() async throws -> RecordedInterpretation {
            try await ProposeInterpretation(
                try setting.access(try setting.actor("anna")), node: node, laboratory: setting.laboratory, finding: "F1",
                aim: .germline(condition: try #require(Code("ORPHA:145")), gene: nil)
            ).run()
        }
        await #expect(throws: FindingRefusal(.withheld(.notDecided))) { try await propose() }
        func govern(_ name: String) throws -> GovernInterpretations {
            GovernInterpretations(
                partition: partition, actor: try setting.region.steward(name), purpose: .laboratoryOperation)
        }
        let rules = GermlineProposal.rules
        await #expect(throws: GovernInterpretations.Refusal.groundMissing) {
            try await govern("one").propose(.shownInCare, of: rules, from: TestRegion.today, ground: " ")
        }
        try await govern("one").propose(.shownInCare, of: rules, from: TestRegion.today, ground: "RS 2026-1, validering 7")
        await #expect(throws: GovernInterpretations.Refusal.samePerson) { try await govern("one").confirm(rules) }
        await #expect(throws: FindingRefusal(.withheld(.notDecided))) { try await propose() }
        try await govern("two").confirm(rules)
        let proposed = try await propose()
        let version = try #require(proposed.history.open)
        #expect(version.state == .proposed && version.proposal?.rules == rules)
        await #expect(throws: InterpretationRefusal(.wrongState)) {
            try await setting.work(proposed.history.identifier, .sign)
        }
        let adopted = try await setting.work(proposed.history.identifier, .adopt)
        #expect(adopted.history.open?.state == .draft && adopted.history.open?.proposal?.rules == rules)
        // Switched off again from today: the later of two decisions for one day holds.
        _ = try await setting.work(proposed.history.identifier, .withdraw, words: "Nytt underlag")
        try await govern("two").propose(.researchOnly, of: rules, from: TestRegion.today, ground: "RS 2026-2")
        try await govern("one").confirm(rules)
        await #expect(throws: FindingRefusal(.withheld(.switchedOff))) { try await propose() }
    }

    @Test("Who may not see the person does nothing with the finding, and the attempt is in the ledger")
    func access() async throws {
        let space = try Workspace()
        let setting = try await InterpretingRegion.make(in: space)
        try await setting.record()
        let physician = try setting.actor("lisa", .physician)
        await #expect(throws: FindingRefusal.self) {
            try await ShowCase(
                try setting.access(physician, .ownPatientCare), laboratory: setting.laboratory, name: "fall-1"
            ).run()
        }
        let person = try setting.region.pseudonym(0)
        let last = try #require(try setting.region.partition.ledger.events(LedgerFilter(patient: person, act: .recordRead)).last)
        #expect(last.event.decision == .refused && last.event.returned == 0)
        await #expect(throws: AdministrativeRefusal.self) {
            try await setting.begin(.benign, as: physician)
        }
        let foreign = Actor(
            identity: "f", name: "F", role: .clinicalGeneticist, region: RegionCode("12"), provider: nil, careUnit: nil,
            purposes: [.laboratoryOperation])
        await #expect(throws: AdministrativeRefusal.self) { try await setting.record(as: foreign) }
        await #expect(throws: FindingRefusal(.unknownFinding)) { try await setting.begin(.benign, finding: "F9") }
    }

    @Test("Words that point somebody out, and a person whose data is not to be used, are refused")
    func words() async throws {
        let space = try Workspace()
        let setting = try await InterpretingRegion.make(in: space)
        try await setting.record()
        let number = try TestRegion.number(0)
        await #expect(throws: FindingRefusal(.text(.identityNumber, "judgement"))) {
            try await BeginInterpretation(
                try setting.access(try setting.actor("anna")), laboratory: setting.laboratory, finding: "F1",
                content: try setting.content(.benign, evidence: "Se \(number)")
            ).run()
        }
        await #expect(throws: FindingRefusal(.otherKind)) { try await setting.begin(.benign, site: 2) }
        _ = try setting.region.partition.records.stopUsing(
            try setting.region.pseudonym(0), decision: "D", time: TestRegion.noon)
        await #expect(throws: FindingRefusal(.useStopped)) { try await setting.begin(.benign) }
    }

    @Test("A destroyed person's findings and interpretations are gone from every file")
    func destruction() async throws {
        let space = try Workspace()
        let setting = try await InterpretingRegion.make(in: space)
        try await setting.record(setting.finding("spårbar-beteckning"))
        let begun = try await setting.begin(.pathogenic, finding: "spårbar-beteckning")
        _ = try await setting.work(begun.history.identifier, .sign)
        #expect(try !setting.region.files(with: "spårbar-beteckning").isEmpty)
        let faults = try await EndData(
            partition: setting.region.partition, person: try setting.region.pseudonym(0), act: .destroy, decision: "IVO 1",
            actor: "one"
        ).run()
        #expect(faults.isEmpty)
        #expect(try setting.region.files(with: "spårbar-beteckning").isEmpty)
        #expect(try setting.region.partition.records.interpretation(named: begun.history.identifier) == nil)
    }
}
