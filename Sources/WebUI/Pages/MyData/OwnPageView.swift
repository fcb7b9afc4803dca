internal import AccessModel
internal import ClinicalModel
internal import Operations
internal import Records
internal import ReportModel
internal import StructuredText

/// One region's part of a patient's page.
struct OwnPageView {
    let page: OwnPage
    let model: MyDataModel
    let language: Language

    var value: PageValue {
        let inForce = page.statements.filter(\.isInForce)
        return PageValue.fields(statements(inForce)).with(reports).with(limits).with(accesses).with(questions)
    }

    private func text(_ sv: String, _ en: String) -> PageValue { .text(language(sv: sv, en: en)) }

    // MARK: Reports

    private var reports: [String: PageValue] {
        [
            "reportsTitle": text("Dina svar", "Your reports"),
            "reportsText": text(
                "Här är signerade svar på dina undersökningar. Fråga din läkare om något är oklart.",
                "Here are the signed reports of your examinations. Ask your doctor if something is unclear."),
            "hasReports": .flag(!page.reports.isEmpty),
            "noReports": text("Här finns inga signerade svar.", "There are no signed reports here."),
            "reports": .list(page.reports.map(report)),
        ]
    }

    private func report(_ report: OwnPage.Report) -> PageValue {
        let region = page.region.description
        let isValid = report.state == .signed
        return [
            "title": .text(report.title.text(language)), "laboratory": .text(page.units[report.laboratory] ?? report.laboratory),
            "signed": .text(
                language(sv: "Signerat ", en: "Signed ") + DateText.day(DateText.swedishDay(report.signed), language)),
            "state": isValid ? .nothing : .text(report.state.name.text(language)),
            "address": .text(SiteURL.report(region: region, report: report.identifier, version: nil).path),
            "readText": text("Läs svaret", "Read the report"),
            "readLabel": .text(
                language(sv: "Läs svaret: ", en: "Read the report: ") + report.title.text(language) + ", " + report.identifier),
            "document": .text(
                SiteURL.reportDocument(
                    region: region, report: report.identifier, version: report.version, language: language.rawValue
                ).path), "documentText": text("Spara som PDF", "Keep as a PDF"),
            "documentLabel": .text(
                language(sv: "Spara som PDF: ", en: "Keep as a PDF: ") + report.title.text(language) + ", " + report.identifier),
        ]
    }

    // MARK: Yes and no

    private func statements(_ inForce: [ConsentOverview]) -> [String: PageValue] {
        let later = page.statements.filter { !$0.isInForce }
        return [
            // Anchors of the first region have plain names, so that the list of contents finds them.
            "suffix": .text(page.region == model.pages.first?.region ? "" : "-\(page.region)"),
            "region": .text(page.region.description), "name": .text(Region.of(page.region)?.name ?? page.region.description),
            "statementsAddress": .text(OwnDataAddress.statements.path),
            "noTitle": text("Du kan säga nej", "You can say no"),
            "noText": text("Du kan alltid ändra dig.", "You can always change your mind."),
            "no": .list(inForce.filter(\.kind.isObjection).map(card)),
            "yesTitle": text("Du kan säga ja", "You can say yes"),
            "yesText": text("Säger du ingenting räknas det som nej.", "Saying nothing counts as no."),
            "yes": .list(inForce.filter { !$0.kind.isObjection }.map(card)),
            "hasLater": .flag(!later.isEmpty),
            "laterTitle": text("Inte lag ännu", "Not law yet"),
            "laterText": text(
                "Du kan svara redan nu. Svaret gäller först när lagen gäller.",
                "You can answer now. The answer holds once the law does."), "later": .list(later.map(card)),
        ]
    }

