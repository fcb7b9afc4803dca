internal import ClinicalModel
internal import KnowledgeModel
internal import Operations
internal import Records
internal import StructuredText

/// A version's page in one language.
struct KnowledgeVersionView {
    let model: KnowledgeVersionModel
    let language: Language

    private var difference: KnowledgeDifferenceView { model.view }
    private var version: KnowledgeVersion { model.view.version }

    var page: PageView {
        var view = PageView(
            title: "\(version.series) \(version.release)", template: "knowledge/version", content: content, section: .knowledge)
        view.lead =
            difference.current.map {
                language(sv: "Jämförd med \($0.release).", en: "Compared with \($0.release).")
            } ?? language(sv: "Ingen version har gällt före den här.", en: "No version was in force before this one.")
        return view
    }

    private var content: PageValue {
        PageValue.fields([
            "trouble": model.trouble.map { ["title": .text($0.title), "remedy": .text($0.remedy)] } ?? .nothing,
            "list": .text(SiteURL.knowledge.path), "listText": .text(language(sv: "All kunskap", en: "All knowledge")),
            "state": .text(language(difference.state.name)), "stateKey": .text(KnowledgeListModel.key(difference.state)),
            "facts": .list(facts), "changesTitle": .text(language(sv: "Vad den ändrar", en: "What it changes")),
            "kinds": .list(kinds), "kindsText": .text(language(sv: "Slag av ändring", en: "Kinds of change")),
            "hasChanges": .flag(!model.shown.isEmpty),
            "noChanges": .text(language(sv: "Inga sådana ändringar.", en: "No such changes.")),
            "columns": .list(
                [
                    language(sv: "Post", en: "Item"), language(sv: "Ändring", en: "Change"),
                    language(sv: "Fält", en: "Fields"),
                ].map(PageValue.text)), "changes": .list(model.shown.map(change)), "next": next,
            "nextText": .text(language(sv: "Fler ändringar", en: "More changes")),
            "reports": reports, "faults": faults, "acts": acts, "steps": .list(steps),
            "stepsTitle": .text(language(sv: "Vem har gjort vad", en: "Who did what")),
        ])
    }

    private var facts: [PageValue] {
        func fact(_ name: String, _ value: String) -> PageValue { ["name": .text(name), "value": .text(value)] }
        let counts = version.counts
        return [
            fact(language(sv: "Poster", en: "Items"), PageNumber.whole(counts.items, language)),
            fact(language(sv: "Rader i filen", en: "Rows of the file"), PageNumber.whole(counts.rows, language)),
            fact(language(sv: "Villkor", en: "Licence"), version.licence), fact("SHA-256", version.digest),
        ]
    }

    private func address(_ kind: KnowledgeChanges.Kind?, after: String? = nil) -> String {
        SiteURL.knowledgeVersion(model.digits, kind: kind?.rawValue, after: after).path
    }

    private var kinds: [PageValue] {
        let counts = difference.changes.counts
        let all: [(KnowledgeChanges.Kind?, Int)] = [
            (nil, counts.gone + counts.changed + counts.added), (.gone, counts.gone), (.changed, counts.changed),
            (.added, counts.added),
        ]
        return all.map { kind, number in
            [
                "address": .text(address(kind)), "isCurrent": .flag(kind == model.kind),
                "text": .text(KnowledgeVersionView.title(kind, language) + ": " + PageNumber.whole(number, language)),
            ]
        }
    }

    private static func title(_ kind: KnowledgeChanges.Kind?, _ language: Language) -> String {
        switch kind {
        case nil: language(sv: "Alla", en: "All")
        case .gone: language(sv: "Borttagna", en: "Gone")
        case .changed: language(sv: "Ändrade", en: "Changed")
        case .added: language(sv: "Nya", en: "Added")
        }
    }

    private func change(_ change: KnowledgeChanges.Change) -> PageValue {
        [
            "item": .text(change.identity.key),
            "address": .text(SiteURL.knowledgeItem(model.digits, key: change.identity.key).path),
            "kind": .text(KnowledgeVersionView.title(change.kind, language)), "fields": .list(fields(change.fields)),
        ]
    }

    /// The first few; all stand on the item's own page.
    private func fields(_ fields: [FieldChange]) -> [PageValue] {
        let shown: [PageValue] = fields.prefix(KnowledgeVersionModel.shownFields).map { field in
            [
                "name": .text(field.name),
                "text": .text(KnowledgeVersionView.short(field.from) + " → " + KnowledgeVersionView.short(field.to)),
            ]
        }
        let left = fields.count - shown.count
        return left == 0
            ? shown
            : shown + [
                ["name": .text(""), "text": .text(language(sv: "och \(left) fält till", en: "and \(left) more fields"))]
            ]
    }

    /// What stands whole on the item's own page.
    private static func short(_ text: String) -> String {
        text.isEmpty ? "–" : text.count > 80 ? text.prefix(79) + "…" : text
    }

