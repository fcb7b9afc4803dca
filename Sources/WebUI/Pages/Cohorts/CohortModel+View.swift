internal import AccessModel
internal import ClinicalModel
internal import Operations
internal import Questions
internal import Records
internal import StructuredText

extension CohortModel {
    func view(_ language: Language) -> PageView {
        var content: [String: PageValue] = [
            "action": .text(SiteURL.cohorts.path), "shown": .text(form.shown), "text": .text(form.text),
            "done": done.map { .text($0) } ?? .nothing,
            "trouble": trouble.map { $0.notice(language) } ?? .nothing,
            "hasRows": .flag(form.rows != nil), "rows": .list(CohortRowViews(model: self, language: language).rows),
            "isEmpty": .flag(form.rows?.rows.isEmpty == true),
            "fault": fault(language), "names": names(language), "saved": saved(language),
            "answer": answer.map {
                CohortAnswerView(answer: $0, decisions: decisions, reporting: reporting, language: language).value
            } ?? .nothing,
            "subjects": .list(
                CriterionRow.Subject.all.map { ["value": .text($0.word), "title": .text($0.title.text(language))] }),
            "scopes": .list(
                SearchScope.allCases.reversed().map {
                    [
                        "value": .text($0.rawValue), "title": .text($0.cohortTitle.text(language)),
                        "isChosen": .flag($0 == form.scope),
                    ]
                }),
            "terms": terms(language), "mayEnquire": .flag(mayEnquire),
            "enquireAddress": .text(SiteURL.newEnquiry.path), "codesAddress": .text(SiteURL.cohortCodes.path),
            "enquiriesAddress": .text(SiteURL.enquiries.path), "words": words(language),
        ]
        if let fault = form.fault { content["marked"] = marked(fault) }
        var view = PageView(
            title: language(sv: "Kohorter", en: "Cohorts"), template: "cohorts", content: .fields(content), section: .cohorts)
        view.lead = language(
            sv: "Hur många personer uppfyller villkoren, region för region? Bygg frågan med fälten eller skriv den.",
            en: "How many people meet the criteria, region by region? Build the question with the fields, or write it.")
        view.scripts = ["cohorts.js"]
        view.isWide = true
        return view
    }

    private func words(_ language: Language) -> PageValue {
        [
            "builder": .text(language(sv: "Villkor", en: "Criteria")),
            "none": .text(
                language(sv: "Inga villkor än: frågan gäller alla.", en: "No criteria yet: the question is about everybody.")),
            "asText": .text(
                language(
                    sv:
                        "Frågan kan inte visas som fält, eftersom villkoren är sammansatta på ett annat sätt. Ändra den som text.",
                    en: "The question cannot be shown as fields, as its criteria are joined in another way. Change it as text.")),
            "add": .text(language(sv: "Lägg till villkor", en: "Add a criterion")),
            "addAnd": .text(language(sv: "Lägg till", en: "Add")),
            "addOr": .text(language(sv: "Lägg till som alternativ till det ovan", en: "Add as an alternative to the one above")),
            "text": .text(language(sv: "Frågan som text", en: "The question as text")),
            "textHint": .text(
                language(
                    sv: "Till exempel: diagnosis under ICD10:C50 and age >= 40. Ändrar du texten följer fälten med, och tvärtom.",
                    en:
                        "For example: diagnosis under ICD10:C50 and age >= 40. Where you change the text the fields follow, and the other way round."
                )),
            "update": .text(language(sv: "Uppdatera", en: "Update")),
            "ask": .text(language(sv: "Räkna", en: "Count")), "scope": .text(language(sv: "Var", en: "Where")),
            "save": .text(language(sv: "Spara frågan", en: "Save the question")),
            "name": .text(language(sv: "Namn", en: "Name")),
            "enquire": .text(language(sv: "Gör en studieförfrågan av den", en: "Make a study enquiry of it")),
            "enquiries": .text(language(sv: "Studieförfrågningar", en: "Study enquiries")),
            "searching": .text(language(sv: "Förslag", en: "Suggestions")),
        ]
    }

    private func terms(_ language: Language) -> PageValue {
        [
            "purposeText": .text(language(sv: "Du frågar för", en: "You ask for")), "purpose": .text(purposeTitle.text(language)),
            "isFeasibility": .flag(purpose == .feasibility),
            "studyText": .text(language(sv: "Planerad studie", en: "Planned study")), "study": .text(form.study),
            "isResearch": .flag(purpose == .research),
            "projectText": .text(language(sv: "Godkänd studie", en: "Approved study")),
            "projects": .list(projects.map { ["value": .text($0), "isChosen": .flag($0 == form.project)] }),
            "isRegister": .flag(purpose == .qualityRegister),
            "registerText": .text(language(sv: "Registrets namn", en: "The register's name")), "register": .text(form.register),
        ]
    }

    // MARK: Faults

    private func fault(_ language: Language) -> PageValue {
        guard let fault = form.fault else { return .nothing }
        return [
            "place": .text(
                language(
                    sv: "Rad \(fault.place.line), tecken \(fault.place.column)",
                    en: "Line \(fault.place.line), character \(fault.place.column)")),
            "message": .text(fault.message.text(language)), "remedy": .text(fault.remedy.text(language)),
        ]
    }

    /// The line of the fault, cut in three: before its character, the character, and after it.
    private func marked(_ fault: QuestionError) -> PageValue {
        let lines = form.text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.indices.contains(fault.place.line - 1) else { return .nothing }
        let scalars = Array(lines[fault.place.line - 1])
        let column = min(max(0, fault.place.column - 1), scalars.count)
        let start = max(0, column - 60)
        func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
        return [
            "before": .text((start > 0 ? "…" : "") + text(start..<column)),
            "at": .text(column < scalars.count ? text(column..<column + 1) : "␣"),
            "after": .text(column < scalars.count ? text(column + 1..<min(scalars.count, column + 61)) : ""),
        ]
    }

    private func names(_ language: Language) -> PageValue {
        guard !names.names.isEmpty || !unknownCodes.isEmpty else { return .nothing }
        return [
            "title": .text(language(sv: "Koderna i frågan", en: "The codes of the question")),
            "rows": .list(
                names.names.sorted { $0.key < $1.key }.map { code, name in
                    ["code": .text(code.description), "name": .markup(CodeText(names, language).markup(name))]
                }),
            "unknownText": .text(
                language(
                    sv: "Okända i den utgåva som används; de träffar bara sig själva:",
                    en: "Unknown in the edition in use; they match only themselves:")),
            "unknown": .list(unknownCodes.map { .text($0.description) }),
        ]
    }

    // MARK: Saved questions

    private func saved(_ language: Language) -> PageValue {
        [
            "title": .text(language(sv: "Sparade frågor", en: "Saved questions")),
            "explanation": .text(
                language(sv: "Bara du ser dem, på den här noden.", en: "Only you see them, at this node.")),
            "none": .text(language(sv: "Du har inte sparat någon fråga.", en: "You have saved no question.")),
            "hasRows": .flag(!saved.isEmpty),
            "removeText": .text(language(sv: "Ta bort", en: "Remove")),
            "rows": .list(
                saved.sorted { SortingText.isBefore($0.name, $1.name, language) }.map { question in
                    [
                        "name": .text(question.name), "question": .text(question.question),
                        "address": .text(SiteURL.savedQuestion(question.id).path),
                        "removeAddress": .text(SiteURL.removeQuestion(question.id).path),
                        "saved": .text(DateText.shortMoment(question.saved, language)),
                    ]
                }),
        ]
    }
}
