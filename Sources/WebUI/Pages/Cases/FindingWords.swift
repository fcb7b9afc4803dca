internal import ClinicalModel
internal import GenomeModel
internal import ReportModel
internal import StructuredText

/// Findings and interpretations in a reader's words.
enum FindingWords {
    /// What was found, in a line: `BRCA1 c.68_69del p.(Glu23ValfsTer17)`.
    static func title(_ content: Finding.Content, _ language: Language) -> String {
        switch content {
        case .smallVariant(let found):
            return small(found)
        case .copyNumber(let found):
            return ([found.kind.rawValue] + found.genes).joined(separator: " ")
        case .structural(let found):
            return found.fusionName ?? [found.first.gene, found.second?.gene].compactMap { $0 }.joined(separator: ", ")
        case .signature(let found): return found.name
        case .biomarker(let found): return marker(found.marker, language) + " " + result(found.result, language)
        case .expression(let found): return "\(found.gene) \(found.direction.rawValue)"
        case .secondary(let found):
            let alteration: Finding.Content =
                switch found.alteration {
                case .smallVariant(let small): .smallVariant(small)
                case .copyNumber(let copies): .copyNumber(copies)
                case .structural(let structural): .structural(structural)
                }
            return title(alteration, language) + " (" + language(sv: "bifynd", en: "secondary") + ")"
        }
    }

    private static func small(_ found: SmallVariantFinding) -> String {
        let named = [found.gene, found.coding, found.protein].compactMap { $0 }
        return named.count > 1
            ? named.joined(separator: " ") : (named + [found.variant.variant.notation]).joined(separator: " ")
    }

    private static func marker(_ marker: BiomarkerFinding.Marker, _ language: Language) -> String {
        switch marker {
        case .tmb: "TMB"
        case .msi: "MSI"
        case .hrd: "HRD"
        case .methylationClass: language(sv: "Metyleringsklass", en: "Methylation class")
        case .pdl1(let scoring): "PD-L1 " + scoring.rawValue.uppercased()
        case .ihc(let antigen): antigen
        }
    }

    private static func result(_ result: BiomarkerFinding.Result, _ language: Language) -> String {
        switch result {
        case .measured(let value): "\(value.value) \(value.unit)"
        case .classified(let name, _): name
        case .word(let word): word.rawValue
        }
    }

    static func kind(_ kind: Finding.Content.Kind, _ language: Language) -> String {
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

    /// What an interpretation's version says, in a line.
    static func verdict(_ content: InterpretationContent, _ language: Language) -> String {
        switch content {
        case .germline(let content):
            return
                "\(content.pathogenicityClass.number) – \(content.pathogenicityClass.name.text(language)), \(content.condition)"
        case .somatic(let content):
            let tier = content.highestTier.map { language(sv: "nivå ", en: "tier ") + $0.rawValue }
            let words = [content.oncogenicity?.oncogenicityClass.name.text(language), tier, content.tumourType.description]
            return words.compactMap { $0 }.joined(separator: ", ")
        }
    }

    /// How the style sheet colours a state, in the words of the regions' answers.
    static func key(_ state: InterpretationState) -> String {
        switch state {
        case .signed: "answered"
        case .awaitingSecondSignature: "late"
        case .proposed: "suppressed"
        case .draft, .superseded: "unreachable"
        case .withdrawn: "refused"
        }
    }

    static func references(_ references: [EvidenceReference]) -> String {
        references.map { "\($0.source.rawValue):\($0.identifier)" }.joined(separator: " ")
    }
}
