import AccessModel
import ClinicalModel
import GenomeModel
import ReportModel
import StructuredText
import Testing

/// A value that a test is given by its own text: the test is wrong where there is none. Macros cannot stand within each other.
enum ReportGiven {
    static func value<Value>(_ value: Value?) throws -> Value { try #require(value) }
}

/// A signed report with one finding of every kind, for the forms in which reports are given out.
enum ReportExample {
    static let words = LocalizedText(sv: "Känslig för läkemedlet åäö.", en: "Sensitive to the drug.")

    static func time(_ minutes: Int) throws -> Timestamp {
        Timestamp(milliseconds: try ReportGiven.value(Timestamp("2026-11-21T08:00:00.000Z")).milliseconds + minutes * 60_000)
    }

    static func actor(_ identity: String) -> Actor {
        Actor(
            identity: identity, name: "Åsa " + identity, role: .molecularPathologist, region: RegionCode("24"), provider: nil,
            careUnit: nil, purposes: [])
    }

    private static func finding(_ identifier: String, _ content: Finding.Content?) throws -> Finding {
        Finding(
            identifier: identifier, content: try ReportGiven.value(content),
            method: FindingMethod(
                kind: .dnaPanel, name: "GMS560", version: "4.1", laboratory: try ReportGiven.value(OrganisationCode("lab"))),
            callSet: "cs-1", specimen: "sp-1", date: try ReportGiven.value(CivilDate("2026-11-20")))
    }

