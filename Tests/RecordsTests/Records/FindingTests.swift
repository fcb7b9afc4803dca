import AccessModel
import ClinicalModel
import GRDB
import GenomeModel
import Records
import ReportModel
import StructuredText
import Testing

/// A laboratory's findings and interpretations, one thing at a time.
enum FoundExample {
    static let variant = "GRCh38:17-43093464-G-A"

    static func finding(
        _ identifier: String, specimen: String = "s1", variant: String = FoundExample.variant, gene: String = "BRCA1",
        depth: Int? = nil
    ) throws -> Finding {
        let small = SmallVariantFinding(
            variant: try #require(VariantIdentifier(variant)), gene: gene, zygosity: .heterozygous, depth: depth)
        return Finding(
            identifier: identifier, content: .smallVariant(try #require(small)),
            method: FindingMethod(kind: .dnaPanel, name: "panel", version: "1", laboratory: try Example.unit("lab")),
            callSet: nil, specimen: specimen, date: try Example.date("2026-02-01"),
            notExamined: [NotExamined(.gene, "PMS2", .lowCoverage)])
    }

    static func actor(_ name: String, _ role: Actor.Role = .clinicalGeneticist) throws -> Actor {
        Actor(
            identity: name, name: "Åsa \(name)", role: role, region: try Example.region("24"),
            provider: try Example.unit("region-24"), careUnit: nil, purposes: Set(Purpose.allCases))
    }

    static func content(_ found: PathogenicityClass, variant: String = FoundExample.variant) throws -> InterpretationContent {
        .germline(
            try GermlineInterpretation(
                variant: try #require(VariantIdentifier(variant)), gene: "BRCA1", condition: try #require(Code("ORPHA:145")),
                specification: "ACMG/AMP 2015", criteria: [], basis: .judgement, pathogenicityClass: found,
                judgement: LocalizedText(sv: "Bedömning åäö", en: "Judgement")))
    }

    static let rule = SigningRule(needsTwoSignatures: false)

    static func begin(
        _ records: RecordsDatabase, _ finding: RecordedFinding, _ found: PathogenicityClass, name: String = "int-1"
    ) throws -> RecordedInterpretation {
        let content = try content(found)
        return try records.interpret(
            finding.id, subject: content.subject, in: finding.laboratory, of: Example.region("24"), at: Example.time
        ) { known in
            try known?.opening(content, by: try actor("a"), at: Example.time, rule: rule)
                ?? InterpretationHistory(
                    identifier: name, laboratory: finding.laboratory, draft: content, by: try actor("a"), at: Example.time,
                    rule: rule)
        }
    }

    static func take(_ records: RecordsDatabase, _ act: InterpretationAct, name: String = "int-1", words: String = "") throws
        -> RecordedInterpretation
    {
        try records.change(interpretation: name, of: Example.region("24"), at: Example.time) { known in
            try known.history.after(
                InterpretationStep(act, by: try actor("a"), at: Example.time, words: words), rule: rule)
        }
    }
}

@Suite("Findings and interpretations in the records")
struct FindingTests {
    private static func filled() throws -> (RecordsDatabase, OrganisationCode) {
        let records = try Example.database()
        for number in 1...2 { try Example.submit(number, to: records) }
        return (records, try Example.unit("lab"))
    }

    @Test("A finding comes back as it was given, and the same one again is one")
    func roundTrip() throws {
        let (records, laboratory) = try Self.filled()
        let findings = [try FoundExample.finding("f1"), try FoundExample.finding("f2", specimen: "s2")]
        let recorded = try records.recordFindings(findings, caseName: "fall-1", laboratory: laboratory, at: Example.time)
        #expect(recorded.map(\.finding) == findings)
        #expect(try recorded.map(\.pseudonym) == [Example.pseudonym(1), Example.pseudonym(2)])
        try records.recordFindings(findings, caseName: "fall-1", laboratory: laboratory, at: Example.time)
        #expect(try records.findings(ofCase: "fall-1", laboratory: laboratory) == recorded)
        #expect(try records.findings(ofPerson: Example.pseudonym(1)) == [recorded[0]])
        #expect(try records.findings(ofCase: "other", laboratory: laboratory).isEmpty)
        let cases = try records.laboratoryCases()
        #expect(cases.first { $0.name == "fall-1" }?.findings == 2 && cases.first { $0.name == "fall-1" }?.people == 2)
    }

    @Test("What says something else takes the place, and interpretations follow the same variant only")
    func replacing() throws {
        let (records, laboratory) = try Self.filled()
        let first = try records.recordFindings(
            [FoundExample.finding("f1")], caseName: "c", laboratory: laboratory, at: Example.time)
        _ = try FoundExample.begin(records, try #require(first.first), .uncertain)
        let deeper = try FoundExample.finding("f1", depth: 300)
        let second = try records.recordFindings([deeper], caseName: "c", laboratory: laboratory, at: Example.time)
        #expect(try records.findings(ofCase: "c", laboratory: laboratory) == second && second[0].id != first[0].id)
        #expect(try records.interpretation(named: "int-1")?.findings == second)
        let other = try FoundExample.finding("f1", variant: "GRCh38:17-43093464-G-T")
        let third = try records.recordFindings([other], caseName: "c", laboratory: laboratory, at: Example.time)
        #expect(try records.findings(ofCase: "c", laboratory: laboratory) == third)
        #expect(try records.interpretation(named: "int-1")?.findings == [])
        #expect(throws: RecordsError(.specimenOfAnotherPerson, place: "s2")) {
            try records.recordFindings(
                [FoundExample.finding("f1", specimen: "s2")], caseName: "c", laboratory: laboratory, at: Example.time)
        }
    }

    @Test("A specimen, a call set and a laboratory that nobody knows are refused, and nothing is written")
    func unknown() throws {
        let (records, laboratory) = try Self.filled()
        let good = try FoundExample.finding("f1")
        #expect(throws: RecordsError(.unknownSpecimen, place: "s9")) {
            try records.recordFindings(
                [good, FoundExample.finding("f2", specimen: "s9")], caseName: "c", laboratory: laboratory, at: Example.time)
        }
        #expect(throws: RecordsError.self) {
            try records.recordFindings([good], caseName: "c", laboratory: Example.unit("clinic"), at: Example.time)
        }
        let foreign = Finding(
            identifier: "f3", content: good.content, method: good.method, callSet: "c2", specimen: "s1", date: good.date)
        #expect(throws: RecordsError(.unknownCallSet, place: "c2")) {
            try records.recordFindings([foreign], caseName: "c", laboratory: laboratory, at: Example.time)
        }
        #expect(try records.findings(ofCase: "c", laboratory: laboratory).isEmpty)
    }

    @Test("Every step of an interpretation is kept, and two cases of one laboratory share it")
    func history() throws {
        let (records, laboratory) = try Self.filled()
        let found = try records.recordFindings(
            [FoundExample.finding("f1")], caseName: "c1", laboratory: laboratory, at: Example.time)[0]
        let other = try records.recordFindings(
            [FoundExample.finding("f2", specimen: "s2")], caseName: "c2", laboratory: laboratory, at: Example.time)[0]
        _ = try FoundExample.begin(records, found, .uncertain)
        let signed = try FoundExample.take(records, .sign)
        #expect(signed.history.current?.number == 1)
        let reopened = try FoundExample.begin(records, other, .pathogenic)
        #expect(reopened.findings == [found, other] && reopened.history.open?.number == 2)
        let resigned = try FoundExample.take(records, .sign)
        #expect(resigned.history.versions.map(\.state) == [.superseded, .signed])
        #expect(try records.interpretations(ofCase: "c2", laboratory: laboratory) == [resigned])
        #expect(try records.interpretation(of: FoundExample.content(.benign).subject, laboratory: laboratory) == resigned)
        #expect(throws: InterpretationRefusal(.wrongState)) { try FoundExample.take(records, .sign) }
        #expect(throws: RecordsError(.unknownInterpretation, place: "int-9")) {
            try FoundExample.take(records, .sign, name: "int-9")
        }
        let shared = try records.classifications(after: 0).map(\.arrived.classification?.pathogenicityClass)
        #expect(shared == [.uncertain, .pathogenic])
        _ = try FoundExample.take(records, .withdraw, words: "Fel prov")
        #expect(try records.classifications(after: 2).map(\.arrived.classification) == [nil])
        #expect(try records.classifications(of: #require(VariantIdentifier(FoundExample.variant))).isEmpty)
    }

    @Test(
        "Nothing that was found or said is changed or taken away",
        arguments: [
            "UPDATE finding SET content = '{}'", "UPDATE finding SET caseName = 'x'", "DELETE FROM finding",
            "UPDATE interpretationVersion SET content = '{}'", "DELETE FROM interpretationVersion",
            "DELETE FROM interpretation", "DELETE FROM interpretationFinding", "UPDATE interpretation SET subject = 'x'",
            "DELETE FROM classification", "UPDATE classification SET content = NULL",
        ])
    func triggers(_ sql: String) throws {
        let (records, laboratory) = try Self.filled()
        let found = try records.recordFindings(
            [FoundExample.finding("f1")], caseName: "c", laboratory: laboratory, at: Example.time)[0]
        _ = try FoundExample.begin(records, found, .uncertain)
        _ = try FoundExample.take(records, .sign)
        #expect(throws: DatabaseError.self) { try records.database.write { try $0.execute(sql: sql) } }
    }

    /// One person's finding with a signed interpretation, and another's with none.
    private static func filledWithTwo() throws -> (records: RecordsDatabase, laboratory: OrganisationCode, other: RecordedFinding)
    {
        let (records, laboratory) = try filled()
        let own = try records.recordFindings(
            [FoundExample.finding("f1")], caseName: "c1", laboratory: laboratory, at: Example.time)[0]
        let other = try records.recordFindings(
            [FoundExample.finding("f2", specimen: "s2")], caseName: "c2", laboratory: laboratory, at: Example.time)[0]
        _ = try FoundExample.begin(records, own, .uncertain)
        _ = try FoundExample.take(records, .sign)
        return (records, laboratory, other)
    }

    @Test("A destroyed person's findings go, with the interpretations that were about nobody else")
    func destruction() throws {
        let (records, laboratory, other) = try Self.filledWithTwo()
        try records.destroy(Example.pseudonym(1), decision: "IVO 1", time: Example.time)
        #expect(try records.interpretation(named: "int-1") == nil)
        #expect(try records.findings(ofCase: "c1", laboratory: laboratory).isEmpty)
        #expect(try records.classifications(of: #require(VariantIdentifier(FoundExample.variant))).isEmpty)
        _ = try FoundExample.begin(records, other, .uncertain, name: "int-2")
        #expect(try records.interpretation(named: "int-2")?.findings == [other])
        try records.destroy(Example.pseudonym(2), decision: "IVO 2", time: Example.time)
        #expect(try records.database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM finding") } == 0)
        #expect(try records.database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM interpretationVersion") } == 0)
    }

    @Test("An interpretation that another person's finding carries stays")
    func shared() throws {
        let (records, _, other) = try Self.filledWithTwo()
        _ = try FoundExample.begin(records, other, .pathogenic)
        try records.destroy(Example.pseudonym(1), decision: "IVO 1", time: Example.time)
        #expect(try records.interpretation(named: "int-1")?.findings == [other])
    }
}
