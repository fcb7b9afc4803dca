internal import ClinicalModel
internal import Records
internal import ReportModel
internal import StructuredText

/// The editor's form: every criterion with its strength, what speaks for it and where that can be read.
struct InterpretationFormView {
    let model: InterpretationModel
    let language: Language

    private var before: InterpretationContent? { model.version?.content }

    /// What was sent, else what stands there.
    private func value(_ name: String, _ known: String?) -> String {
        model.sent.map { $0[name] ?? "" } ?? model.stated[name] ?? known ?? ""
    }

    var content: PageValue {
        let address: SiteURL =
            switch model.subject {
            case .new(let laboratory, let name):
                .findingInterpretation(laboratory, name, model.finding.finding.identifier)
            case .known(let recorded): .interpretationSteps(recorded.history.identifier)
            }
        let isNew = model.version == nil
        return PageValue.fields([
            "title": .text(
                isNew
                    ? language(sv: "Ny tolkning", en: "New interpretation") : language(sv: "Ändra utkastet", en: "Edit the draft")
            ),
            "address": .text(address.path), "act": .text(isNew ? "begin" : "edit"), "kind": .text(model.kind.rawValue),
            "fields": .list(model.kind == .germline ? germlineFields : somaticFields),
            "criteriaTitle": .text(
                model.kind == .germline
                    ? language(sv: "Kriterier (ACMG/AMP 2015)", en: "Criteria (ACMG/AMP 2015)")
                    : language(sv: "Onkogenicitet (ClinGen/CGC/VICC 2022)", en: "Oncogenicity (ClinGen/CGC/VICC 2022)")),
            "criteriaLead": .text(
                language(
                    sv:
                        "Varje kriterium som används behöver belägg. Källor skrivs pubmed:25741868 eller doi:10.1038/gim.2015.30.",
                    en:
                        "Each criterion that is used needs evidence. Sources are written pubmed:25741868 or doi:10.1038/gim.2015.30."
                )),
            "groups": .list(model.kind == .germline ? germlineGroups : somaticGroups),
            "words": [
                "evidence": .text(language(sv: "Belägg", en: "Evidence")),
                "sources": .text(language(sv: "Källor", en: "Sources")),
                "confirm": .text(language(sv: "Beräknat: jag bekräftar det", en: "Computed: I confirm it")),
            ],
            "basis": model.kind == .germline ? basis : .nothing, "statements": model.kind == .somatic ? statements : .nothing,
            "switch": switchKind, "send": .text(language(sv: "Spara som utkast", en: "Save as a draft")),
        ])
    }

    private func field(_ name: String, _ title: String, _ known: String?, hint: String = "", isRequired: Bool = false)
        -> PageValue
    {
        [
            "name": .text(name), "title": .text(title), "value": .text(value(name, known)), "hint": .text(hint),
            "isRequired": .flag(isRequired),
        ]
    }

    private var switchKind: PageValue {
        guard case .new(let laboratory, let name) = model.subject, model.finding.finding.content.smallVariant != nil else {
            return .nothing
        }
        let other = model.kind == .germline ? "somatic" : "germline"
        let address = SiteURL.findingInterpretation(laboratory, name, model.finding.finding.identifier).path
        return [
            "address": .text(address + SiteURL.query(["kind": other])),
            "text": .text(
                model.kind == .germline
                    ? language(sv: "Tolka som tumörförändring", en: "Interpret as a tumour's alteration")
                    : language(sv: "Tolka som ärftlig variant", en: "Interpret as an inherited variant")),
        ]
    }

    // MARK: Inherited

    private var germline: GermlineInterpretation? {
        if case .germline(let content)? = before { return content }
        return nil
    }

    private var germlineFields: [PageValue] {
        [
            field(
                "gene", language(sv: "Gen", en: "Gene"), germline?.gene ?? model.finding.finding.content.smallVariant?.gene,
                hint: "BRCA1", isRequired: true),
            field(
                "condition", language(sv: "Tillstånd (ORPHA, OMIM)", en: "Condition (ORPHA, OMIM)"),
                germline?.condition.description, hint: "ORPHA:145", isRequired: true),
            field(
                "specification", language(sv: "Regelverk", en: "Specification"), germline?.specification ?? "ACMG/AMP 2015",
                isRequired: true),
        ]
    }

    private var germlineGroups: [PageValue] {
        ACMGCriterion.Direction.allCases.map { direction in
            [
                "title": .text(
                    direction == .pathogenic
                        ? language(sv: "Talar för patogen", en: "Towards pathogenic")
                        : language(sv: "Talar för benign", en: "Towards benign")),
                "rows": .list(ACMGCriterion.allCases.filter { $0.direction == direction }.map(row)),
            ]
        }
    }

    private func row(_ criterion: ACMGCriterion) -> PageValue {
        let known = germline?.criteria.first { $0.criterion == criterion }
        let chosen = EvidenceStrength(rawValue: value("strength-\(criterion.rawValue)", known?.strength.rawValue))
        return [
            "code": .text(criterion.rawValue), "text": .text(criterion.text.text(language)), "isGraded": true,
            "strengthText": .text(language(sv: "Styrka", en: "Strength")),
            "strengths": FormChoice.options(
                EvidenceStrength.allCases.filter(criterion.mayBeUsed), chosen: chosen,
                none: language(sv: "används inte", en: "not used")
            ) { strength in
                strength.name.text(language) + (strength.points.map { " (\($0))" } ?? "")
            },
            "evidence": .text(value("evidence-\(criterion.rawValue)", known?.evidence.text(language))),
            "sources": .text(
                value("references-\(criterion.rawValue)", known.map { InterpretationWords.references($0.references) })),
            "isProposed": .flag(known?.isProposed ?? false), "isOpen": .flag(chosen != nil),
        ]
    }

