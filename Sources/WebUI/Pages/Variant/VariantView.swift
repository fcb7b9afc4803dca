internal import AccessModel
internal import ClinicalModel
internal import GenomeModel
internal import Operations
internal import Questions
internal import ReportModel
internal import StructuredText

/// The answer about a variant, in one language.
struct VariantView {
    let model: VariantModel
    let language: Language

    var page: PageView {
        var page = PageView(
            title: model.variant.notation, template: "variant/answer", content: content, section: .variants)
        page.lead = lead
        page.isWide = true
        page.scripts = ["search.js"]
        return page
    }

    private var lead: String {
        let genes = model.genes.map(\.symbol).joined(separator: ", ")
        let place = genes.isEmpty ? "" : language(sv: "I ", en: "In ") + genes + ". "
        return place + model.assembly.rawValue + "."
    }

    private var content: PageValue {
        let rows = RegionRows(answer: model.answer, language: language) { region in release(region) }
        let map = rows.map(
            title: language(sv: "Sedd i varje region", en: "Seen in each region"),
            columns: [language(sv: "Region", en: "Region"), language(sv: "Svar", en: "Answer")])
        return PageValue.fields([
            "figure": NationalFigure(answer: model.answer, language: language).content,
            "consequences": ConsequenceText(annotations: model.annotations, language: language).content,
            "map": .markup(map.drawing.markup), "regions": .list(rows.rows), "regionWords": regionWords,
            "legend": .list(legend), "parts": .list(parts), "part": part, "together": together,
            "law": LawText(answer: model.answer, decisions: model.decisions, reporting: model.reporting, language: language)
                .content,
            "links": .list(
                VariantLinks(model.variant, model.assembly).all.map { ["title": .text($0.title), "address": .text($0.address)] }),
            "genes": .list(
                model.genes.map {
                    [
                        "symbol": .text($0.symbol), "name": .text($0.name),
                        "address": .text(SiteURL.stretch(.gene($0.symbol), model.query.items).path),
                    ]
                }),
            "hasGenes": .flag(!model.genes.isEmpty), "names": .list(names), "classifications": classifications,
            "search": SearchField(language: language, text: model.variant.notation, assembly: model.assembly).content,
            "asking": AskingForm(
                address: SiteURL.variant(model.variant.notation).path, scope: model.scope, patients: model.patients,
                query: model.query,
                further: [SiteURL.Item("by", model.part?.rawValue)], language: language
            ).content,
            "cost": .text(cost), "words": words,
        ])
    }

    private func release(_ region: RegionAnswer) -> SiteURL? {
        guard model.mayAskRelease else { return nil }
        return .newRelease([
            SiteURL.Item("region", region.region.description), SiteURL.Item("variant", model.variant.notation),
            SiteURL.Item("assembly", model.assembly.rawValue), SiteURL.Item("answered", region.state.rawValue),
            SiteURL.Item("patient", model.query.patient?.text),
        ])
    }

    /// What laboratories have made of it, with the conflict where there is one.
    private var classifications: PageValue {
        guard let all = model.classifications else { return .nothing }
        let bySubject = Dictionary(grouping: all, by: \.subject).sorted { $0.key < $1.key }
        let conflicts = bySubject.filter { AggregateClassification($0.value.map(\.pathogenicityClass)).isConflict }
        return [
            "title": .text(language(sv: "Laboratoriers bedömningar", en: "Laboratories' classifications")),
            "hasRows": .flag(!all.isEmpty),
            "none": .text(
                language(
                    sv: "Inget laboratorium har delat en signerad bedömning av varianten.",
                    en: "No laboratory has shared a signed classification of the variant.")),
            "columns": .list(ClassificationRows.columns(language)),
            "rows": .list(ClassificationRows.rows(all, [:], model.names, language)),
            "conflicts": .list(
                conflicts.map { subject, _ in
                    [
                        "address": .text(SiteURL.conflict(subject.variant.description, subject.condition.description).path),
                        "text": .markup(
                            Markup(escaping: language(sv: "Bedömningarna för ", en: "The classes for "))
                                + CodeText(model.names, language).markup(subject.condition)
                                + Markup(
                                    escaping: language(
                                        sv: " ligger på olika sidor om en gräns.",
                                        en: " lie on different sides of a boundary."))),
                    ]
                }),
        ]
    }

    // MARK: Breakdown

