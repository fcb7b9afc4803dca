internal import StructuredText

/// How one may sign in here.
struct LoginModel: PageModel {
    struct Provider: Hashable, Sendable {
        let name: String
        let title: String
        let isDevelopment: Bool
    }

    let providers: [Provider]
    /// Where to go afterwards: a path on this host.
    let next: String?

    var json: JSONValue {
        [
            "providers": JSONValue(
                providers.map { provider in
                    [
                        "name": JSONValue(.string(provider.name)), "title": JSONValue(.string(provider.title)),
                        "development": JSONValue(provider.isDevelopment),
                        "begin": JSONValue(.string(SiteURL.beginLogin(provider: provider.name, next: next).path)),
                    ] as JSONValue
                })
        ]
    }

    func view(_ language: Language) -> PageView {
        var view = PageView(
            title: language(sv: "Logga in", en: "Sign in"), template: "login",
            content: [
                "providers": .list(
                    providers.map { provider in
                        [
                            "title": .text(provider.title), "isDevelopment": .flag(provider.isDevelopment),
                            "address": .text(SiteURL.beginLogin(provider: provider.name, next: next).path),
                        ]
                    }),
                "what": .text(
                    language(
                        sv:
                            "Samsyn visar hur ofta en genetisk variant har setts i landet, utan att någon region lämnar ut sina patienters uppgifter.",
                        en:
                            "Samsyn shows how often a genetic variant has been seen in the country, without any region giving its patients' data away."
                    )),
                "purposes": .text(
                    language(
                        sv:
                            "När du har loggat in väljer du för vilket ändamål du tittar. Det styr vad du får se, och det skrivs i loggen.",
                        en:
                            "When you have signed in you choose for which purpose you look. It decides what you may see, and it is written in the ledger."
                    )),
                "law": .text(SiteURL.law.path), "lawText": .text(language(sv: "Vad lagen säger", en: "What the law says")),
                "help": .text(SiteURL.help.path), "helpText": .text(language(sv: "Ordlista och hjälp", en: "Glossary and help")),
                "none": .text(
                    language(
                        sv: "Ingen inloggningstjänst är inställd på den här noden.",
                        en: "No identity provider is set up on this node.")),
                "isEmpty": .flag(providers.isEmpty),
            ])
        view.lead = language(sv: "Ett sätt att se samma sak", en: "A shared view")
        return view
    }
}
