internal import AccessModel
internal import StructuredText

/// The glossary, what numbers mean, and the keys.
struct HelpModel: PageModel {
    let role: Actor.Role?

    var json: JSONValue { ["glossary": HelpModel.json(Glossary.words), "numbers": HelpModel.json(Glossary.numbers)] }

    private static func json(_ entries: [Glossary.Entry]) -> JSONValue {
        JSONValue(
            entries.map { entry in
                [
                    "sv": JSONValue(.string(entry.term.sv)), "en": JSONValue(.string(entry.term.en)),
                    "meaning": [
                        "sv": JSONValue(.string(entry.meaning.sv)), "en": JSONValue(.string(entry.meaning.en)),
                    ],
                ] as JSONValue
            })
    }

    func view(_ language: Language) -> PageView {
        let words = Glossary.words.sorted { SortingText.isBefore(language($0.term), language($1.term), language) }
        var view = PageView(
            title: language(sv: "Hjälp", en: "Help"), template: "help",
            content: [
                "wordsTitle": .text(language(sv: "Ordlista", en: "Glossary")), "words": HelpModel.rows(words, language),
                "numbersTitle": .text(language(sv: "Vad siffrorna betyder", en: "What the numbers mean")),
                "numbers": HelpModel.rows(Glossary.numbers, language),
                "keysTitle": .text(language(sv: "Tangenter", en: "Keys")),
                "keysText": .text(
                    language(
                        sv: "De fungerar när du inte skriver i ett fält. Allt går också att nå utan dem.",
                        en: "They work while you do not write in a field. Everything can be reached without them, too.")),
                "keys": .list(keys(language)), "preferences": .text(SiteURL.preferences.path), "help": .text(SiteURL.help.path),
                "keysOff": .text(language(sv: "Stäng av tangenterna", en: "Turn the keys off")),
                "keysOn": .text(language(sv: "Sätt på tangenterna", en: "Turn the keys on")),
                "apiTitle": .text(language(sv: "För program", en: "For programs")),
                "apiText": .text(
                    language(
                        sv:
                            "Allt som sidorna visar går också att fråga efter med program. Samma adress med Accept: application/json ger sidans innehåll som data.",
                        en:
                            "Everything that the pages show can be asked for by programs, too. The same address with Accept: application/json gives the page's content as data."
                    )),
                "api": .text(SiteURL.apiDescription.path),
                "apiLink": .text(language(sv: "Beskrivning av nodens API", en: "Description of the node's API")),
                "contents": .text(language(sv: "På sidan", en: "On this page")),
            ], section: .help)
        view.lead = language(
            sv: "Ord, siffror och tangenter. Alla förklaringar är korta.",
            en: "Words, numbers and keys. All explanations are short.")
        return view
    }

    private static func rows(_ entries: [Glossary.Entry], _ language: Language) -> PageValue {
        .list(entries.map { ["term": .text(language($0.term)), "meaning": .text(language($0.meaning))] })
    }

    private func keys(_ language: Language) -> [PageValue] {
        let general: [PageValue] = [
            ["keys": [["key": "/"]], "what": .text(language(sv: "till sökfältet", en: "to the search field"))],
            ["keys": [["key": "?"]], "what": .text(language(sv: "till hjälpen", en: "to the help"))],
            ["keys": [["key": "Esc"]], "what": .text(language(sv: "ut ur ett fält", en: "out of a field"))],
        ]
        let parts = Section.allCases.filter { $0.isOffered(to: role) }.map { section -> PageValue in
            ["keys": [["key": "g"], ["key": .text(section.key)]], "what": .text(language(section.title))]
        }
        return general + parts
    }
}
