internal import GenomeModel
internal import Questions
internal import StructuredText

/// What came of a search that does not lead to one page: nothing written yet, or nothing that can be asked.
struct SearchModel: PageModel {
    let text: String
    let assembly: Assembly
    /// Nil before anything was written.
    let found: SearchText?

    var json: JSONValue {
        let trouble = trouble
        return JSONValue(members: [
            ("text", JSONValue(.string(text))), ("assembly", JSONValue(.string(assembly.rawValue))),
            ("message", trouble.map { JSONValue(.string($0.message.en)) }),
            ("remedy", trouble.map { JSONValue(.string($0.remedy.en)) }),
            ("choices", JSONValue(choices.map(\.symbol))),
        ])
    }

    /// Why the search leads nowhere.
    var trouble: (message: LocalizedText, remedy: LocalizedText)? {
        switch found {
        case .unclear(let trouble, _): (trouble.message, trouble.remedy)
        case .dbSNP:
            (
                LocalizedText(
                    sv: "Det är ett nummer ur dbSNP. Plattformen har ingen kopia av dbSNP och kan inte slå upp det.",
                    en: "This is a number of dbSNP. The platform has no copy of dbSNP and cannot look it up."),
                LocalizedText(
                    sv: "Slå upp numret där och skriv varianten som kromosom-position-REF-ALT.",
                    en: "Look the number up there, and write the variant as contig-position-REF-ALT.")
            )
        case .classification:
            (
                LocalizedText(
                    sv:
                        "Det är en klassificering. Regionerna har inte lämnat några klassificeringar till plattformen ännu, så det finns inget att söka i.",
                    en:
                        "This is a classification. The regions have not given the platform any classifications yet, so there is nothing to search."
                ),
                LocalizedText(
                    sv: "Sök efter varianten, och följ länken till ClinVar från dess sida.",
                    en: "Search for the variant, and follow the link to ClinVar from its page.")
            )
        case .variant, .gene, .range, .consequence, .event, nil: nil
        }
    }

    private var choices: [GeneLocus] {
        guard case .unclear(_, let genes) = found else { return [] }
        return genes
    }

    func view(_ language: Language) -> PageView {
        let trouble = trouble
        var page = PageView(
            title: language(sv: "Sök variant", en: "Search for a variant"), template: "variant/search",
            content: [
                "search": SearchField(language: language, text: text, assembly: assembly).content,
                "trouble": trouble.map {
                    ["message": .text($0.message.text(language)), "remedy": .text($0.remedy.text(language))]
                } ?? .nothing,
                "hasChoices": .flag(!choices.isEmpty), "choicesTitle": .text(language(sv: "Menade du", en: "Did you mean")),
                "choices": .list(
                    choices.map {
                        ["title": .text($0.symbol), "note": .text($0.name), "address": .text(SiteURL.gene($0.symbol).path)]
                    }),
                "understoodTitle": .text(language(sv: "Vad fältet förstår", en: "What the field understands")),
                "whatText": .text(language(sv: "Vad", en: "What")),
                "exampleText": .text(language(sv: "Till exempel", en: "For example")),
                "understood": .list(SearchModel.understood(language)),
                "releases": .text(SiteURL.releases.path),
                "releasesText": .text(language(sv: "Begäranden till regioner", en: "Requests to regions")),
            ], section: .variants)
        page.scripts = ["search.js"]
        page.lead = language(
            sv: "Hur ofta en variant har setts, i varje region och i landet.",
            en: "How often a variant has been seen, in each region and nationally.")
        return page
    }

    private static func understood(_ language: Language) -> [PageValue] {
        let examples: [(LocalizedText, String, SiteURL?)] = [
            (LocalizedText(sv: "Variant som i VCF", en: "Variant as in VCF"), "17-43106487-A-C", .variant("17-43106487-A-C")),
            (
                LocalizedText(sv: "HGVS, genomisk", en: "HGVS, genomic"), "NC_000017.11:g.43106487A>C",
                .variantSearch(query: "NC_000017.11:g.43106487A>C")
            ),
            (
                LocalizedText(sv: "SPDI", en: "SPDI"), "NC_000017.11:43106486:A:C",
                .variantSearch(query: "NC_000017.11:43106486:A:C")
            ),
            (
                LocalizedText(sv: "Variant i GRCh37", en: "Variant in GRCh37"), "GRCh37 17-41258504-A-C",
                .variantSearch(query: "GRCh37 17-41258504-A-C")
            ),
            (LocalizedText(sv: "Gen: symbol, HGNC eller Ensembl", en: "Gene: symbol, HGNC or Ensembl"), "BRCA1", .gene("BRCA1")),
            (LocalizedText(sv: "Intervall", en: "Range"), "17:43100000-43110000", .variantSearch(query: "17:43100000-43110000")),
            (
                LocalizedText(sv: "Ändring i en gens protein eller transkript", en: "Change in a gene's protein or transcript"),
                "BRCA1:p.Cys61Gly", .variantSearch(query: "BRCA1:p.Cys61Gly")
            ),
            (
                LocalizedText(sv: "Strukturvariant", en: "Structural variant"), "17:43100000-43110000 DEL",
                .variantSearch(query: "17:43100000-43110000 DEL")
            ),
            (
                LocalizedText(
                    sv: "Nummer ur dbSNP: känns igen men kan inte slås upp",
                    en: "Number of dbSNP: recognised, and cannot be looked up"),
                "rs80357906", nil
            ),
            (
                LocalizedText(
                    sv: "Klassificering: känns igen, men inga finns ännu",
                    en: "Classification: recognised, and there are none yet"),
                language(sv: "patogen", en: "pathogenic"), nil
            ),
        ]
        return examples.map { what, example, address in
            ["what": .text(what.text(language)), "example": .text(example), "address": .optional(address?.path)]
        }
    }
}
