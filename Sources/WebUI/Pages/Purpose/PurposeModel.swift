internal import AccessModel
internal import ClinicalModel
internal import StructuredText

/// The purposes that somebody may look for, each with what the law says of it today.
struct PurposeModel: PageModel {
    struct Choice: Hashable, Sendable {
        let purpose: Purpose
        let title: LocalizedText
        let isInForce: Bool
        let basis: LocalizedText
        let decides: LocalizedText
        let isCurrent: Bool
    }

    let choices: [Choice]
    let next: String?

    var json: JSONValue {
        [
            "purposes": JSONValue(
                choices.map { choice in
                    [
                        "purpose": JSONValue(.string(choice.purpose.rawValue)), "inForce": JSONValue(choice.isInForce),
                        "current": JSONValue(choice.isCurrent),
                    ] as JSONValue
                })
        ]
    }

    func view(_ language: Language) -> PageView {
        let hasCurrent = choices.contains(where: \.isCurrent)
        var view = PageView(
            title: hasCurrent
                ? language(sv: "Byt ändamål", en: "Change purpose")
                : language(sv: "För vilket ändamål tittar du?", en: "For which purpose are you looking?"),
            template: "purpose",
            content: [
                "action": .text(SiteURL.purpose(next: nil).path), "next": .optional(next),
                "choose": .text(language(sv: "Välj", en: "Choose")),
                "current": .text(language(sv: "Gäller nu", en: "Chosen now")),
                "notInForce": .text(
                    language(sv: "Föreslaget, gäller inte: allt avböjs.", en: "Proposed, not in force: everything is refused.")),
                "legend": .text(language(sv: "Ändamål", en: "Purpose")),
                "choices": .list(
                    choices.map { choice in
                        [
                            "value": .text(choice.purpose.rawValue), "title": .text(choice.title.text(language)),
                            "basis": .text(choice.basis.text(language)), "decides": .text(choice.decides.text(language)),
                            "isInForce": .flag(choice.isInForce), "isCurrent": .flag(choice.isCurrent),
                        ]
                    }),
            ])
        view.lead = language(
            sv: "Ändamålet styr vad du får se. Varje fråga skrivs i loggen med det ändamål som gällde.",
            en:
                "The purpose decides what you may see. Each question is written in the ledger with the purpose under which it was put."
        )
        return view
    }
}
