import AccessModel
import ClinicalModel
import GenomeModel
import ReportModel
import StructuredText
import Testing

@Suite("The JSON forms")
struct RoundTripTests {
    static func check<Form: ReportJSONForm>(_ value: Form, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let text = value.json.canonicalText
        let again = try Form(jsonText: text)
        #expect(again == value, sourceLocation: sourceLocation)
        #expect(again.json.canonicalText == text, sourceLocation: sourceLocation)
        #expect(try Form(jsonText: value.json.indentedText) == value, sourceLocation: sourceLocation)
        // A member that the form does not know is refused wherever it stands.
        let stranger = "{\"stranger\":1," + text.dropFirst()
        #expect(throws: ReportJSONError.self, sourceLocation: sourceLocation) { try Form(jsonText: stranger) }
        // So is the form without any one of its members that has to be there: none can be left out and read as something else.
        for member in value.json.members ?? [] {
            let rest = JSONValue(
                members: (value.json.members ?? []).filter { $0.name != member.name }.map { ($0.name, .some($0.value)) })
            if let read = try? Form(json: rest) { #expect(read != value, "\(member.name)", sourceLocation: sourceLocation) }
        }
    }

    static let method = FindingMethod(
        kind: .dnaPanel, name: "GMS560", version: "4.1", laboratory: Examples.laboratory, caller: "msisensor-pro 1.2.0",
        limitations: LocalizedText(sv: "Ser inte upprepningar.", en: "Does not see repeats."))

    static func contents() throws -> [Finding.Content] {
        let interval = try Interval.parse("17:39700064-39728658", assembly: .grch38)
        let point = Breakpoint(
            contig: given(Contig(rawValue: 2)), position: given(Position(42_295_516)), gene: "EML4", location: "exon 13",
            transcript: "NM_019063.5")
        let small = given(
            SmallVariantFinding(
                variant: Examples.variant, gene: "BRCA1", transcript: "NM_007294.4", coding: "c.68_69del",
                protein: "p.(Glu23ValfsTer17)", consequences: [.frameshift, .spliceRegion], zygosity: .heterozygous,
                alleleFraction: 0.48, depth: 212))
        let copies = given(
            CopyNumberFinding(
                assembly: .grch38, interval: interval, kind: .amplification, genes: ["ERBB2"], copies: 14.5, minorCopies: 1,
                tumourCellContent: 0.6))
        let fusion = given(
            StructuralFinding(
                assembly: .grch38, kind: .fusion, level: .rna, first: point, second: point, isInFrame: true, supportingReads: 31))
        let biomarkers: [BiomarkerFinding?] = [
            BiomarkerFinding(
                marker: .tmb, result: .measured(given(MeasuredValue(12.5, unit: "1/1000000"))), cutOff: CutOff.gms560.first),
            BiomarkerFinding(marker: .msi, result: .measured(given(MeasuredValue(3, unit: "%"))), cutOff: CutOff.gms560[2]),
            BiomarkerFinding(
                marker: .hrd, result: .measured(given(MeasuredValue(55, unit: "{score}"))), cutOff: CutOff.gms560[3]),
            BiomarkerFinding(marker: .methylationClass, result: .classified(name: "RTK II", score: 0.98)),
            BiomarkerFinding(marker: .pdl1(.cps), result: .measured(given(MeasuredValue(20, unit: "1"))), clone: "22C3"),
            BiomarkerFinding(marker: .ihc(antigen: "MLH1"), result: .word(.lost), clone: "M1"),
        ]
        return [
            .smallVariant(small), .copyNumber(copies), .structural(fusion),
            .signature(given(SignatureFinding(name: "SBS3", catalogue: "COSMIC v3.4", exposure: 0.31, mutations: 240))),
            .expression(
                given(
                    ExpressionFinding(
                        gene: "ERBB2", value: given(MeasuredValue(820, unit: "{TPM}")), direction: .over, reference: "TCGA BRCA",
                        percentile: 0.99))),
            .secondary(
                given(
                    SecondaryFinding(
                        origin: .listed, alteration: .copyNumber(copies), list: "ACMG SF v3.2", isWanted: true,
                        isConfirmedGermline: false))),
            .secondary(
                given(SecondaryFinding(origin: .incidental, alteration: .structural(fusion), isConfirmedGermline: true))),
        ] + biomarkers.compactMap { $0 }.map { .biomarker($0) }
    }

    @Test("Findings of every kind")
    func findings() throws {
        let contents = try Self.contents()
        #expect(contents.count == 13)
        for (number, content) in contents.enumerated() {
            try Self.check(
                Finding(
                    identifier: "f\(number)", content: content, method: Self.method, callSet: "cs1", specimen: "s1",
                    date: given(CivilDate("2026-11-21")),
                    notExamined: [NotExamined(.gene, "RET", .lowCoverage), NotExamined(.variantKind, "repeats", .notInAssay)]))
        }
    }

    @Test("A finding of two kinds, or of none, is refused with its place")
    func oneKind() throws {
        let content = try #require(try Self.contents().first)
        let finding = Finding(
            identifier: "f", content: content, method: Self.method, callSet: nil, specimen: "s",
            date: given(CivilDate("2026-11-21")))
        let members = finding.json.members ?? []
        let none = JSONValue(members: members.filter { $0.name != "smallVariant" }.map { ($0.name, .some($0.value)) })
        #expect(throws: ReportJSONError.self) { try Finding(json: none) }
        #expect(throws: ReportJSONError(.badValue, at: SourcePlace(line: 1, column: 10), member: "kind")) {
            try FindingMethod(jsonText: "{\"kind\": \"magic\", \"name\": \"n\", \"version\": \"1\", \"laboratory\": \"l\"}")
        }
        #expect(throws: ReportJSONError.self) { try Finding(jsonText: "{") }
    }

