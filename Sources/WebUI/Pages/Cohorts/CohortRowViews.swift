internal import ClinicalModel
internal import Operations
internal import Questions
internal import StructuredText

/// The rows of the builder in one language.
struct CohortRowViews {
    let model: CohortModel
    let language: Language

    var rows: [PageValue] { (model.form.rows?.rows ?? []).enumerated().map { place, row in value(row, place) } }

    private func value(_ row: CriterionRow, _ place: Int) -> PageValue {
        // Where words bring suggestions, choosing one is what to do about it.
        let fault = model.suggestions[place]?.isEmpty == false ? nil : model.form.rowFaults.first { $0.row == place }
        var fields: [String: PageValue] = [
            "place": .text(String(place)), "number": .text(String(place + 1)), "subject": .text(row.subject.word),
            "title": .text(row.subject.title.text(language)), "isFirst": .flag(place == 0),
            "isAlternative": .flag(row.isAlternative), "isNot": .flag(row.isNot),
            "joinText": .text(language(sv: "Sammanfogas med", en: "Joined by")),
            "and": .text(language(sv: "och", en: "and")),
            "or": .text(language(sv: "eller (alternativ till raden ovan)", en: "or (alternative to the row above)")),
            "notText": .text(language(sv: "inte", en: "not")),
            "removeText": .text(language(sv: "Ta bort villkoret", en: "Remove the criterion")),
            "fault": fault.map { .text(text($0.error, row)) } ?? .nothing,
        ]
        switch row.subject {
        case .carries: fields["line"] = line(row, language(sv: "Variant", en: "Variant"))
        case .field(.age):
            fields["age"] = [
                "fromText": .text(language(sv: "från", en: "from")),
                "throughText": .text(language(sv: "till och med", en: "through")),
                "from": .text(row.values.first ?? ""), "through": .text(row.values.count > 1 ? row.values[1] : ""),
                "unit": .text(language(sv: "år", en: "years")),
            ]
        case .field(let field) where !field.words.isEmpty:
            fields["boxes"] = .list(
                field.words.map { word in
                    [
                        "value": .text(word), "title": .text(CohortWordText.title(field, word, language)),
                        "isChosen": .flag(row.values.contains(word)),
                    ]
                })
            fields["hasBoxes"] = true
        case .field(let field):
            fields["line"] = line(
                row,
                field.systems.isEmpty
                    ? language(sv: "Ett eller flera, med komma emellan", en: "One or more, with commas between them")
                    : language(sv: "Koder, eller ord att söka efter", en: "Codes, or words to look for"))
            if !field.systems.isEmpty { fields["coded"] = coded(row, place, field) }
        }
        return .fields(fields)
    }

    /// A row is not written in the language: where its own advice would show how to write JSON, the row's is given.
    private func text(_ error: QuestionError, _ row: CriterionRow) -> String {
        guard row.subject != .field(.age) else {
            return language(
                sv: "Skriv hela år från 0 till \(AgeSpan.limit), det lägre först; ett av fälten räcker.",
                en: "Write whole years from 0 to \(AgeSpan.limit), the lower first; one of the fields is enough.")
        }
        let message = error.message.text(language)
        return message.prefix(1).uppercased() + message.dropFirst() + " " + error.remedy.text(language)
    }

    private func line(_ row: CriterionRow, _ label: String) -> PageValue {
        ["label": .text(label), "value": .text(row.values.joined(separator: ", ")), "example": .text(row.subject.example)]
    }

    private func coded(_ row: CriterionRow, _ place: Int, _ field: CohortField) -> PageValue {
        let suggestions = model.suggestions[place] ?? []
        return [
            "isUnder": .flag(row.isUnder),
            "howText": .text(language(sv: "Träffar", en: "Matches")),
            "under": .text(language(sv: "koden och allt under den", en: "the code and all beneath it")),
            "among": .text(language(sv: "bara koden", en: "the code only")),
            "hasSuggestions": .flag(!suggestions.isEmpty),
            "suggestionsText": .text(language(sv: "Menade du någon av dem?", en: "Did you mean one of these?")),
            "useText": .text(language(sv: "Använd", en: "Use")),
            "suggestions": .list(
                suggestions.map {
                    [
                        "code": .text($0.code), "name": .markup(CodeText(model.names, language).markup($0.name)),
                        "value": .text("\(place) \($0.code)"),
                    ]
                }),
        ]
    }
}
