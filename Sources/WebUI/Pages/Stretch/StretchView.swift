internal import AccessModel
internal import ClinicalModel
internal import GenomeModel
internal import Operations
internal import Questions
internal import StructuredText

/// The variants along a gene or a range, in one language.
struct StretchView {
    let model: StretchModel
    let language: Language

    var page: PageView {
        var page = PageView(
            title: model.gene?.symbol ?? model.interval.notation, template: "variant/stretch", content: content,
            section: .variants)
        page.lead = model.gene.map(\.name) ?? model.assembly.rawValue
        page.isWide = true
        page.scripts = ["search.js"]
        return page
    }

    private var content: PageValue {
        let rows = RegionRows(answer: model.gathered.answer, language: language, asksAt: { _ in nil }, showsFigures: false)
        return PageValue.fields([
            "search": SearchField(language: language, text: model.name.text, assembly: model.assembly).content,
            "gene": facts,
            "asking": AskingForm(
                address: model.address().pathOnly, scope: model.scope, patients: model.patients, query: model.query,
                further: model.filter.items, language: language
            ).content,
            "summary": .text(summary), "cut": .optional(cut), "hasVariants": .flag(!model.listed.isEmpty),
            "chart": model.listed.isEmpty ? .nothing : .markup(chart.drawing.markup), "caption": .text(caption),
            "filter": StretchFilterForm(model: model, language: language).content,
            "events": StretchEvents(model: model, language: language).content,
            "columns": .list(columns), "hasRows": .flag(!model.shown.isEmpty), "rows": .list(model.shown.map(row)),
            "shown": .text(shown), "paging": paging,
            "vcf": .text(model.address({ _ in }, [SiteURL.Item("download", "vcf")]).path),
            "tsv": .text(model.address({ _ in }, [SiteURL.Item("download", "tsv")]).path),
            "none": .text(
                language(
                    sv: "Ingen region visar någon variant här. En variant som saknas kan vara för sällsynt för att visas.",
                    en: "No region shows a variant here. A variant that is missing may be too rare to be shown.")),
            "regions": .list(rows.rows), "regionWords": RegionTableWords.content(language),
            "cost": .text(
                language(
                    sv:
                        "Varje visning är två frågor till varje region, en om varianter och en om strukturvarianter, och står i deras loggar. Det som har visats tidigare kostar inget av skyddet för enskilda.",
                    en:
                        "Every look is two questions to every region, one about variants and one about structural events, and stands in their ledgers. What was shown before uses up nothing of the protection of individuals."
                )),
            "law": LawText(
                answer: model.gathered.answer, decisions: model.decisions, reporting: model.reporting, language: language
            ).content, "words": words,
        ])
    }

    private var facts: PageValue {
        var facts: [(String, String)] = [
            (language(sv: "Plats", en: "Place"), model.interval.notation + " (" + model.assembly.rawValue + ")")
        ]
        if let gene = model.gene {
            if !gene.identifier.isEmpty { facts.append(("HGNC", gene.identifier)) }
            if !gene.ensembl.isEmpty { facts.append(("Ensembl", gene.ensembl)) }
            if !gene.transcript.isEmpty { facts.append(("MANE Select", gene.transcript)) }
        } else if !model.genes.isEmpty {
            facts.append((language(sv: "Gener", en: "Genes"), model.genes.prefix(20).map(\.symbol).joined(separator: ", ")))
        }
        return [
            "facts": .list(facts.map { ["name": .text($0.0), "value": .text($0.1)] }),
            "note": .text(
                model.gene == nil ? "" : language(sv: "Genens plats efter MANE 1.0.", en: "The gene's place after MANE 1.0.")),
        ]
    }

    private var summary: String {
        let answered = model.gathered.answer.regions.count { $0.state == .answered }
        let count = PageNumber.whole(model.gathered.variants.count, language)
        let missing = FigureText.missing(model.gathered.answer, language)
        return language(
            sv: "\(count) varianter från \(answered) av \(model.gathered.answer.regions.count) regioner.",
            en: "\(count) variants from \(answered) of \(model.gathered.answer.regions.count) regions.")
            + (missing.isEmpty ? "" : " " + language(sv: "Övriga: ", en: "The others: ") + missing + ".")
            + " "
            + language(
                sv: "Varianter som är för sällsynta för att visas ingår inte.",
                en: "Variants too rare to be shown are not included.")
    }

    private var cut: String? {
        model.gathered.isCut
            ? language(
                sv:
                    "Någon region har fler varianter än vad som hämtas för en sida. Välj ett kortare intervall, eller ladda ner hela listan.",
                en:
                    "A region has more variants than are fetched for one page. Choose a shorter range, or download the whole list."
            )
            : nil
    }