    private var basis: PageValue {
        let chosen = GermlineInterpretation.Basis(rawValue: value("basis", germline?.basis.rawValue)) ?? .combiningRules
        let view = InterpretationView(model: model, language: language)
        return [
            "title": .text(language(sv: "Klassen vilar på", en: "The class rests on")),
            "choices": .list(
                GermlineInterpretation.Basis.allCases.map { FormChoice.option($0.rawValue, view.basis($0), $0 == chosen) }),
            "classText": .text(language(sv: "Klass, vid egen bedömning", en: "Class, for a judgement of one's own")),
            "classes": FormChoice.options(
                PathogenicityClass.allCases,
                chosen: PathogenicityClass(rawValue: value("class", germline?.pathogenicityClass.rawValue)),
                none: language(sv: "beräknas", en: "computed")
            ) { "\($0.number) – \($0.name.text(language))" },
            "judgementText": .text(language(sv: "Skäl för den egna bedömningen", en: "Reason of the judgement")),
            "judgement": .text(value("judgement", germline?.judgement?.text(language))),
        ]
    }

    // MARK: Tumours

    private var somatic: SomaticInterpretation? {
        if case .somatic(let content)? = before { return content }
        return nil
    }

    private var somaticFields: [PageValue] {
        [
            field(
                "gene", language(sv: "Gen", en: "Gene"), somatic?.genes.first ?? model.finding.finding.content.smallVariant?.gene,
                hint: "EGFR"),
            field(
                "tumour-type", language(sv: "Tumörform (OncoTree)", en: "Tumour type (OncoTree)"), somatic?.tumourType.value,
                hint: "LUAD", isRequired: true),
        ]
    }

    private var somaticGroups: [PageValue] {
        guard model.finding.finding.content.smallVariant != nil else { return [] }
        func group(_ title: String, _ rows: [OncogenicityCriterion]) -> PageValue {
            ["title": .text(title), "rows": .list(rows.map(row))]
        }
        return [
            group(
                language(sv: "Talar för onkogen", en: "Towards oncogenic"),
                OncogenicityCriterion.allCases.filter { $0.points > 0 }),
            group(
                language(sv: "Talar för benign", en: "Towards benign"), OncogenicityCriterion.allCases.filter { $0.points < 0 }),
        ]
    }

    private func row(_ criterion: OncogenicityCriterion) -> PageValue {
        let known = somatic?.oncogenicity?.criteria.first { $0.criterion == criterion }
        let isUsed = !value("use-\(criterion.rawValue)", known.map { _ in "yes" }).isEmpty
        return [
            "code": .text(criterion.rawValue), "text": .text(criterion.text.text(language)), "isGraded": false,
            "useText": .text(language(sv: "Används (\(criterion.points))", en: "Used (\(criterion.points))")),
            "isUsed": .flag(isUsed), "evidence": .text(value("evidence-\(criterion.rawValue)", known?.evidence.text(language))),
            "sources": .text(
                value("references-\(criterion.rawValue)", known.map { InterpretationWords.references($0.references) })),
            "isProposed": .flag(known?.isProposed ?? false), "isOpen": .flag(isUsed),
        ]
    }

    private var statements: PageValue {
        [
            "title": .text(
                language(sv: "Klinisk betydelse (AMP/ASCO/CAP, ESCAT)", en: "Actionability (AMP/ASCO/CAP, ESCAT)")),
            "words": [
                "kind": .text(language(sv: "Vad", en: "What")), "tier": .text(language(sv: "Nivå", en: "Tier")),
                "drugs": .text(language(sv: "Läkemedel (ATC eller namn, komma emellan)", en: "Drugs (ATC or name, with commas)")),
                "statement": .text(language(sv: "Utsaga", en: "Statement")),
                "sources": .text(language(sv: "Källor", en: "Sources")),
            ],
            "rows": .list((0..<InterpretationForm.statementRows).map(statement)),
        ]
    }

    private func statement(_ row: Int) -> PageValue {
        let known = somatic.flatMap { $0.actionability.indices.contains(row) ? $0.actionability[row] : nil }
        let drugs = known.map { ($0.drugs.map(\.description) + $0.uncodedDrugs).joined(separator: ", ") }
        return [
            "row": .text(String(row)),
            "kinds": FormChoice.options(
                Actionability.Kind.allCases, chosen: Actionability.Kind(rawValue: value("kind-\(row)", known?.kind.rawValue)),
                none: "–"
            ) { InterpretationView.title($0, language) },
            "tiers": FormChoice.options(
                AMPTier.allCases, chosen: AMPTier(rawValue: value("tier-\(row)", known?.tier.rawValue)), none: "–"
            ) { $0.rawValue },
            "escats": FormChoice.options(
                ESCATTier.allCases, chosen: ESCATTier(rawValue: value("escat-\(row)", known?.escat?.rawValue)), none: "–"
            ) { $0.rawValue },
            "drugs": .text(value("drugs-\(row)", drugs)),
            "statement": .text(value("statement-\(row)", known?.statement.text(language))),
            "sources": .text(value("statement-references-\(row)", known.map { InterpretationWords.references($0.references) })),
        ]
    }
}
