internal import ClinicalModel
internal import GenomeModel
internal import Operations
internal import Questions
internal import StructuredText

/// The structural events of a stretch, in one language: a lane along the chromosome, and a list.
struct StretchEvents {
    let model: StretchModel
    let language: Language

    /// What is listed on the page; all of them are drawn.
    private static let most = 100

    var content: PageValue {
        guard let gathered = model.events else { return .nothing }
        let events = gathered.events
        let missing = FigureText.missing(gathered.answer, language)
        return [
            "title": .text(language(sv: "Strukturvarianter", en: "Structural variants")), "hasRows": .flag(!events.isEmpty),
            "chart": events.isEmpty ? .nothing : .markup(chart(events).drawing.markup),
            "rows": .list(events.prefix(StretchEvents.most).map(row)),
            "cut": .text(
                events.count > StretchEvents.most
                    ? language(
                        sv: "De första \(StretchEvents.most) av \(events.count) visas.",
                        en: "The first \(StretchEvents.most) of \(events.count) are shown.") : ""),
            "none": .text(
                language(
                    sv: "Ingen region visar någon strukturvariant här. En som saknas kan vara för sällsynt för att visas.",
                    en: "No region shows a structural variant here. One that is missing may be too rare to be shown.")),
            "missing": .text(missing.isEmpty ? "" : language(sv: "Övriga regioner: ", en: "Other regions: ") + missing + "."),
            "lead": .text(
                language(
                    sv:
                        "Varje rad står för de händelser som stämmer med den i regionen; hur vanlig den är i landet står på dess egen sida.",
                    en:
                        "Each row stands for the events that match it in the region; how often it is seen nationally stands on its own page."
                )),
            "event": .text(language(sv: "Händelse", en: "Event")), "place": .text(language(sv: "Plats", en: "Place")),
            "length": .text(language(sv: "Längd", en: "Length")), "carriers": .text(language(sv: "Bärare", en: "Carriers")),
            "covered": .text(language(sv: "Kunde ha setts hos", en: "Could have been seen in")),
            "regions": .text(language(sv: "Regioner", en: "Regions")),
        ]
    }

    private func row(_ national: NationalEvent) -> PageValue {
        let event = national.event
        let genes = EventText.genes(event)
        return [
            "address": .text(address(event).path),
            "event": .text(EventText.kind(event).text(language) + (genes.isEmpty ? "" : " " + genes)),
            "place": .text(EventText.place(event)), "length": .text(EventText.length(event, language)),
            "carriers": .text(PageNumber.whole(national.figures.carriers, language)),
            "covered": .text(PageNumber.whole(national.figures.covered, language)),
            "regions": .text(national.regions.map { RegionTiles.shortName($0.region) }.joined(separator: ", ")),
        ]
    }

    private func address(_ event: StructuralEvent) -> SiteURL {
        let origin = SiteURL.Item("origin", model.filter.origin == .germline ? nil : model.filter.origin.rawValue)
        return .eventAsked(event.notation, model.query.items + [origin])
    }

    private func chart(_ events: [NationalEvent]) -> Chart {
        let span = Int(model.interval.first.value)...Int(model.interval.last.value)
        let title = language(sv: "Strukturvarianter längs ", en: "Structural variants along ") + model.name.text
        let bars = events.flatMap { national in
            StretchEvents.spans(national.event, model.interval).map { place in
                EventLanes.Bar(
                    span: place, kind: EventLanes.Bar.Kind(national.event),
                    label: EventText.kind(national.event).text(language) + " " + EventText.place(national.event),
                    value: FigureText.carriers(national.figures, language))
            }
        }
        return EventLanes(span: span, bars: bars).chart(
            "events", title: title,
            description: language(
                sv: "\(events.count) händelser; siffrorna står i listan under.",
                en: "\(events.count) events; the numbers stand in the list below."),
            columns: [language(sv: "Händelse", en: "Event"), language(sv: "Bärare", en: "Carriers")],
            position: { PageNumber.whole($0, language) })
    }

    /// The parts of an event that lie in the stretch: a span cut at its ends, or each breakpoint.
    private static func spans(_ event: StructuralEvent, _ interval: Interval) -> [ClosedRange<Int>] {
        let (low, high) = (Int(interval.first.value), Int(interval.last.value))
        if event.kind.hasSpan {
            let first = max(low, Int(event.first.position.value))
            return [first...max(first, min(high, Int(event.second.position.value)))]
        }
        let places = [event.first, event.second].filter {
            $0.contig == interval.contig && $0.position >= interval.first && $0.position <= interval.last
        }
        return Set(places.map { Int($0.position.value) }).sorted().map { $0...$0 }
    }
}

extension NationalEvent {
    var json: JSONValue {
        [
            "event": JSONValue(.string(event.notation)), "kind": JSONValue(.string(event.kind.symbol)), "figures": figures.json,
            "regions": JSONValue(regions.map(\.region.description)),
        ]
    }
}
