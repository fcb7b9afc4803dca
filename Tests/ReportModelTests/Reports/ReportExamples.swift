import AccessModel
import ClinicalModel
import GenomeModel
import ReportModel
import StructuredText

/// A small template and reports made by it.
enum ReportExamples {
    static func words(_ text: String) -> LocalizedText { LocalizedText(sv: text, en: text) }

    static func item(
        _ key: String, _ kind: ItemKind, _ need: TemplateItem.Need = .required, coding: ItemCoding? = nil
    ) -> TemplateItem {
        TemplateItem(key: key, label: words(key), kind: kind, need: need, coding: coding)
    }

    static let choices = [
        ItemKind.Choice(key: "yes", label: words("Ja")), ItemKind.Choice(key: "no", label: words("Nej")),
    ]

    static let template = given(
        ReportTemplate(
            identifier: "test", version: 1, area: .lungCancer, title: words("Prov på svar"),
            sources: [ReportTemplate.Source(title: "T", publisher: "P", address: "https://example.org")],
            sections: [
                TemplateSection(
                    kind: .molecular, title: words("Molekylärt"),
                    items: [
                        item("variants", .findings([.smallVariant])),
                        item("tmb", .biomarker("tmb"), .optional, coding: ItemCoding(.loinc, "94076-7")),
                        item("secondary", .findings([.secondary]), .optional),
                    ]),
                TemplateSection(
                    kind: .pathology, title: words("Patologi"),
                    items: [
                        item("cells", .number(unit: "%", lowest: 0, highest: 100)),
                        item("stained", .choice(choices, isMany: false)),
                        item("markers", .choice(choices, isMany: true), .optional),
                        item("stain", .text, .conditional(on: "stained", among: ["yes"])),
                        item("type", .code(.oncotree), .optional), item("day", .date, .optional),
                    ]),
            ]))

    static func small(_ identifier: String = "f1", gaps: [NotExamined] = []) -> Finding {
        Finding(
            identifier: identifier,
            content: .smallVariant(
                given(SmallVariantFinding(variant: Examples.variant, gene: "BRCA1", coding: "c.68_69del", alleleFraction: 0.4))),
            method: RoundTripTests.method, callSet: "cs-1", specimen: "sp-1", date: given(CivilDate("2026-11-20")),
            notExamined: gaps)
    }

    static func biomarker(_ identifier: String = "f2") -> Finding {
        Finding(
            identifier: identifier,
            content: .biomarker(
                given(
                    BiomarkerFinding(
                        marker: .tmb, result: .measured(given(MeasuredValue(12.5, unit: "1/1000000"))),
                        cutOff: CutOff.gms560.first))),
            method: RoundTripTests.method, callSet: "cs-1", specimen: "sp-1", date: given(CivilDate("2026-11-20")))
    }

    static func secondary(isWanted: Bool?) -> Finding {
        let variant = given(SmallVariantFinding(variant: Examples.otherVariant, gene: "BRCA2"))
        return Finding(
            identifier: "f3",
            content: .secondary(
                given(
                    SecondaryFinding(
                        origin: .incidental, alteration: .smallVariant(variant), isWanted: isWanted, isConfirmedGermline: true))),
            method: RoundTripTests.method, callSet: nil, specimen: "sp-1", date: given(CivilDate("2026-11-20")))
    }

    static func interpretation(_ state: InterpretationState = .signed, version: Int = 1) -> CitedInterpretation {
        CitedInterpretation(
            identifier: "int-1", version: version, state: state, content: .germline(Examples.germline()), signatures: [])
    }

    static let counts = NationalCounts(
        asked: Examples.time(0),
        figures: NationalCounts.Figures(
            carriers: 3, covered: 900, people: 1000, alleleCount: 3, alleleNumber: 1800),
        regions: [
            NationalCounts.Region(region: given(RegionCode("24")), state: .answered),
            NationalCounts.Region(region: given(RegionCode("01")), state: .late),
        ], dataRelease: "01:7")

    static let complete = ReportContent(
        values: [
            "variants": .findings(["f1"]), "tmb": .findings(["f2"]), "cells": .number(40), "stained": .choices(["yes"]),
            "stain": .text("Färgad"), "type": .code(given(Code("ONCOTREE:LUAD"))), "day": .date(given(CivilDate("2026-11-19"))),
            "markers": .choices(["yes", "no"]),
        ],
        findings: [
            ReportedFinding(finding: small(), interpretation: interpretation(), counts: counts),
            ReportedFinding(finding: biomarker()),
        ],
        notExamined: [NotExamined(.gene, "ALK", .lowCoverage)],
        citations: [
            ReportCitation(
                finding: "f1", source: "civic", item: "EID1409", direction: "Predictive", scope: "BRCA1",
                strengths: [ReportCitation.Strength(scale: "level", value: 4)])
        ])

    static let person = given(Pseudonym(String(repeating: "a", count: 32)))

    static let subject = ReportSubject(
        region: given(RegionCode("24")), laboratory: Examples.laboratory, caseName: "case-1",
        sex: .female, birth: YearMonth("1960-04"),
        orderer: given(OrganisationCode("SE-clinic")),
        samples: [
            ReportSubject.Sample(name: "sp-1", kind: .ffpe, sampled: CivilDate("2026-11-10"), tumourCellContent: 0.4)
        ])

    static func history(_ content: ReportContent = complete) throws -> ReportHistory {
        try ReportHistory(
            identifier: "rep-1", person: person, subject: subject, template: template, draft: content,
            by: InterpretationStateTests.anna,
            at: Examples.time(0))
    }

    static func step(
        _ act: ReportAct, by actor: Actor = InterpretationStateTests.anna, at minutes: Int = 60, words: String = "skäl"
    ) -> ReportStep { ReportStep(act, by: actor, at: Examples.time(minutes), words: words) }

    static let rule = ReportRule(needsTwoPeople: true)

    static func signed() throws -> ReportHistory {
        try history().after(step(.review, at: 1), by: template, rule: rule)
            .after(step(.sign, by: InterpretationStateTests.bo, at: 2), by: template, rule: rule)
    }
}