    @Test("Germline and somatic interpretations")
    func interpretations() throws {
        try Self.check(Examples.germline())
        try Self.check(
            GermlineInterpretation(
                variant: Examples.variant, gene: "BRCA1", condition: Examples.condition, specification: "ENIGMA 1.1",
                criteria: [
                    AppliedCriterion(
                        .ps3, at: .moderate, evidence: Examples.words,
                        references: [given(EvidenceReference(.pubMed, "30209399")), given(EvidenceReference(.doi, "10.1038/x"))],
                        isProposed: true)!
                ], basis: .judgement, pathogenicityClass: .likelyPathogenic, judgement: Examples.words))
        try Self.check(
            SomaticInterpretation(
                finding: "f1", variant: Examples.variant, genes: ["EGFR"], tumourType: TierTests.tumour,
                oncogenicity: Examples.oncogenicity("OS2 OM1 OP4"),
                actionability: [
                    TierTests.statement(.sensitivity, .oneA, escat: .oneA),
                    TierTests.statement(.prognostic, .twoD, drugs: []),
                    TierTests.statement(.resistance, .three, drugs: [], uncoded: ["newdrugib"], references: []),
                ]))
    }

    @Test("A class, a state or a sum that the content does not give is refused")
    func tampered() throws {
        let germline = Examples.germline().json.canonicalText
        #expect(throws: ReportJSONError.self) {
            try GermlineInterpretation(jsonText: germline.replacing("\"class\":\"pathogenic\"", with: "\"class\":\"benign\""))
        }
        let oncogenicity = Examples.oncogenicity("OS2 OM1").json.canonicalText
        #expect(throws: ReportJSONError.self) {
            try OncogenicityAssessment(jsonText: oncogenicity.replacing("\"points\":6", with: "\"points\":10"))
        }
        let history = try InterpretationStateTests.signedHistory().json.canonicalText
        #expect(throws: ReportJSONError.self) {
            try InterpretationHistory(jsonText: history.replacing("\"state\":\"signed\"", with: "\"state\":\"draft\""))
        }
        #expect(throws: ReportJSONError.self) {
            try InterpretationHistory(jsonText: history.replacing("\"act\":\"sign\"", with: "\"act\":\"adopt\""))
        }
        let (anna, bo) = (InterpretationStateTests.anna.identity, InterpretationStateTests.bo.identity)
        #expect(throws: ReportJSONError.self) {
            try InterpretationHistory(jsonText: history.replacing(bo, with: anna.lowercased()))
        }
        #expect(throws: ReportJSONError.self) {
            try InterpretationHistory(
                jsonText: history.replacing("\"criterion\":\"PVS1\"", with: "\"criterion\":\"PVS1\",\"proposed\":true"))
        }
    }

    @Test("Histories in every state, with proposals")
    func histories() throws {
        try Self.check(InterpretationStateTests.signedHistory())
        for state in InterpretationState.allCases { try Self.check(InterpretationStateTests.version(in: state)) }
        try Self.check(
            InterpretationStateTests.signedHistory().proposing(
                .germline(Examples.germline(isProposed: true)), by: Examples.stamp, rule: InterpretationStateTests.two))
    }

    @Test("Switches, thresholds and letters")
    func settings() throws {
        try Self.check(ProposalSwitchTests.decided)
        try Self.check(FrequencyThresholds.general)
        try Self.check(RecallLetter(name: "invitation", version: "1", text: RecallLetter.invitationText))
        for cutOff in CutOff.gms560 { try Self.check(cutOff) }
    }

    @Test("Classifications, threads and tasks in every state")
    func classifications() throws {
        try Self.check(Examples.shared(.likelyPathogenic, region: "12"))
        for state in ConflictState.allCases { try Self.check(ConflictThreadTests.thread(in: state)) }
        for state in RecallState.allCases { try Self.check(RecallTests.task(in: state)) }
    }

    @Test("Every fault has a sentence and a remedy", arguments: ReportJSONError.Code.allCases)
    func sentences(code: ReportJSONError.Code) {
        let error = ReportJSONError(code, at: SourcePlace(line: 1, column: 2), member: "m")
        #expect(error.description.hasPrefix("line 1, column 2: ") && !error.remedy.isEmpty)
    }
}