    /// `referring`: an item of CIViC that the second statement names.
    static func findings(referring: String? = nil) throws -> [ReportedFinding] {
        let variant = try ReportGiven.value(VariantIdentifier("GRCh38:7-55191822-T-G"))
        let small = SmallVariantFinding(
            variant: variant, gene: "EGFR", transcript: "NM_005228.5", coding: "c.2573T>G", protein: "p.(Leu858Arg)",
            consequences: [.missense], zygosity: .heterozygous, alleleFraction: 0.31, depth: 812)
        let germline = SmallVariantFinding(
            variant: try ReportGiven.value(VariantIdentifier("GRCh38:17-43093464-G-A")), gene: "BRCA1", zygosity: .heterozygous)
        let tumour = try ReportGiven.value(Code("ONCOTREE:LUAD"))
        let action = try Actionability(
            kind: .sensitivity, tier: .oneA, escat: .oneA, drugs: [try ReportGiven.value(Code("ATC:L01EB04"))],
            tumourType: tumour,
            statement: words, references: [try ReportGiven.value(EvidenceReference(.pubMed, "32955177"))])
        let resistance = try Actionability(
            kind: .resistance, tier: .oneA, uncodedDrugs: ["X-1"], tumourType: tumour, statement: words,
            references: [try ReportGiven.value(EvidenceReference(.pubMed, "1"))]
                + [referring.flatMap { EvidenceReference(.civic, $0) }].compactMap { $0 })
        let somatic = InterpretationContent.somatic(
            try SomaticInterpretation(
                finding: "f1", variant: variant, genes: ["EGFR"], tumourType: tumour, oncogenicity: nil,
                actionability: [action, resistance]))
        let inherited = InterpretationContent.germline(
            try GermlineInterpretation(
                variant: try ReportGiven.value(VariantIdentifier("GRCh38:17-43093464-G-A")), gene: "BRCA1",
                condition: try ReportGiven.value(Code("ORPHA:145")), specification: "ACMG/AMP 2015", criteria: [],
                basis: .judgement,
                pathogenicityClass: .pathogenic, judgement: words))
        func cited(_ content: InterpretationContent, _ name: String) -> CitedInterpretation {
            CitedInterpretation(identifier: name, version: 1, state: .signed, content: content, signatures: [])
        }
        let interval = try Interval.parse("17:39700064-39728658", assembly: .grch38)
        let point = Breakpoint(
            contig: try ReportGiven.value(Contig(rawValue: 2)), position: try ReportGiven.value(Position(42_295_516)),
            gene: "EML4")
        let other = Breakpoint(
            contig: try ReportGiven.value(Contig(rawValue: 2)), position: try ReportGiven.value(Position(29_223_528)), gene: "ALK"
        )
        func marker(_ marker: BiomarkerFinding.Marker, _ value: Double, _ unit: String, _ cutOff: CutOff?) throws -> Finding
            .Content?
        {
            BiomarkerFinding(
                marker: marker, result: .measured(try ReportGiven.value(MeasuredValue(value, unit: unit))), cutOff: cutOff
            )
            .map(Finding.Content.biomarker)
        }
        return [
            ReportedFinding(
                finding: try finding("f1", small.map(Finding.Content.smallVariant)), interpretation: cited(somatic, "int-1")),
            ReportedFinding(
                finding: try finding("f2", germline.map(Finding.Content.smallVariant)), interpretation: cited(inherited, "int-2")),
            ReportedFinding(
                finding: try finding(
                    "f3",
                    CopyNumberFinding(
                        assembly: .grch38, interval: interval, kind: .amplification, genes: ["ERBB2"], copies: 14.5
                    ).map(Finding.Content.copyNumber))),
            ReportedFinding(
                finding: try finding(
                    "f4",
                    StructuralFinding(
                        assembly: .grch38, kind: .fusion, level: .rna, first: point, second: other, isInFrame: true,
                        supportingReads: 31
                    ).map(Finding.Content.structural))),
            ReportedFinding(finding: try finding("f5", try marker(.tmb, 12.5, "1/1000000", CutOff.gms560.first))),
            ReportedFinding(finding: try finding("f6", try marker(.msi, 12, "%", CutOff.gms560[1]))),
            ReportedFinding(
                finding: try finding(
                    "f7",
                    BiomarkerFinding(marker: .ihc(antigen: "MLH1"), result: .word(.lost), clone: "M1").map(
                        Finding.Content.biomarker))),
            ReportedFinding(
                finding: try finding(
                    "f8",
                    SignatureFinding(name: "SBS3", catalogue: "COSMIC v3.4", exposure: 0.31, mutations: 240).map(
                        Finding.Content.signature))),
            ReportedFinding(
                finding: try finding(
                    "f9",
                    ExpressionFinding(
                        gene: "ERBB2", value: try ReportGiven.value(MeasuredValue(120, unit: "{TPM}")), direction: .over,
                        reference: "TCGA LUAD, 515"
                    ).map(Finding.Content.expression))),
        ]
    }

    private static func item(_ key: String, _ kind: ItemKind, _ need: TemplateItem.Need = .optional, _ coding: ItemCoding? = nil)
        -> TemplateItem
    { TemplateItem(key: key, label: LocalizedText(sv: "Å " + key, en: key), kind: kind, need: need, coding: coding) }

    static func template() throws -> ReportTemplate {
        let choices = [
            ItemKind.Choice(key: "ct", label: LocalizedText(sv: "DT", en: "CT")),
            ItemKind.Choice(key: "mr", label: LocalizedText(sv: "MR", en: "MRI")),
        ]
        return try ReportGiven.value(
            ReportTemplate(
                identifier: "t", version: 1, area: .lungCancer, title: LocalizedText(sv: "Prov", en: "Test"),
                sources: [ReportTemplate.Source(title: "T", publisher: "P", address: "https://example.org")],
                sections: [
                    TemplateSection(
                        kind: .molecular, title: LocalizedText(sv: "M", en: "M"),
                        items: [
                            item("findings", .findings(Set(FindingKind.allCases)), .required),
                            item("none", .findings([.structural])),
                        ]),
                    TemplateSection(
                        kind: .radiology, title: LocalizedText(sv: "R", en: "R"),
                        items: [
                            item("size", .number(unit: "mm", lowest: 0, highest: 300)),
                            item("modality", .choice(choices, isMany: true)),
                            item("day", .date), item("missing", .text), item("type", .code(.oncotree)),
                            item("pdl1", .text, .optional, ItemCoding(.loinc, "83053-9")),
                        ]),
                    TemplateSection(
                        kind: .conclusion, title: LocalizedText(sv: "S", en: "C"), items: [item("conclusion", .text, .required)]),
                ]))
    }

