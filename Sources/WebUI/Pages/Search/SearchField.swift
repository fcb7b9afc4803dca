internal import GenomeModel
internal import StructuredText

/// The one field of search, as the template `parts/search` shows it.
struct SearchField {
    let language: Language
    var text = ""
    var assembly = Assembly.grch38

    var content: PageValue {
        [
            "address": .text(SiteURL.variantSearch(query: nil).path), "suggest": .text(SiteURL.suggestions(query: nil).path),
            "label": .text(language(sv: "Variant, gen eller intervall", en: "Variant, gene or range")), "text": .text(text),
            "assemblyText": .text(language(sv: "Referensgenom", en: "Assembly")),
            "assemblies": .list(
                Assembly.allCases.reversed().map { ["value": .text($0.rawValue), "isCurrent": .flag($0 == assembly)] }),
            "send": .text(language(sv: "Sök", en: "Search")),
            "hint": .text(
                language(
                    sv: "Till exempel 17-43093464-G-A, NC_000017.11:g.43093464G>A, BRCA1 eller 17:43044295-43125364.",
                    en: "For example 17-43093464-G-A, NC_000017.11:g.43093464G>A, BRCA1 or 17:43044295-43125364.")),
        ]
    }
}
