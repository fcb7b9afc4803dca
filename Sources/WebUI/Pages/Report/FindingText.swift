internal import ClinicalModel
internal import GenomeModel
internal import ReportModel
internal import StructuredText

/// Findings in a reader's words, on every page and document.
struct FindingText {
    let language: Language

    /// What was found, in a line: `EGFR c.2573T>G p.(Leu858Arg)`, `EML4::ALK`.
    func title(_ finding: Finding) -> String { language(finding.content.name) }

    /// The same with what was measured: `TMB 12,5 mutationer per miljon baser (hög)`.
    func line(_ finding: Finding) -> String {
        switch finding.content {
        case .biomarker, .expression: ([title(finding)] + [outcome(finding)].compactMap { $0 }).joined(separator: " ")
        default: title(finding)
        }
    }

    /// What was measured, of a finding that says by itself what it means; nil for one that has to be interpreted.
    func outcome(_ finding: Finding) -> String? {
        switch finding.content {
        case .biomarker(let biomarker): result(biomarker)
        case .signature(let signature):
            PageNumber.percent(signature.exposure, decimals: 0, language)
                + language(sv: " av \(signature.mutations) mutationer", en: " of \(signature.mutations) mutations")
        case .expression(let expression): measured(expression.value) + ", " + direction(expression.direction)
        case .smallVariant, .copyNumber, .structural, .secondary: nil
        }
    }

    func kind(_ kind: Finding.Content.Kind) -> String {
        switch kind {
        case .smallVariant: language(sv: "Liten variant", en: "Small variant")
        case .copyNumber: language(sv: "Kopietal", en: "Copy number")
        case .structural: language(sv: "Strukturell variant eller fusion", en: "Structural variant or fusion")
        case .signature: language(sv: "Signatur", en: "Signature")
        case .biomarker: language(sv: "Biomarkör", en: "Biomarker")
        case .expression: language(sv: "Uttryck", en: "Expression")
        case .secondary: language(sv: "Bifynd", en: "Secondary finding")
        }
    }

    /// What is told of it besides, each in a few words.
    func details(_ finding: Finding) -> [String] {
        switch finding.content {
        case .smallVariant(let small): details(small)
        case .copyNumber(let copies): details(copies)
        case .structural(let event): details(event)
        case .signature(let signature): [signature.catalogue]
        case .biomarker(let biomarker):
            [
                biomarker.clone.map { language(sv: "klon ", en: "clone ") + $0 },
                biomarker.cutOff.map { language(sv: "gräns enligt ", en: "cut-off after ") + $0.source },
            ].compactMap { $0 }
        case .expression(let expression): [expression.reference]
        case .secondary(let secondary): details(secondary)
        }
    }

    private func details(_ small: SmallVariantFinding) -> [String] {
        [
            small.consequences.isEmpty ? nil : small.consequences.map(consequence).joined(separator: ", "),
            small.variant.description, small.transcript,
            small.zygosity.map(zygosity),
            small.alleleFraction.map {
                language(sv: "allelfraktion ", en: "allele fraction ") + PageNumber.percent($0, language)
            }, small.depth.map { language(sv: "djup \($0)", en: "depth \($0)") },
        ].compactMap { $0 }
    }

    private func details(_ copies: CopyNumberFinding) -> [String] {
        [
            copies.assembly.rawValue + ":" + copies.interval.notation,
            copies.copies.map {
                PageNumber.decimal($0, decimals: 1, language) + language(sv: " kopior", en: " copies")
            },
            copies.tumourCellContent.map {
                language(sv: "vid tumörcellshalt ", en: "at tumour cell content ")
                    + PageNumber.percent($0, decimals: 0, language)
            },
        ].compactMap { $0 }
    }

