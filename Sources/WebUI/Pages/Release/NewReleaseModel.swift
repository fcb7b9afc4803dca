internal import AccessModel
internal import ClinicalModel
internal import GenomeModel
internal import Operations
internal import Questions
internal import StructuredText

/// The form for a request, and what was wrong with it where it comes back.
struct NewReleaseModel: PageModel {
    let id: String
    let region: RegionCode
    let variant: Variant
    let assembly: Assembly
    let answered: RegionState?
    /// As the law's file calls it.
    let purpose: @Sendable (Language) -> String
    var wish = ReleaseRequest.Wish.figures
    var text = ""
    /// For whose sake, in the asker's own region.
    var patient: Pseudonym?
    var error: ReleaseError?

    init(
        id: String, region: RegionCode, variant: Variant, assembly: Assembly, answered: RegionState?,
        purpose: @escaping @Sendable (Language) -> String
    ) {
        self.id = id
        self.region = region
        self.variant = variant
        self.assembly = assembly
        self.answered = answered
        self.purpose = purpose
    }

    var json: JSONValue {
        JSONValue(members: [
            ("id", JSONValue(.string(id))), ("region", JSONValue(.string(region.description))),
            ("variant", JSONValue(.string(variant.notation))), ("assembly", JSONValue(.string(assembly.rawValue))),
            ("wishes", JSONValue(ReleaseRequest.Wish.allCases.map(\.rawValue))),
        ])
    }

    func view(_ language: Language) -> PageView {
        let name = RegionRows.name(region)
        let facts: [(String, String)] = [
            (language(sv: "Variant", en: "Variant"), variant.notation + " (" + assembly.rawValue + ")"),
            (language(sv: "Region", en: "Region"), name),
            (language(sv: "Regionens svar", en: "The region's answer"), answered?.sentence.text(language) ?? "–"),
            (language(sv: "Ditt ändamål", en: "Your purpose"), purpose(language)),
        ]
        return PageView(
            title: language(sv: "Begär mer av \(name)", en: "Ask \(name) for more"), template: "release/new",
            content: [
                "trouble": error.map {
                    ["message": .text($0.message.text(language)), "remedy": .text($0.remedy.text(language))]
                } ?? .nothing,
                "facts": .list(facts.map { ["name": .text($0.0), "value": .text($0.1)] }),
                "explanation": .text(
                    language(
                        sv:
                            "En person i regionen läser din begäran och beslutar. Du får veta vem, när och varför. Plattformen lämnar inte ut något själv.",
                        en:
                            "A person in the region reads your request and decides. You hear who, when and why. The platform gives nothing out by itself."
                    )),
                "address": .text(SiteURL.releases.path),
                "kept": .list(
                    [
                        ("id", id), ("region", region.description), ("variant", variant.notation),
                        ("assembly", assembly.rawValue),
                        ("answered", answered?.rawValue ?? ""), ("patient", patient?.text ?? ""),
                    ].map { ["name": .text($0.0), "value": .text($0.1)] }),
                "wishText": .text(language(sv: "Vad begär du?", en: "What do you ask for?")),
                "wishes": .list(
                    ReleaseRequest.Wish.allCases.map {
                        ["value": .text($0.rawValue), "title": .text($0.title.text(language)), "isCurrent": .flag($0 == wish)]
                    }),
                "wordsText": .text(language(sv: "Varför behövs det?", en: "Why is it needed?")),
                "wordsHint": .text(
                    language(
                        sv: "Skriv inget som pekar ut en patient: inga namn, inga personnummer.",
                        en: "Write nothing that points a patient out: no names, no identity numbers.")),
                "text": .text(text), "send": .text(language(sv: "Skicka begäran", en: "Send the request")),
            ], section: .variants)
    }
}
