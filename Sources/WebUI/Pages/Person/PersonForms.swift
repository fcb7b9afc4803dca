internal import AccessModel
internal import ClinicalModel
internal import Operations
internal import Records
internal import StructuredText

/// The forms of a person's page: a statement, and the four ways to end data.
struct PersonForms {
    let model: PersonModel
    let language: Language

    var statement: PageValue {
        [
            "title": .text(language(sv: "Anteckna ett besked", en: "Record a statement")),
            "explanation": .text(
                language(
                    sv: "Skriv ner vad personen har sagt ja eller nej till. Det gäller från nästa fråga.",
                    en: "Write down what the person has said yes or no to. It takes effect with the next question.")),
            "action": .text(SiteURL.personStatements(region: model.region.description, person: model.pseudonym.text).path),
            "kindText": .text(language(sv: "Vad beskedet gäller", en: "What the statement is about")),
            "kinds": .list(
                model.kinds.map { kind in
                    let proposed = kind.isInForce ? "" : language(sv: " (gäller inte än)", en: " (not in force)")
                    return [
                        "value": .text(kind.kind.rawValue),
                        "title": .text("\(kind.rule.number). \(kind.rule.title.text(language))\(proposed)"),
                    ]
                }),
            "answerText": .text(language(sv: "Besked", en: "Statement")),
            "givenText": .text(language(sv: "Gäller från dagen nedan", en: "Holds from the day below")),
            "endedText": .text(language(sv: "Upphör från dagen nedan", en: "Ends from the day below")),
            "fromText": .text(language(sv: "Första dagen", en: "First day")), "today": .text(model.today.description),
            "studyText": .text(
                language(
                    sv: "Studiens diarienummer, för samtycke till en studie", en: "The study's number, for consent to a study")),
            "giverText": .text(language(sv: "Vem som säger det", en: "Who says it")),
            "givers": .list(
                ConsentEvent.Giver.allCases.map { ["value": .text($0.rawValue), "title": .text($0.title.text(language))] }),
            "sendText": .text(language(sv: "Anteckna", en: "Record")),
            "guideText": .text(
                language(sv: "Vad varje besked stoppar och inte stoppar", en: "What each statement stops and does not stop")),
            "guide": .list(
                model.kinds.map { kind in
                    [
                        "title": .text(kind.rule.title.text(language)), "effect": .text(kind.rule.effect.text(language)),
                        "otherText": .text(language(sv: "Stoppar inte: ", en: "Does not stop: ")),
                        "other": .text(kind.rule.doesNotStop.text(language)),
                        "basis": .text("\(kind.rule.basis.text.text(language)) (\(kind.rule.basis.reference))"),
                        "proposed": kind.isInForce
                            ? .nothing : .text(language(sv: "Gäller inte än.", en: "Not in force yet.")),
                    ]
                }),
        ]
    }

    var ending: PageValue {
        let open = model.record.copies.filter { $0.deleted == nil }
        return [
            "title": .text(language(sv: "Avsluta användningen", en: "End the use")),
            "explanation": .text(
                language(
                    sv: "Fyra åtgärder som aldrig blandas ihop. Varje åtgärd vilar på ett beslut och bevisas genast.",
                    en: "Four acts that are never mixed. Each rests on a decision and is proved at once.")),
            "action": .text(SiteURL.personEndings(region: model.region.description, person: model.pseudonym.text).path),
            "actText": .text(language(sv: "Åtgärd", en: "Act")),
            "acts": .list(
                Ending.Act.allCases.filter { $0 != .deleteCopy || !open.isEmpty }.map { act in
                    [
                        "value": .text(act.rawValue), "title": .text(act.title.text(language)),
                        "effect": .text(act.effect.text(language)), "isFinal": .flag(act == .destroy),
                    ]
                }),
            "hasCopies": .flag(!open.isEmpty), "copyText": .text(language(sv: "Kopior hos", en: "Copies at")),
            "allCopies": .text(language(sv: "alla", en: "all")),
            "copies": .list(Set(open.map(\.reference)).sorted().map { .text($0) }),
            "decisionText": .text(language(sv: "Beslutets beteckning", en: "Reference of the decision")),
            "confirmationText": .text(
                language(
                    sv: "För förstöring: beslutets beteckning en gång till",
                    en: "For destruction: the decision's reference once more")),
            "sendText": .text(language(sv: "Utför", en: "Carry out")),
        ]
    }
}
