internal import ClinicalModel
internal import GenomeModel
internal import Operations
internal import Questions
internal import StructuredText

/// The answer about a structural event, in one language.
struct EventView {
    let model: EventModel
    let language: Language

    var page: PageView {
        var page = PageView(title: title, template: "variant/event", content: content, section: .variants)
        page.lead = model.assembly.rawValue + "."
        page.isWide = true
        page.scripts = ["search.js"]
        return page
    }

    private var title: String { EventText.kind(model.event).text(language) + " " + EventText.place(model.event) }

    private var content: PageValue {
        let rows = RegionRows(answer: model.answer, language: language, asksAt: { _ in nil })
        let map = rows.map(
            title: language(sv: "Sedd i varje region", en: "Seen in each region"),
            columns: [language(sv: "Region", en: "Region"), language(sv: "Svar", en: "Answer")])
        return PageValue.fields([
            "search": SearchField(language: language, text: model.event.notation, assembly: model.assembly).content,
            "asking": AskingForm(
                address: SiteURL.eventAsked(model.event.notation, []).path, scope: model.scope, patients: model.patients,
                query: model.query, further: model.items.filter { $0.name == "origin" }, language: language
            ).content,
            "figure": NationalFigure(answer: model.answer, language: language).content,
            "facts": .list(facts.map { ["name": .text($0.0), "value": .text($0.1)] }),
            "origins": .list(origins), "map": .markup(map.drawing.markup), "regions": .list(rows.rows),
            "regionWords": RegionTableWords.content(language), "hasGenes": .flag(!model.genes.isEmpty),
            "genes": .list(
                model.genes.prefix(40).map {
                    [
                        "symbol": .text($0.symbol), "name": .text($0.name),
                        "address": .text(SiteURL.stretch(.gene($0.symbol), model.query.items).path),
                    ]
                }),
            "surroundings": .optional(surroundings?.path),
            "law": LawText(answer: model.answer, decisions: model.decisions, reporting: model.reporting, language: language)
                .content, "words": words,
        ])
    }

    private var facts: [(String, String)] {
        let event = model.event
        let all = [
            (language(sv: "Slag", en: "Kind"), EventText.kind(event).text(language)),
            (language(sv: "Plats", en: "Place"), EventText.place(event)),
            (language(sv: "Längd", en: "Length"), EventText.length(event, language)),
            (language(sv: "Gener", en: "Genes"), EventText.genes(event)),
            (language(sv: "Skrivsätt", en: "Notation"), event.notation),
        ]
        return all.filter { !$0.1.isEmpty }
    }

    private var origins: [PageValue] {
        Origin.allCases.map { origin in
            let item = SiteURL.Item("origin", origin == .germline ? nil : origin.rawValue)
            return [
                "title": .text(
                    origin == .germline ? language(sv: "Ärvt DNA", en: "Germline") : language(sv: "Tumör", en: "Tumour")),
                "address": .text(SiteURL.eventAsked(model.event.notation, model.query.items + [item]).path),
                "isCurrent": .flag(origin == model.origin),
            ]
        }
    }

    /// The stretch in which it lies, where that is short enough to be looked at.
    private var surroundings: SiteURL? {
        guard let interval = model.event.interval, interval.last.value - interval.first.value < 5_000_000 else { return nil }
        let reach = Interval(
            contig: interval.contig, first: Position(max(1, Int(interval.first.value) - 10_000)) ?? interval.first,
            last: Position(min(model.assembly.length(of: interval.contig), Int(interval.last.value) + 10_000)) ?? interval.last)
        return reach.flatMap {
            $0.last.value - $0.first.value < 5_000_000 ? .stretch(.range($0.notation), model.query.items) : nil
        }
    }

    private var words: PageValue {
        [
            "national": .text(language(sv: "I landet", en: "Nationally")),
            "byRegion": .text(language(sv: "I regionerna", en: "By region")),
            "event": .text(language(sv: "Händelsen", en: "The event")),
            "genes": .text(language(sv: "Berörda gener", en: "Genes it touches")),
            "origin": .text(language(sv: "Ursprung", en: "Origin")),
            "surroundings": .text(language(sv: "Se vad som finns omkring", en: "See what lies around it")),
            "matching": .text(
                language(
                    sv:
                        "Räknas gör alla som bär en händelse som stämmer med den här: samma verkan, brytpunkter högst 10 000 baser isär (insertioner 25) och minst 60 % gemensam sträcka. Bara den vars strukturvarianter har lämnats in, med en analys som kunde ha visat händelsen, ingår i nämnaren.",
                    en:
                        "Everybody counts who carries an event that matches this one: the same effect, breakpoints at most 10,000 bases apart (insertions 25), and at least 60% of the joint span shared. The denominator holds only those whose structural calls were submitted, with an assay that could have shown the event."
                )),
            "method": .text(
                language(sv: "Konfidensintervallet är Wilsons (1927).", en: "The confidence interval is Wilson's (1927).")),
        ]
    }
}