    /// Of the tumour type and the condition, and none of the drug.
    static func codes() throws -> CodeHierarchies {
        let luad = try ReportGiven.value(Code("ONCOTREE:LUAD"))
        let tumours = try CodeHierarchy(
            system: .oncotree, version: "oncotree_test", terms: [luad], names: ["Lung Adenocarcinoma"], alternatives: [],
            parents: [])
        let rare = CodeNames(
            system: .orpha, version: "orpha_test",
            names: [
                (try ReportGiven.value(Code("ORPHA:145")), .both(LocalizedText(sv: "ärftlig cancer", en: "hereditary cancer")))
            ])
        return CodeHierarchies([tumours], names: [rare])
    }

    static func document(
        _ codes: CodeHierarchies = CodeHierarchies(), referring: String? = nil
    ) throws -> ReportDocument {
        let template = try template()
        let findings = try findings(referring: referring)
        let content = ReportContent(
            values: [
                "findings": .findings(findings.map(\.finding.identifier)), "none": .findings([]), "size": .number(31.5),
                "modality": .choices(["ct", "mr"]), "day": .date(try ReportGiven.value(CivilDate("2026-11-10"))),
                "missing": .notExamined(.notRequested), "type": .code(try ReportGiven.value(Code("ONCOTREE:LUAD"))),
                "conclusion": .text("Sammanfattning åäö"),
            ], findings: findings,
            citations: [
                ReportCitation(
                    finding: try ReportGiven.value(findings.first).finding.identifier, source: "civic", item: "EID1409",
                    direction: "Predictive: Supports Sensitivity/Response", scope: "egfr l858r | lung | erlotinib",
                    strengths: [ReportCitation.Strength(scale: "level", value: 4)], release: "2026-04-25"),
                ReportCitation(
                    finding: "f2", source: "clinvar", item: "17662", direction: "pathogenic", scope: "",
                    strengths: [ReportCitation.Strength(scale: "stars", value: 3)], release: "2026-02-26"),
                ReportCitation(
                    finding: "f3", source: "guideline", item: "å#her2", direction: "text 0123", scope: "", strengths: []),
            ],
            uninterpreted: Dictionary(
                uniqueKeysWithValues: findings.filter { $0.interpretation == nil && $0.finding.content.needsInterpretation }
                    .map { ($0.finding.identifier, UninterpretedReason.unknownMeaning) }))
        let subject = ReportSubject(
            region: try ReportGiven.value(RegionCode("24")), laboratory: try ReportGiven.value(OrganisationCode("lab")),
            caseName: "FALL Å",
            sex: .female, birth: YearMonth("1960-04"), orderer: OrganisationCode("clinic"),
            samples: [
                ReportSubject.Sample(name: "sp-1", kind: .ffpe, sampled: CivilDate("2026-11-01"), tumourCellContent: 0.4)
            ])
        let rule = ReportRule(needsTwoPeople: true)
        let history = try ReportHistory(
            identifier: "rep-0123456789abcdef", person: try ReportGiven.value(Pseudonym(String(repeating: "a", count: 32))),
            subject: subject, template: template, draft: content, by: actor("a"), at: try time(0)
        ).after(ReportStep(.review, by: actor("a"), at: try time(1)), by: template, rule: rule)
            .after(ReportStep(.sign, by: actor("b"), at: try time(2)), by: template, rule: rule)
        return try ReportGiven.value(
            ReportDocument(history, template: template, laboratoryName: "Laboratoriet Å", ordererName: "Kliniken", codes: codes))
    }
}