    private func details(_ event: StructuralFinding) -> [String] {
        let places = [event.first, event.second].compactMap { $0 }.map { point in
            ["\(point.contig.name):\(point.position.value)", point.location].compactMap { $0 }.joined(separator: " ")
        }
        return [
            places.joined(separator: " – "), event.level == .rna ? "RNA" : "DNA",
            event.isInFrame.map { $0 ? language(sv: "i läsram", en: "in frame") : language(sv: "ur läsram", en: "out of frame") },
            event.supportingReads.map { language(sv: "\($0) stödjande läsningar", en: "\($0) supporting reads") },
        ].compactMap { $0 }
    }

    private func details(_ secondary: SecondaryFinding) -> [String] {
        let more =
            switch secondary.alteration {
            case .smallVariant(let small): details(small)
            case .copyNumber(let copies): details(copies)
            case .structural(let event): details(event)
            }
        let confirmed =
            secondary.isConfirmedGermline
            ? language(sv: "bekräftat i normalprov", en: "confirmed in a normal sample")
            : language(sv: "inte bekräftat i normalprov", en: "not confirmed in a normal sample")
        return [confirmed] + [secondary.list].compactMap { $0 } + more
    }

    /// `12,5 mutationer per miljon baser (hög)`.
    func result(_ biomarker: BiomarkerFinding) -> String {
        let meaning = biomarker.meaning.map { " (" + word($0) + ")" } ?? ""
        return switch biomarker.result {
        case .measured(let value): measured(value) + meaning
        case .classified(let name, let score):
            name + (score.map { language(sv: ", poäng ", en: ", score ") + PageNumber.decimal($0, decimals: 2, language) } ?? "")
        case .word(let word): self.word(word)
        }
    }

    func measured(_ value: MeasuredValue) -> String {
        let decimals = value.value == value.value.rounded() ? 0 : 1
        return PageNumber.decimal(value.value, decimals: decimals, language) + unit(value.unit)
    }

    /// A UCUM unit as people write it, with the space before it.
    func unit(_ unit: String) -> String {
        switch unit {
        case "%": language(sv: "\u{A0}%", en: "%")
        case "1", "{score}": ""
        case "1/1000000": language(sv: " mutationer per miljon baser", en: " mutations per million bases")
        default: " " + unit.filter { $0 != "{" && $0 != "}" }
        }
    }

    func zygosity(_ zygosity: SmallVariantFinding.Zygosity) -> String {
        switch zygosity {
        case .heterozygous: language(sv: "heterozygot", en: "heterozygous")
        case .homozygous: language(sv: "homozygot", en: "homozygous")
        case .hemizygous: language(sv: "hemizygot", en: "hemizygous")
        case .compoundHeterozygous: language(sv: "sammansatt heterozygot", en: "compound heterozygous")
        case .mosaic: language(sv: "mosaik", en: "mosaic")
        case .homoplasmic: language(sv: "homoplasmisk", en: "homoplasmic")
        case .heteroplasmic: language(sv: "heteroplasmisk", en: "heteroplasmic")
        }
    }

    private func direction(_ direction: ExpressionFinding.Direction) -> String {
        switch direction {
        case .under: language(sv: "lågt uttryck", en: "under-expressed")
        case .usual: language(sv: "vanligt uttryck", en: "usual expression")
        case .over: language(sv: "högt uttryck", en: "over-expressed")
        }
    }

    private func word(_ meaning: CutOff.Meaning) -> String {
        switch meaning {
        case .negative: language(sv: "negativ", en: "negative")
        case .stable: language(sv: "stabil", en: "stable")
        case .low: language(sv: "låg", en: "low")
        case .grey: language(sv: "gråzon", en: "grey zone")
        case .high: language(sv: "hög", en: "high")
        case .positive: language(sv: "positiv", en: "positive")
        }
    }

    private func word(_ word: BiomarkerFinding.Word) -> String {
        switch word {
        case .positive: language(sv: "positiv", en: "positive")
        case .negative: language(sv: "negativ", en: "negative")
        case .equivocal: language(sv: "oklar", en: "equivocal")
        case .retained: language(sv: "bevarat uttryck", en: "retained")
        case .lost: language(sv: "förlorat uttryck", en: "lost")
        case .notAssessable: language(sv: "inte bedömbar", en: "not assessable")
        }
    }
}
