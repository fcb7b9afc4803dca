internal import ClinicalModel
internal import GenomeModel
internal import Questions
internal import StructuredText

/// What an answer about a variant can be broken down by. Each part is asked when somebody asks for it and not before: every row of it is one
/// question more to every region.
enum VariantPart: String, Sendable, CaseIterable {
    case sex, assay, origin, diagnosis, together

    /// The rows to ask about, each with the condition that makes it. The whole answer is the row of inherited DNA.
    var rows: [(title: LocalizedText, condition: Condition)] {
        switch self {
        case .sex:
            [
                (LocalizedText(sv: "Kvinnor", en: "Women"), .sex([.female])),
                (LocalizedText(sv: "Män", en: "Men"), .sex([.male])),
            ]
        case .assay:
            [
                (LocalizedText(sv: "Panel", en: "Panel"), .assayKind([.panel])),
                (LocalizedText(sv: "Exom", en: "Exome"), .assayKind([.exome])),
                (LocalizedText(sv: "Helgenom", en: "Genome"), .assayKind([.genome])),
            ]
        case .origin: [(LocalizedText(sv: "Tumör", en: "Tumour"), .origin([.tumour]))]
        case .diagnosis: DiagnosisGroup.all.map { ($0.title, .diagnosis(.under([$0.span]))) }
        case .together: []
        }
    }

    /// Questions to every region beyond the answer itself.
    var cost: Int { self == .together ? 1 : rows.count }

    var title: LocalizedText {
        switch self {
        case .sex: LocalizedText(sv: "Efter kön", en: "By sex")
        case .assay: LocalizedText(sv: "Efter analys", en: "By assay")
        case .origin: LocalizedText(sv: "Ärftligt och tumör", en: "Germline and tumour")
        case .diagnosis: LocalizedText(sv: "Efter diagnosgrupp", en: "By diagnosis group")
        case .together: LocalizedText(sv: "Tillsammans med", en: "Seen together with")
        }
    }
}

/// A chapter of ICD-10-SE by which frequencies are shown.
struct DiagnosisGroup: Sendable {
    let title: LocalizedText
    let span: CodeSpan

    /// Chapters under which inherited variants are looked for. Somebody with several diagnoses counts in each of their groups.
    static let all: [DiagnosisGroup] = [
        ("C00", "C97", "Cancer (C00–C97)", "Cancer (C00–C97)"),
        ("D50", "D89", "Blod och immunförsvar (D50–D89)", "Blood and immune system (D50–D89)"),
        ("E00", "E90", "Ämnesomsättning (E00–E90)", "Metabolism (E00–E90)"),
        ("F00", "F99", "Psykiskt och utveckling (F00–F99)", "Mental and developmental (F00–F99)"),
        ("G00", "G99", "Nervsystemet (G00–G99)", "Nervous system (G00–G99)"),
        ("Q00", "Q99", "Medfödda missbildningar (Q00–Q99)", "Congenital malformations (Q00–Q99)"),
        ("Z80", "Z80", "Ärftlighet för cancer (Z80)", "Family history of cancer (Z80)"),
    ].compactMap { first, last, sv, en in
        guard let first = Code(.icd10, first), let last = Code(.icd10, last) else { return nil }
        guard let span = first == last ? CodeSpan(first) : CodeSpan(first, last) else { return nil }
        return DiagnosisGroup(title: LocalizedText(sv: sv, en: en), span: span)
    }
}
