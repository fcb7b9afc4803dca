internal import AccessModel
internal import ClinicalModel
internal import Identification
internal import StructuredText

/// The people who do not exist, to choose from.
struct PersonasModel: PageModel {
    let personas: [String: Actor]
    let request: AuthorizationRequest

    /// By region, those of none last; in a region by name.
    private func groups(_ language: Language) -> [(title: String, people: [(name: String, actor: Actor)])] {
        let regions = Dictionary(grouping: personas.map { (name: $0.key, actor: $0.value) }) { $0.actor.region }
        let ordered = regions.keys.compactMap { $0 }.sorted().map { Optional($0) } + [nil]
        return ordered.compactMap { region in
            guard let people = regions[region] else { return nil }
            let title = region.flatMap(Region.of)?.name ?? language(sv: "Hela landet", en: "The whole country")
            return (title, people.sorted { SortingText.isBefore($0.actor.name, $1.actor.name, language) })
        }
    }

    var json: JSONValue {
        [
            "personas": JSONValue(
                personas.sorted { $0.key < $1.key }.map { name, actor in
                    [
                        "name": JSONValue(.string(name)), "role": JSONValue(.string(actor.role.rawValue)),
                        "region": JSONValue(actor.region?.description),
                        "purposes": JSONValue(actor.purposes.map(\.rawValue).sorted()),
                    ] as JSONValue
                })
        ]
    }

    func view(_ language: Language) -> PageView {
        var view = PageView(
            title: language(sv: "Vem vill du vara?", en: "Who do you want to be?"), template: "personas",
            content: [
                "fields": .list(request.items.map { ["name": .text($0.name), "value": .text($0.value)] }),
                "action": .text(SiteURL.developmentAuthorization.path),
                "groups": .list(
                    groups(language).map { group in
                        [
                            "title": .text(group.title),
                            "people": .list(
                                group.people.map { person in
                                    [
                                        "identity": .text(person.name), "name": .text(person.actor.name),
                                        "role": .text(person.actor.role.title.text(language)),
                                        "choices": .list(choices(person.name, person.actor, language)),
                                    ]
                                }),
                        ]
                    }),
            ])
        view.lead = language(
            sv: "Ingen av dem finns. Välj en person och ett ändamål.",
            en: "None of them exists. Choose a person and a purpose.")
        return view
    }

    private func choices(_ name: String, _ actor: Actor, _ language: Language) -> [PageValue] {
        Purpose.allCases.filter(actor.purposes.contains).map { purpose in
            ["value": .text("\(name) \(purpose.rawValue)"), "title": .text(purpose.shortTitle.text(language))]
        }
    }
}
