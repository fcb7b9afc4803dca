internal import AccessModel
internal import ClinicalModel
internal import Operations
internal import Records
internal import StructuredText

extension MyDataModel {
    func view(_ language: Language) -> PageView {
        var view = PageView(
            title: language(sv: "Mina uppgifter", en: "My data"), template: "me/page",
            content: head(language).with([
                "regions": .list(pages.map { OwnPageView(page: $0, model: self, language: language).value }),
                "hasNothing": .flag(pages.isEmpty),
                "nothing": .text(
                    language(sv: "Här finns inga uppgifter om dig.", en: "There is no data about you here.")),
                "elsewhere": elsewhere.isEmpty
                    ? .nothing
                    : .text(
                        language(sv: "Du finns också hos: ", en: "You are also known to: ")
                            + elsewhere.map { Region.of($0)?.name ?? $0.description }.joined(separator: ", ") + ". "
                            + language(sv: "Logga in där för att se mer.", en: "Sign in there to see more.")),
            ]), section: .me)
        view.lead = language(
            sv: "Här säger du ja och nej. Här ser du vem som har tittat.", en: "Here you say yes and no. Here you see who looked."
        )
        view.scripts = ["print.js"]
        return view
    }

    private func head(_ language: Language) -> PageValue {
        [
            "saved": .optional(savedText(language)), "print": .text(language(sv: "Skriv ut sidan", en: "Print this page")),
            "contents": [
                link("#reports", language(sv: "Dina svar", en: "Your reports")),
                link("#no", language(sv: "Säga nej", en: "Saying no")), link("#yes", language(sv: "Säga ja", en: "Saying yes")),
                link("#law", language(sv: "Det du inte kan säga nej till", en: "What you cannot refuse")),
                link("#who", language(sv: "Vem har tittat?", en: "Who looked?")),
                link("#questions", language(sv: "Dina frågor", en: "Your questions")),
            ],
            "contentsTitle": .text(language(sv: "På den här sidan", en: "On this page")),
            "today": .text(DateText.day(today, language)), "name": .text(name),
        ]
    }

    private func link(_ address: String, _ title: String) -> PageValue { ["address": .text(address), "title": .text(title)] }

    private func savedText(_ language: Language) -> String? {
        switch saved {
        case .inForce: language(sv: "Sparat. Det gäller från och med nu.", en: "Saved. It holds from now on.")
        case .withoutEffect:
            language(
                sv: "Sparat. Det gäller först när lagen börjar gälla.", en: "Saved. It holds once the law does.")
        case .question:
            language(
                sv: "Din fråga är skickad. Regionen måste svara.", en: "Your question has been sent. The region has to answer.")
        case nil: nil
        }
    }
}