    private func address(_ part: VariantPart?) -> SiteURL {
        .variantAsked(model.variant.notation, model.query.items + [SiteURL.Item("by", part?.rawValue)])
    }

    private var parts: [PageValue] {
        VariantPart.allCases.map { part in
            [
                "title": .text(part.title.text(language)), "address": .text(address(part).path + "#part"),
                "isCurrent": .flag(part == model.part),
                "cost": .text(
                    part.cost == 1
                        ? language(sv: "1 fråga", en: "1 question")
                        : language(sv: "\(part.cost) frågor", en: "\(part.cost) questions")),
            ]
        }
    }

    private var part: PageValue {
        guard let part = model.part, part != .together else { return .nothing }
        let whole =
            part == .origin
            ? [VariantModel.Row(title: LocalizedText(sv: "Ärvt DNA", en: "Germline"), answer: model.answer)] : []
        let rows = whole + model.rows
        let bars = rows.compactMap { row -> IntervalBars.Row? in
            guard let figures = row.answer.frequency, let share = figures.alleleFrequency, let interval = figures.interval else {
                return nil
            }
            return IntervalBars.Row(
                label: row.title.text(language), value: share, lower: interval.lower, upper: interval.upper,
                text: PageNumber.frequency(share, language) + " (" + FigureText.interval(figures, language) + ")")
        }
        let title = part.title.text(language)
        let chart = IntervalBars.chart(
            "bars", title: language(sv: "Allelfrekvens \(title.lowercased())", en: "Allele frequency \(title.lowercased())"),
            description: language(
                sv: "Punkten är frekvensen, strecket 95 % konfidensintervall. Siffrorna står i tabellen under.",
                en: "The point is the frequency, the line its 95% confidence interval. The numbers stand in the table below."),
            rows: bars, columns: [language(sv: "Grupp", en: "Group"), language(sv: "Allelfrekvens", en: "Allele frequency")]
        ) { PageNumber.frequency($0, language) }
        return [
            "title": .text(title), "chart": bars.isEmpty ? .nothing : .markup(chart.drawing.markup),
            "rows": .list(rows.map { VariantView.row($0, language) }),
            "note": .text(
                part == .diagnosis
                    ? language(
                        sv: "En person med flera diagnoser räknas i var och en av grupperna.",
                        en: "Somebody with several diagnoses counts in each of the groups.") : ""),
        ]
    }

    static func row(_ row: VariantModel.Row, _ language: Language) -> PageValue {
        let figures = row.answer.frequency
        return [
            "title": .text(row.title.text(language)),
            "carriers": .text(
                figures.map { PageNumber.whole($0.carriers, language) } ?? language(sv: "Inget antal", en: "No number")),
            "covered": .text(figures.map { PageNumber.whole($0.covered, language) } ?? ""),
            "frequency": .text(figures.flatMap(\.alleleFrequency).map { PageNumber.frequency($0, language) } ?? ""),
            "interval": .text(figures.map { FigureText.interval($0, language) } ?? ""),
            "answered": .text(
                language(
                    sv: "\(row.answer.regions.count { $0.state == .answered }) av \(row.answer.regions.count)",
                    en: "\(row.answer.regions.count { $0.state == .answered }) of \(row.answer.regions.count)")),
            "missing": .text(FigureText.missing(row.answer, language)),
        ]
    }

    private var together: PageValue {
        guard let together = model.together else { return .nothing }
        let others = together.variants.filter { $0.variant != model.variant }
        return [
            "title": .text(VariantPart.together.title.text(language)), "hasRows": .flag(!others.isEmpty),
            "rows": .list(
                others.sorted { $0.figures.carriers > $1.figures.carriers }.prefix(50).map { other in
                    [
                        "variant": .text(other.variant.notation),
                        "address": .text(SiteURL.variantAsked(other.variant.notation, model.query.items).path),
                        "carriers": .text(PageNumber.whole(other.figures.carriers, language)),
                        "regions": .text(PageNumber.whole(other.regions.count, language)),
                    ]
                }),
            "missing": .text(FigureText.missing(together.answer, language)),
            "lead": .text(
                language(
                    sv: "Varianter i samma gen hos dem som bär den här. Regionerna visar bara dem som får visas.",
                    en: "Variants of the same gene in those who carry this one. Regions show only those that may be shown.")),
            "none": .text(
                language(
                    sv: "Ingen region visar någon annan variant hos dem som bär den här.",
                    en: "No region shows another variant in those who carry this one.")),
        ]
    }
}