    private func card(_ item: ConsentOverview) -> PageValue {
        let kind = item.kind
        let isStudy = kind == .study
        let single = isStudy ? nil : item.standings.first
        return [
            "kind": .text(kind.rawValue), "title": .text(kind.plainTitle.text(language)),
            "lawName": .text(item.rule.title.text(language)),
            "effectLabel": kind.isObjection ? text("Säger du nej:", "If you say no:") : text("Säger du ja:", "If you say yes:"),
            "effect": .text(item.rule.effect.text(language)),
            "restLabel": text("Det här fortsätter ändå:", "This goes on all the same:"),
            "rest": .text(item.rule.doesNotStop.text(language)),
            "basis": .text(
                item.rule.basis.reference + force(item)),
            "standing": .text(kind.standing(single, language)), "hasStanding": .flag(!isStudy),
            "holds": .flag(item.holds),
            "studies": .list(item.standings.compactMap { study($0, item) }),
            "mayGive": .flag(!isStudy && !item.holds && item.patientMayGive),
            "mayLift": .flag(!isStudy && item.holds && item.patientMayLift),
            "mayJoin": .flag(isStudy && item.patientMayGive), "give": .text(kind.give.text(language)),
            "takeBack": .text(kind.takeBack.text(language)),
            "studyLabel": text("Studiens nummer (står i brevet)", "The study's number (in the letter)"),
        ]
    }

    private func force(_ item: ConsentOverview) -> String {
        switch item.rule.force {
        case .proposed: "."
        case .from(let date):
            item.isInForce
                ? language(sv: ", gäller sedan ", en: ", in force since ") + DateText.day(date, language) + "."
                : language(sv: ", börjar gälla ", en: ", in force from ") + DateText.day(date, language) + "."
        }
    }

    private func study(_ said: ConsentOverview.Standing, _ item: ConsentOverview) -> PageValue? {
        guard let number = said.study else { return nil }
        return [
            "number": .text(number), "standing": .text(item.kind.standing(said, language)), "holds": .flag(said.isGiven),
            "mayLift": .flag(said.isGiven && item.patientMayLift), "mayGive": .flag(!said.isGiven && item.patientMayGive),
        ]
    }

    /// What nobody can refuse, and what a guardian may say for a child.
    private var limits: [String: PageValue] {
        let forChild = page.statements.filter { $0.isInForce && $0.rule.guardianMayGive }
        let notForChild = page.statements.filter { $0.isInForce && !$0.rule.guardianMayGive }
        func titles(_ items: [ConsentOverview]) -> PageValue {
            .list(items.map { ["title": .text($0.kind.plainTitle.text(language))] })
        }
        return [
            "lawTitle": text("Det här kan du inte säga nej till", "What you cannot refuse"),
            "lawText": text(
                "Lagen säger att vården får göra det här. Ingen får se mer än arbetet kräver.",
                "The law lets care do this. Nobody may see more than the work needs."),
            "beyond": .list(
                model.beyondRefusal.map { rule in
                    [
                        "title": .text(rule.title.text(language)), "text": .text(rule.basis.text.text(language)),
                        "basis": .text(rule.basis.reference),
                    ]
                }),
            "recordText": text(
                "Din journal måste finnas kvar. Vården får inte radera den för att du ber om det.",
                "Your medical record has to be kept. Care may not erase it because you ask."),
            "recordBasis": .text("PDL 3 kap. 17 §"),
            "childTitle": text("Om du är vårdnadshavare", "If you are a guardian"),
            "childText": text(
                "Du svarar för ditt barn på kliniken, inte här. Du får svara på:",
                "You answer for your child at the clinic, not here. You may answer about:"), "child": titles(forChild),
            "notChildText": text(
                "Du får inte spärra ditt barns uppgifter. Det gäller:", "You may not block your child's data. That is:"),
            "notChild": titles(notForChild),
        ]
    }

    // MARK: Who looked

