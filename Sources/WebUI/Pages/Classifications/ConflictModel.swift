internal import ClinicalModel
internal import GenomeModel
internal import Operations
internal import ReportModel
internal import StructuredText

/// One conflict: every laboratory's position, what has been said, and what the own laboratory can say.
struct ConflictModel: PageModel {
    let shown: ShownConflict
    /// Names of organisations by their codes.
    let units: [String: String]
    let names: NamedCodes
    /// Whether whoever looks may speak for a laboratory.
    let mayDiscuss: Bool
    let json: JSONValue
    var trouble: ProblemFacts?
    var text = ""

    func view(_ language: Language) -> PageView {
        var view = PageView(
            title: shown.gene + " " + shown.subject.variant.variant.notation, template: "classification/conflict",
            content: content(language), section: .classifications)
        view.lead = "\(shown.subject.variant.assembly.rawValue), " + names.label(shown.subject.condition, language)
        return view
    }

    private func content(_ language: Language) -> PageValue {
        PageValue.fields([
            "trouble": trouble.map { ["title": .text($0.title), "remedy": .text($0.remedy)] } ?? .nothing,
            "severity": .text(
                shown.conflict?.severity.name.text(language)
                    ?? language(sv: "Bedömningarna strider inte längre mot varandra", en: "The classes do not conflict any more")),
            "severityKey": .text(ConflictBoardModel.key(shown.conflict?.severity)),
            "state": .text(shown.state.name.text(language)),
            "positionTitle": .text(language(sv: "Bedömningar", en: "Positions")),
            "positions": .list(ClassificationRows.rows(shown.positions, units, names, language)),
            "positionColumns": .list(ClassificationRows.columns(language)),
            "stepTitle": .text(language(sv: "Tråd", en: "Thread")), "steps": .list(steps(language)),
            "noSteps": .text(language(sv: "Ingen har skrivit än.", en: "Nobody has written yet.")),
            "proposal": .text(proposal(language)), "form": form(language),
            "board": .text(SiteURL.conflicts.path), "boardText": .text(language(sv: "Alla konflikter", en: "All conflicts")),
        ])
    }

    private func party(_ party: ConflictThread.Party) -> String {
        RegionRows.name(party.region) + ", " + (units[party.laboratory.text] ?? party.laboratory.text)
    }

    private func steps(_ language: Language) -> [PageValue] {
        (shown.record?.merged?.entries ?? []).map { entry, counts in
            let step = entry.step
            return [
                "act": .text(ConflictModel.done(step.act, language)), "who": .text(party(step.party)),
                "person": .text(step.person == "system" ? "" : step.person),
                "time": .text(DateText.moment(step.time, language)), "words": .text(step.words),
                "class": .text(step.proposed.map { "\($0.number) – \($0.name.text(language))" } ?? ""), "counts": .flag(counts),
                "late": .text(language(sv: "Kom för sent och gäller inte.", en: "Came too late, and counts for nothing.")),
            ]
        }
    }

    private func proposal(_ language: Language) -> String {
        guard let thread = shown.record?.merged?.thread, let proposal = thread.proposal else { return "" }
        return language(
            sv:
                "Förslag: klass \(proposal.proposed.number). \(proposal.agreed.count) av \(thread.parties.count) laboratorier instämmer.",
            en:
                "Proposed: class \(proposal.proposed.number). \(proposal.agreed.count) of \(thread.parties.count) laboratories agree."
        )
    }

    private func form(_ language: Language) -> PageValue {
        let possible = ConflictAct.allCases.filter {
            $0 != .join && $0 != .dissolve && shown.state.after($0, isUnanimous: false) != nil
        }
        guard mayDiscuss, !shown.parties.isEmpty, !possible.isEmpty else { return .nothing }
        return [
            "title": .text(language(sv: "Skriv för ditt laboratorium", en: "Write for your laboratory")),
            "address": .text(SiteURL.conflict(shown.subject.variant.description, shown.subject.condition.description).path),
            "laboratoryText": .text(language(sv: "Laboratorium", en: "Laboratory")),
            "laboratories": .list(
                shown.parties.map {
                    FormChoice.option($0.laboratory.text, units[$0.laboratory.text] ?? $0.laboratory.text, false)
                }),
            "wordsText": .text(language(sv: "Vad ni anser, och varför", en: "What you think, and why")), "text": .text(text),
            "classText": .text(language(sv: "Klass, för ett förslag", en: "Class, for a proposal")),
            "classes": FormChoice.options(PathogenicityClass.allCases, chosen: nil, none: "–") {
                "\($0.number) – \($0.name.text(language))"
            },
            "buttons": .list(
                possible.map { act in
                    [
                        "value": .text(act.rawValue), "title": .text(ConflictModel.act(act, language)),
                        "isMain": .flag(act == .comment),
                    ]
                }),
        ]
    }

    static func done(_ act: ConflictAct, _ language: Language) -> String {
        switch act {
        case .join: language(sv: "Deltar", en: "Joined")
        case .comment: language(sv: "Kommentar", en: "Comment")
        case .propose: language(sv: "Förslag", en: "Proposal")
        case .agree: language(sv: "Instämmer", en: "Agreed")
        case .keepApart: language(sv: "Hålls isär", en: "Kept apart")
        case .reopen: language(sv: "Tas upp igen", en: "Taken up again")
        case .dissolve: language(sv: "Upplöst", en: "Dissolved")
        }
    }

    static func act(_ act: ConflictAct, _ language: Language) -> String {
        switch act {
        case .join, .dissolve: ""
        case .comment: language(sv: "Kommentera", en: "Comment")
        case .propose: language(sv: "Föreslå klassen", en: "Propose the class")
        case .agree: language(sv: "Instäm", en: "Agree")
        case .keepApart: language(sv: "Håll isär", en: "Keep apart")
        case .reopen: language(sv: "Ta upp igen", en: "Take up again")
        }
    }
}
