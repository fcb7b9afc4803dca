internal import AccessModel
internal import ClinicalModel
internal import GenomeModel
internal import Operations
internal import Questions
internal import ReportModel
internal import StructuredText

/// How often a variant is seen: in the country, in each region, and by one thing more where that was asked for.
struct VariantModel: PageModel {
    struct Row: Sendable {
        let title: LocalizedText
        let answer: Answer
    }

    let variant: Variant
    let assembly: Assembly
    /// Genes that it lies in.
    let genes: [GeneLocus]
    let answer: Answer
    /// By region, of those that decided.
    let decisions: [RegionCode: Decision]
    /// What the regions' annotations say of it.
    let annotations: [VariantAnnotation]
    let part: VariantPart?
    /// Of `part`, but for what is seen together.
    let rows: [Row]
    let together: GatherVariants.Gathered?
    let query: AskingQuery
    let scope: SearchScope
    let patients: PatientChoice
    /// Whether whoever looks may ask a region for more.
    let mayAskRelease: Bool
    /// Every laboratory's that the own region knows of; nil where whoever looks may not see them.
    let classifications: [SharedClassification]?
    /// Of the conditions of these.
    let names: NamedCodes
    let reporting: RefusalReporting?

    /// What the page has asked every region.
    var questions: Int { 1 + (part?.cost ?? 0) }

    var json: JSONValue {
        JSONValue(members: [
            ("variant", JSONValue(.string(variant.notation))), ("assembly", JSONValue(.string(assembly.rawValue))),
            ("spdi", JSONValue(.string(variant.spdi(assembly)))), ("genes", JSONValue(genes.map(\.symbol))),
            ("scope", JSONValue(.string(scope.rawValue))), ("questions", JSONValue(questions)), ("answer", answer.json()),
            ("consequences", JSONValue(annotations.map(\.json))),
            ("interval", answer.frequency?.interval?.json), ("by", part.map { JSONValue(.string($0.rawValue)) }),
            (
                "rows",
                JSONValue(
                    rows.map { row in
                        ["title": JSONValue(.string(row.title.en)), "answer": row.answer.json()] as JSONValue
                    })
            ),
            ("together", together.map { JSONValue($0.variants.map(\.json)) }),
            ("classifications", classifications.map { JSONValue($0.map(\.json)) }),
            ("links", JSONValue(VariantLinks(variant, assembly).all.map(\.address))),
        ])
    }

    func view(_ language: Language) -> PageView { VariantView(model: self, language: language).page }
}

extension ProportionInterval {
    var json: JSONValue { ["lower": JSONValue(lower), "upper": JSONValue(upper)] }
}

extension NationalVariant {
    var json: JSONValue {
        [
            "variant": JSONValue(.string(variant.notation)), "figures": figures.json,
            "regions": JSONValue(regions.map(\.region.description)), "consequences": JSONValue(annotations.map(\.json)),
        ]
    }
}

/// For whose sake somebody can ask: the people in their care, where the purpose is one patient's care.
struct PatientChoice: Sendable {
    let isNeeded: Bool
    let chosen: Pseudonym?
    let choices: [Pseudonym]
}

/// What others say of a variant. Addresses only: nothing is fetched, and nothing is told to them before somebody follows one.
struct VariantLinks: Sendable {
    let all: [(title: String, address: String)]

    init(_ variant: Variant, _ assembly: Assembly) {
        let is38 = assembly == .grch38
        let term = "\(variant.contig.name)[chr] AND \(variant.position.value)[\(is38 ? "chrpos38" : "chrpos37")]"
        all = [
            ("ClinVar", "https://www.ncbi.nlm.nih.gov/clinvar/" + SiteURL.query([SiteURL.Item("term", term)])),
            (
                "gnomAD",
                "https://gnomad.broadinstitute.org/variant/" + SiteURL.escaped(variant.notation)
                    + SiteURL.query([SiteURL.Item("dataset", is38 ? "gnomad_r4" : "gnomad_r2_1")])
            ),
        ]
    }
}
