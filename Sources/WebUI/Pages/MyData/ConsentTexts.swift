internal import AccessModel
internal import StructuredText

extension ConsentKind {
    /// What it is about in words that need no explanation; the law's own name stands in `ConsentRule.title`.
    var plainTitle: LocalizedText {
        switch self {
        case .blockInsideProvider:
            LocalizedText(sv: "Andra avdelningar hos din vårdgivare", en: "Other departments of your care provider")
        case .blockTowardsOthers: LocalizedText(sv: "Andra vårdgivare", en: "Other care providers")
        case .accessBetweenProviders:
            LocalizedText(sv: "Låta en annan vårdgivare läsa", en: "Letting another care provider read")
        case .qualityRegisterObjection: LocalizedText(sv: "Kvalitetsregister", en: "Quality registers")
        case .study: LocalizedText(sv: "Vara med i en studie", en: "Taking part in a study")
        case .biobank: LocalizedText(sv: "Spara ditt prov", en: "Keeping your sample")
        case .reachRelatives: LocalizedText(sv: "Kontakta dina släktingar", en: "Contacting your relatives")
        case .studyContactObjection: LocalizedText(sv: "Frågor om att delta i studier", en: "Being asked to join studies")
        case .precisionDatabaseObjection: LocalizedText(sv: "Vård av andra patienter", en: "Care of other patients")
        case .generalStudy: LocalizedText(sv: "Framtida studier", en: "Future studies")
        case .ehdsObjection: LocalizedText(sv: "Användning inom EU", en: "Use within the EU")
        }
    }

    /// What the button says that gives it.
    var give: LocalizedText {
        isObjection ? LocalizedText(sv: "Säg nej", en: "Say no") : LocalizedText(sv: "Säg ja", en: "Say yes")
    }

    /// What the button says that takes it back.
    var takeBack: LocalizedText {
        isObjection
            ? LocalizedText(sv: "Ta tillbaka ditt nej", en: "Take back your no")
            : LocalizedText(sv: "Ta tillbaka ditt ja", en: "Take back your yes")
    }

    /// Where it stands: since when, by whom.
    func standing(_ standing: ConsentOverview.Standing?, _ language: Language) -> String {
        guard let standing else {
            return language(sv: "Du har inte sagt något om det här.", en: "You have said nothing about this.")
        }
        let day = DateText.day(standing.from, language)
        let who =
            switch standing.giver {
            case .patient: language(sv: "Du", en: "You")
            case .guardian: language(sv: "Din vårdnadshavare", en: "Your guardian")
            case .staff: language(sv: "Personalen", en: "Staff")
            }
        return switch (standing.isGiven, isObjection) {
        case (true, true): language(sv: "\(who) sa nej den \(day).", en: "\(who) said no on \(day).")
        case (true, false): language(sv: "\(who) sa ja den \(day).", en: "\(who) said yes on \(day).")
        case (false, true):
            language(sv: "\(who) tog tillbaka nej den \(day).", en: "\(who) took back the no on \(day).")
        case (false, false):
            language(sv: "\(who) tog tillbaka ja den \(day).", en: "\(who) took back the yes on \(day).")
        }
    }
}
