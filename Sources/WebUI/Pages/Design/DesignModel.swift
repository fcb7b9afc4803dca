internal import StructuredText

/// The parts that pages are made of, with their names, as whoever makes a page looks them up.
struct DesignModel: PageModel {
    /// Colours with a meaning: what became of a question in a region.
    static let states = [
        State("answered", sv: "Besvarad", en: "Answered", "Regionen har svarat.", "The region has answered."),
        State(
            "suppressed", sv: "Undertryckt", en: "Suppressed", "Svaret är för litet för att visas.",
            "The answer is too small to be shown."),
        State(
            "refused", sv: "Avböjd", en: "Refused", "Lagen eller policyn hindrar svaret.", "Law or policy prevents the answer."),
        State("late", sv: "Sen", en: "Late", "Hann inte; försök igen.", "Not in time; try again."),
        State("unreachable", sv: "Nås inte", en: "Unreachable", "Noden svarar inte.", "The node does not answer."),
    ]
    static let colours = [
        "ground", "surface", "surface-sunk", "ink", "ink-quiet", "rule", "rule-strong", "accent", "accent-soft", "focus",
    ]
    static let spaces = ["1", "2", "3", "4", "5", "6", "7"]
    static let series = ["1", "2", "3", "4", "5", "6"]

    struct State: Hashable, Sendable {
        let style: String
        let name: LocalizedText
        let meaning: LocalizedText

        init(_ style: String, sv: String, en: String, _ meaningSv: String, _ meaningEn: String) {
            self.style = style
            name = LocalizedText(sv: sv, en: en)
            meaning = LocalizedText(sv: meaningSv, en: meaningEn)
        }
    }

    var json: JSONValue {
        [
            "states": JSONValue(DesignModel.states.map(\.style)), "colours": JSONValue(DesignModel.colours),
            "spaces": JSONValue(DesignModel.spaces), "series": JSONValue(DesignModel.series),
        ]
    }

    func view(_ language: Language) -> PageView {
        func names(_ names: [String]) -> PageValue { .list(names.map { ["name": .text($0)] }) }
        var view = PageView(
            title: language(sv: "Formgivning", en: "Design system"), template: "design",
            content: [
                "states": .list(
                    DesignModel.states.map {
                        ["state": .text($0.style), "name": .text(language($0.name)), "meaning": .text(language($0.meaning))]
                    }), "colours": names(DesignModel.colours), "spaces": names(DesignModel.spaces),
                "series": .list(
                    DesignModel.series.enumerated().map { place, name in
                        ["name": .text(name), "x": .text(String(place * 60))]
                    }),
                "rows": .list(rows(language)), "figure": .text(PageNumber.whole(12_345, language)),
                "frequency": .text(PageNumber.frequency(0.00123, language)),
            ])
        view.lead = language(
            sv: "Det som sidorna är gjorda av, visat med sig självt. Namnen är klasser och variabler i samsyn.css.",
            en: "What the pages are made of, shown with itself. The names are classes and variables in samsyn.css.")
        return view
    }

    private func rows(_ language: Language) -> [PageValue] {
        zip(DesignModel.states, [412, nil, nil, nil, nil] as [Int?]).map { state, count in
            [
                "state": .text(state.style), "name": .text(language(state.name)), "meaning": .text(language(state.meaning)),
                "count": .text(count.map { PageNumber.whole($0, language) } ?? "–"),
            ]
        }
    }
}
