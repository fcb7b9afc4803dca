internal import AccessModel
internal import ClinicalModel
internal import StructuredText

extension LawModel {
    func view(_ language: Language) -> PageView {
        var view = PageView(
            title: language(sv: "Lagen", en: "The law"), template: "law/comparison",
            content: PageValue.fields(LawQuestionView(model: self, language: language).fields).with(head(language)).with([
                "purposesTitle": .text(language(sv: "Ändamål för ändamål", en: "Purpose by purpose")),
                "purposes": .list(differences.map { PurposeComparison(difference: $0, language: language).value }),
                "consentsTitle": .text(language(sv: "Ja och nej", en: "Yes and no")),
                "consentsText": .text(
                    language(
                        sv: "De elva sorternas ställningstaganden, och från när de gäller.",
                        en: "The eleven kinds of statement, and from when they hold.")),
                "consents": .list(consents(language)),
            ]), section: .law)
        view.lead = language(
            sv:
                "Vad som gäller i dag bredvid det som har föreslagits eller kommer. Slutsatserna räknas fram ur samma lagfil som besluten.",
            en: "What holds today beside what is proposed or to come. It is computed from the same file of law as the decisions.")
        view.isWide = true
        return view
    }

    private func head(_ language: Language) -> [String: PageValue] {
        let rightName = name(of: rightDate, language)
        return [
            "leftName": .text(language(sv: "I dag, ", en: "Today, ") + DateText.day(today, language)),
            "rightName": .text(rightName),
            "regimesTitle": .text(language(sv: "Jämför med", en: "Compare with")),
            "regimes": .list(
                ([nil] + law.changes(after: today).map { $0 }).map { date in
                    [
                        "title": .text(name(of: date, language)), "address": .text(LawAddress.comparison(on: date).path),
                        "isCurrent": .flag(date == rightDate),
                    ]
                }),
            "datesTitle": .text(
                language(sv: "Datum för EHDS, förordning (EU) 2025/327", en: "Dates of the EHDS, Regulation (EU) 2025/327")),
            "dates": .list(
                LawModel.ehds.map { item in
                    [
                        "date": .optional(item.date.map { DateText.day($0, language) }), "text": .text(item.text.text(language)),
                        "isPast": .flag(item.date.map { $0 <= today } ?? false),
                    ]
                }),
            "isProposal": .flag(rightDate == nil),
            "warning": .text(
                language(
                    sv: "Det föreslagna är inte lag. Plattformen följer det inte.",
                    en: "What is proposed is not the law. The platform does not follow it.")),
            "obstacles": mayHandle ? .text(LawAddress.obstacles.path) : .nothing,
            "obstaclesText": .text(language(sv: "Anmälda lagliga hinder", en: "Reported legal obstacles")),
        ]
    }

    private func name(of date: CivilDate?, _ language: Language) -> String {
        date.map { DateText.day($0, language) } ?? language(sv: "Förslagen, om de antas", en: "The proposals, if adopted")
    }

    private func consents(_ language: Language) -> [PageValue] {
        ConsentKind.allCases.compactMap { kind in
            guard let rule = left.consents[kind], let other = right.consents[kind] else { return nil }
            let (a, b) = (left.isInForce(kind), right.isInForce(kind))
            return [
                "number": .text(String(rule.number)), "title": .text(rule.title.text(language)),
                "left": .text(rule.force.text(isInForce: a, language)),
                "right": .text(
                    b && rule.force == .proposed
                        ? language(sv: "Gäller, om förslaget antas", en: "In force, if the proposal is adopted")
                        : other.force.text(isInForce: b, language)),
                "basis": .text(rule.basis.reference), "differs": .flag(a != b),
            ]
        }
    }
}

extension InForce {
    func text(isInForce: Bool, _ language: Language) -> String {
        switch self {
        case .proposed: language(sv: "Förslag", en: "Proposed")
        case .from(let date):
            (isInForce
                ? language(sv: "Gäller sedan ", en: "In force since ") : language(sv: "Gäller från ", en: "In force from "))
                + DateText.day(date, language)
        }
    }
}