    private var accesses: [String: PageValue] {
        let others = page.accesses.filter { !$0.isOwnDoing }.reversed()
        let own = page.accesses.count - others.count
        let shown = model.showsAll ? Array(others) : Array(others.prefix(MyDataModel.latestShown))
        let asked = Set(page.cases.map(\.event))
        return [
            "whoTitle": text("Vem har tittat?", "Who looked?"),
            "whoText": text(
                "Här står vilken enhet, när och varför. Undrar du över något? Fråga.",
                "Here is which unit, when and why. Do you wonder about something? Ask."),
            "hasAccesses": .flag(!shown.isEmpty), "noAccesses": text("Ingen har tittat.", "Nobody has looked."),
            "columns": [text("När", "When"), text("Vem", "Who"), text("Varför", "Why"), text("Fråga", "Ask")],
            "accesses": .list(shown.map { access($0, isAsked: asked.contains($0.event)) }),
            "more": shown.count < others.count ? .text(OwnDataAddress.everyAccess.path) : .nothing,
            "moreText": .text(
                language(
                    sv: "Visa alla \(PageNumber.whole(others.count, language))",
                    en: "Show all \(PageNumber.whole(others.count, language))")),
            "ownText": own == 0
                ? .nothing
                : .text(
                    language(
                        sv: "Du själv har läst och skrivit här \(PageNumber.whole(own, language)) gånger.",
                        en: "You yourself have read and written here \(PageNumber.whole(own, language)) times.")),
        ]
    }

    private func access(_ access: PatientAccess, isAsked: Bool) -> PageValue {
        [
            "time": .text(DateText.moment(access.time, language)), "machineTime": .text(access.time.description),
            "unit": .text(unit(access.careUnit)), "purpose": .text(access.purpose.text(language)),
            "stopped": .optional(access.stopped.map { language(sv: "Stoppat. ", en: "Stopped. ") + $0.text(language) }),
            "isAsked": .flag(isAsked), "askedText": text("Du har frågat", "You have asked"),
            "ask": .text(OwnDataAddress.question(page.region, event: access.event).path),
            "askText": text("Fråga om detta", "Ask about this"),
            "askLabel": .text(
                language(sv: "Fråga om detta: ", en: "Ask about this: ") + DateText.moment(access.time, language)),
        ]
    }

    private func unit(_ code: String?) -> String {
        guard let code else { return language(sv: "Datorn, utan att någon läste", en: "The computer; nobody read") }
        return page.units[code] ?? language(sv: "Någon utanför regionen (\(code))", en: "Somebody outside the region (\(code))")
    }

    // MARK: Questions

    private var questions: [String: PageValue] {
        [
            "questionsTitle": text("Dina frågor", "Your questions"), "hasQuestions": .flag(!page.cases.isEmpty),
            "noQuestions": text("Du har inte frågat något.", "You have asked nothing."),
            "questions": .list(
                page.cases.map { item in
                    [
                        "about": .text(unit(item.careUnit) + ", " + DateText.moment(item.accessed, language)),
                        "words": .optional(item.words), "state": .text(state(item)), "isAnswered": .flag(item.answer != nil),
                        "finding": .optional(item.answer?.finding.title.text(language)), "answer": .optional(item.answer?.text),
                        "answered": .optional(item.answer.map { DateText.moment($0.time, language) }),
                    ]
                }),
        ]
    }

    private func state(_ item: AccessCase) -> String {
        let due = DateText.day(item.due, language)
        if item.isOverdue(on: model.today) {
            return language(
                sv: "Regionen skulle ha svarat den \(due). Ring patientnämnden om du vill ha hjälp.",
                en: "The region should have answered by \(due). Call the patients' advisory committee if you want help.")
        }
        return switch item.state {
        case .opened: language(sv: "Väntar. Du får svar senast \(due).", en: "Waiting. You get an answer by \(due).")
        case .beingLookedAt:
            language(
                sv: "Någon granskar den. Du får svar senast \(due).", en: "Somebody looks into it. You get an answer by \(due).")
        case .answered: language(sv: "Regionen har svarat.", en: "The region has answered.")
        }
    }
}