    private var caption: String {
        let exons =
            model.gene != nil && model.exons.isEmpty
            ? " " + language(sv: "Exoner finns inte inlästa på den här noden.", en: "Exons are not loaded at this node.") : ""
        return language(
            sv:
                "Höjden är allelfrekvensen (logaritmisk skala). Rund: bara i en kopia. Fyrkantig: någon har två kopior. Siffrorna står i listan.",
            en:
                "The height is the allele frequency (logarithmic scale). Round: in one copy only. Square: somebody has two copies. The numbers stand in the list."
        )
            + exons
    }

    private var chart: Chart {
        let lollipop = Lollipop(
            span: Int(model.interval.first.value)...Int(model.interval.last.value),
            exons: model.exons.map { Int($0.first.value)...Int($0.last.value) },
            isForward: model.gene?.strand.map { $0 == .forward },
            heads: model.listed.map { national in
                Lollipop.Head(
                    position: Int(national.variant.position.value), frequency: national.figures.alleleFrequency ?? 0,
                    isInTwoCopies: national.figures.homozygous > 0)
            })
        let title = language(sv: "Varianter längs ", en: "Variants along ") + model.name.text
        return lollipop.chart(
            "lollipop", title: title, description: summary,
            columns: [language(sv: "Plats", en: "Place"), language(sv: "Allelfrekvens", en: "Allele frequency")],
            position: { PageNumber.whole($0, language) },
            share: { share in PageNumber.percent(share, decimals: share >= 0.01 ? 0 : share >= 0.001 ? 1 : 2, language) })
    }

    private var shown: String {
        let first = (model.page - 1) * StretchFilter.pageLength + 1
        return language(
            sv: "Visar \(first)–\(first + model.shown.count - 1) av \(PageNumber.whole(model.listed.count, language)).",
            en: "Showing \(first)–\(first + model.shown.count - 1) of \(PageNumber.whole(model.listed.count, language)).")
    }

    // MARK: Table

    private var columnTitles: [String] {
        [
            language(sv: "Variant", en: "Variant"), language(sv: "Konsekvens", en: "Consequence"),
            language(sv: "Bärare", en: "Carriers"),
            language(sv: "Kunde ha setts hos", en: "Could have been seen in"), "AC / AN",
            language(sv: "Allelfrekvens", en: "Allele frequency"), language(sv: "Homozygota", en: "Homozygous"),
            language(sv: "Regioner", en: "Regions"),
        ]
    }

    private var columns: [PageValue] {
        let orders: [StretchFilter.Order?] = [.position, nil, .carriers, .covered, nil, .frequency, .homozygous, nil]
        return zip(columnTitles, orders).enumerated().map { place, column in
            let (title, order) = column
            let isCurrent = order == model.filter.order
            // The second choice of a column turns it round; numbers begin with the largest.
            let descends = isCurrent ? !model.filter.isDescending : order != .position
            return [
                "title": .text(title), "kind": .text((2...6).contains(place) ? "number" : ""),
                "address": .optional(
                    order.map { order in
                        model.address {
                            $0.order = order
                            $0.isDescending = descends
                        }.path
                    }),
                "sorted": isCurrent && order != nil ? .text(model.filter.isDescending ? "descending" : "ascending") : .nothing,
            ]
        }
    }

    private func row(_ national: NationalVariant) -> PageValue {
        let figures = national.figures
        let name = national.variant.notation
        return [
            "variant": .text(name.count > 48 ? String(name.prefix(45)) + "…" : name),
            "address": .text(SiteURL.variantAsked(name, model.query.items).path),
            "consequence": .text(ConsequenceText.short(national.annotations)),
            "carriers": .text(PageNumber.whole(figures.carriers, language)),
            "covered": .text(PageNumber.whole(figures.covered, language)),
            "alleles": .text(
                PageNumber.whole(figures.alleleCount, language) + " / " + PageNumber.whole(figures.alleleNumber, language)),
            "frequency": .text(figures.alleleFrequency.map { PageNumber.frequency($0, language) } ?? ""),
            "homozygous": .text(PageNumber.whole(figures.homozygous, language)),
            "regions": .text(national.regions.map { RegionTiles.shortName($0.region) }.joined(separator: ", ")),
        ]
    }

    private var paging: PageValue {
        guard model.pages > 1 else { return .nothing }
        let near = Set([1, model.pages] + (max(1, model.page - 2)...min(model.pages, model.page + 2)))
        return [
            "label": .text(language(sv: "Sidor", en: "Pages")),
            "pages": .list(
                near.sorted().map { page in
                    [
                        "title": .text(String(page)), "address": .text(model.address { $0.page = page }.path),
                        "isCurrent": .flag(page == model.page),
                    ]
                }),
        ]
    }

    private var words: PageValue {
        [
            "variants": .text(language(sv: "Längs kromosomen", en: "Along the chromosome")),
            "list": .text(language(sv: "Varianterna", en: "The variants")), "filter": .text(language(sv: "Visa", en: "Show")),
            "download": .text(language(sv: "Ladda ner listan:", en: "Download the list:")),
        ]
    }
}