    private var next: PageValue {
        guard model.page.count > model.shown.count, let last = model.shown.last else { return .nothing }
        return .text(address(model.kind, after: last.identity.key))
    }

    // MARK: Whom it touches

    private var reports: PageValue {
        let own = model.ownReports
        let rows = own.prefix(KnowledgeVersionModel.shownReports).map { report -> PageValue in
            [
                "name": .text(report.report),
                "address": model.mayReadReports
                    ? .text(SiteURL.report(region: model.region?.description ?? "", report: report.report, version: nil).path)
                    : .nothing, "effect": .text(language(report.gravest.name)),
                "isGrave": .flag(report.gravest.needsReview),
                "items": .list(items(of: report)),
            ]
        }
        let others = difference.affected.filter { $0.region != model.region && !$0.reports.isEmpty }
        return PageValue.fields([
            "title": .text(language(sv: "Svar som den rör", en: "Reports that it touches")),
            "count": .text(
                language(
                    sv:
                        "\(PageNumber.whole(difference.reports, language)) utfärdade svar, varav \(PageNumber.whole(difference.toReview, language)) behöver ses över.",
                    en:
                        "\(PageNumber.whole(difference.reports, language)) issued reports, of which \(PageNumber.whole(difference.toReview, language)) ask for a look."
                )), "hasRows": .flag(!rows.isEmpty),
            "columns": .list(
                [
                    language(sv: "Svar", en: "Report"), language(sv: "Störst verkan", en: "Gravest effect"),
                    language(sv: "Poster", en: "Items"),
                ].map(PageValue.text)), "rows": .list(rows),
            "more": .text(
                own.count > rows.count
                    ? language(
                        sv: "De \(rows.count) som berörs mest av \(own.count) visas.",
                        en: "The \(rows.count) that it touches most of \(own.count) are shown.") : ""),
            "others": .list(
                others.map { region in
                    .text(
                        RegionRows.name(region.region) + ": "
                            + language(
                                sv: "\(region.reports.count) svar, varav \(region.toReview) att se över",
                                en: "\(region.reports.count) reports, \(region.toReview) of them to look at"))
                }),
        ])
    }

    /// The gravest few of what a report cites.
    private func items(of report: AffectedReport) -> [PageValue] {
        let shown = report.touched.prefix(KnowledgeVersionModel.shownItems)
        let left = report.touched.count - shown.count
        return shown.map { PageValue.text("\($0.item.key): " + language($0.effect.name)) }
            + (left == 0 ? [] : [.text(language(sv: "och \(left) till", en: "and \(left) more"))])
    }

    private var faults: PageValue {
        guard !model.faults.isEmpty else { return .nothing }
        return [
            "title": .text(language(sv: "Anmärkningar på filen", en: "Remarks on the file")),
            "count": .text(
                language(
                    sv: "\(PageNumber.whole(version.counts.diagnostics, language)) i allt. De första:",
                    en: "\(PageNumber.whole(version.counts.diagnostics, language)) in all. The first:")),
            "rows": .list(
                model.faults.prefix(KnowledgeVersionModel.shownFaults).map { fault in
                    let place = fault.place.map { language(sv: "Rad \($0.line): ", en: "Line \($0.line): ") } ?? ""
                    let value = fault.value.isEmpty ? "" : " (\(KnowledgeVersionView.short(fault.value)))"
                    return .text(place + language(fault.message) + value)
                }),
        ]
    }

    // MARK: What can be done

    private var acts: PageValue {
        guard model.mayKeep, [.staged, .superseded].contains(difference.state) else { return .nothing }
        return PageValue.fields([
            "title": .text(language(sv: "Låt den gälla", en: "Put it in force")),
            "lead": .text(
                language(
                    sv:
                        "Du intygar att du har sett skillnaden och vilka svar den rör. Har något annat blivit gällande eller utfärdats sedan dess får du se den på nytt.",
                    en:
                        "You confirm that you have seen the difference and which reports it touches. Where another version came into force or a report was issued since, you see it anew."
                )), "address": .text(SiteURL.knowledgeSteps(model.digits).path), "seen": .text(difference.digest),
            "adopt": .text(
                language(sv: "Jag har sett skillnaden: låt versionen gälla", en: "I have seen the difference: put it in force")),
            "discard": difference.state == .staged ? .text(language(sv: "Förkasta", en: "Discard")) : .nothing,
        ])
    }

    private var steps: [PageValue] {
        model.steps.map { step in
            let act =
                switch step.kind {
                case .staged: language(sv: "Inläst", en: "Imported")
                case .differenceSeen: language(sv: "Skillnaden sedd", en: "Difference seen")
                case .madeCurrent: language(sv: "Satt att gälla", en: "Put in force")
                case .discarded: language(sv: "Förkastad", en: "Discarded")
                }
            return ["act": .text(act), "who": .text(step.actor), "time": .text(DateText.moment(step.time, language))]
        }
    }
}
