internal import ClinicalModel
internal import GenomeModel
internal import StructuredText

/// The choices above the list of a stretch.
struct StretchFilterForm {
    let model: StretchModel
    let language: Language

    var content: PageValue {
        let names = ["region", "origin", "zygosity", "most", "impact", "page"]
        let kept = (model.query.items + model.filter.items).filter { $0.value != nil && !names.contains($0.name) }
        return [
            "address": .text(model.address().pathOnly),
            "kept": .list(kept.map { ["name": .text($0.name), "value": .text($0.value ?? "")] }),
            "fields": .list([impact, frequency, zygosity, origin, region]),
        ]
    }

    private func field(_ name: String, _ title: String, _ options: [(String, String)], current: String) -> PageValue {
        [
            "name": .text(name), "title": .text(title),
            "options": .list(
                options.map { ["value": .text($0.0), "title": .text($0.1), "isCurrent": .flag($0.0 == current)] }),
        ]
    }

    private var impact: PageValue {
        field(
            "impact", language(sv: "Påverkan", en: "Impact"),
            [
                ("", language(sv: "Alla", en: "All")), ("HIGH", language(sv: "Hög (HIGH)", en: "HIGH")),
                ("MODERATE", language(sv: "Minst måttlig (MODERATE)", en: "MODERATE or higher")),
                ("LOW", language(sv: "Minst låg (LOW)", en: "LOW or higher")),
            ], current: model.filter.impact?.name ?? "")
    }

    private var frequency: PageValue {
        let any = language(sv: "Alla", en: "All")
        return field(
            "most", language(sv: "Frekvens", en: "Frequency"),
            [("", any)]
                + StretchFilter.limits.map {
                    (
                        $0.word,
                        language(sv: "Högst ", en: "At most ")
                            + PageNumber.percent($0.value, decimals: $0.value < 0.01 ? 1 : 0, language)
                    )
                },
            current: StretchFilter.limits.first { $0.value == model.filter.most }?.word ?? "")
    }

    private var zygosity: PageValue {
        field(
            "zygosity", language(sv: "Kopior", en: "Copies"),
            [
                ("", language(sv: "Alla", en: "All")), ("homozygous", language(sv: "Någon har två", en: "Somebody has two")),
                ("heterozygous", language(sv: "Ingen har två", en: "Nobody has two")),
            ], current: model.filter.zygosity?.rawValue ?? "")
    }

    private var origin: PageValue {
        field(
            "origin", language(sv: "Ursprung", en: "Origin"),
            [("germline", language(sv: "Ärvt", en: "Germline")), ("tumour", language(sv: "Tumör", en: "Tumour"))],
            current: model.filter.origin.rawValue)
    }

    private var region: PageValue {
        field(
            "region", language(sv: "Region", en: "Region"),
            [("", language(sv: "Alla", en: "All"))] + model.regions.map { ($0.description, RegionRows.name($0)) },
            current: model.filter.region?.description ?? "")
    }
}
