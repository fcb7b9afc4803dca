internal import AccessModel
internal import ClinicalModel
internal import Operations
internal import ReportModel
internal import StructuredText

extension RulesModel {
    func view(_ language: Language) -> PageView {
        var view = PageView(
            title: language(sv: "Regler för tolkning", en: "Rules of interpretation"), template: "rules",
            content: [
                "done": .optional(done.map { $0.text.text(language) }),
                "trouble": trouble.map { ["title": .text($0.title), "remedy": .text($0.remedy)] } ?? .nothing,
                "address": .text(SiteURL.rules.path), "signingAddress": .text(SiteURL.rulesSigning.path),
                "proposalsTitle": .text(language(sv: "Beräknade förslag", en: "Computed proposals")),
                "proposalsLead": .text(
                    language(
                        sv:
                            "Programvara som föreslår en klassning är en medicinteknisk produkt. Utan beslut om just den versionen visas förslag bara i forskning. Två dataförvaltare beslutar.",
                        en:
                            "Software that proposes a classification is a medical device. Without a decision on that very version, proposals are shown in research alone. Two data stewards decide."
                    )), "rules": .list(standing.rules.enumerated().map { rules($1, $0, language) }),
                "signingTitle": .text(language(sv: "Hur många som signerar", en: "How many sign")),
                "signingLead": .text(
                    language(
                        sv: "Två signaturer är två personers. Det som redan är påbörjat behåller det som gällde då.",
                        en: "Two signatures are two people's. What is begun already keeps what held then.")),
                "signingColumns": .list(
                    [
                        language(sv: "Laboratorium", en: "Laboratory"), language(sv: "Signaturer", en: "Signatures"),
                        language(sv: "Ändra", en: "Change"),
                    ].map(PageValue.text)),
                "laboratories": .list(
                    standing.laboratories.map { entry in
                        let isTwo = entry.signs.needsTwoSignatures
                        return [
                            "name": .text(entry.laboratory.name), "code": .text(entry.laboratory.code.text),
                            "number": .text(isTwo ? "2" : "1"), "next": .text(isTwo ? "1" : "2"),
                            "button": .text(
                                isTwo
                                    ? language(sv: "Kräv en signatur", en: "Ask for one signature")
                                    : language(sv: "Kräv två signaturer", en: "Ask for two signatures")),
                        ]
                    }),
            ], section: .rules)
        view.lead = language(
            sv: "Vad regionen har beslutat om beräknade förslag, och hur många som signerar en tolkning.",
            en: "What the region has decided about computed proposals, and how many sign an interpretation.")
        return view
    }

    private func rules(_ entry: InterpretationStanding.Rules, _ number: Int, _ language: Language) -> PageValue {
        [
            "number": .text("\(number)"), "title": .text(RulesModel.title(entry.rules, language)),
            "name": .text(entry.rules.name), "version": .text(entry.rules.version),
            "state": .text(RulesModel.name(entry.setting, language)),
            "stateKey": .text(entry.setting == .shownInCare ? "answered" : "suppressed"),
            "waiting": entry.waiting.map { waiting(to: $0, language) } ?? .nothing,
            "settingText": .text(language(sv: "Beslut", en: "Decision")),
            "settings": FormChoice.options(ProposalSwitch.Setting.allCases, chosen: nil) { RulesModel.name($0, language) },
            "fromText": .text(language(sv: "Gäller från", en: "From")), "today": .text(today.description),
            "groundText": .text(
                language(
                    sv: "Grund (beslutets och valideringens nummer)", en: "Ground (numbers of the decision and its validation)")),
            "ground": .text(sentGround), "propose": .text(language(sv: "Föreslå beslutet", en: "Propose the decision")),
            "decisions": .list(
                entry.decisions.reversed().map { decided in
                    .text(
                        DateText.day(decided.from, language) + ": " + RulesModel.name(decided.setting, language) + ". "
                            + decided.ground + " (" + decided.deciders.joined(separator: ", ") + ")")
                }),
        ]
    }

    private func waiting(to decision: WaitingProposalDecision, _ language: Language) -> PageValue {
        [
            "text": .text(
                language(sv: "Föreslaget: ", en: "Proposed: ") + RulesModel.name(decision.setting, language)
                    + language(sv: " från ", en: " from ") + DateText.day(decision.from, language) + ". " + decision.ground + " ("
                    + decision.proposer + ")"),
            "mayConfirm": .flag(!actor.isSamePerson(as: decision.proposer)),
            "confirm": .text(language(sv: "Bekräfta beslutet", en: "Confirm the decision")),
            "own": .text(
                language(
                    sv: "Du har föreslagit det. En annan dataförvaltare bekräftar.",
                    en: "You proposed it. Another data steward confirms it.")),
        ]
    }

    private static func title(_ rules: RuleSet, _ language: Language) -> String {
        let what =
            switch rules.name {
            case GermlineProposal.rules.name: language(sv: "Medfödda varianter", en: "Inherited variants")
            case SomaticProposal.rules.name: language(sv: "Tumörvarianter", en: "Tumour variants")
            case EvidenceProposal.rules.name: language(sv: "Evidens om fynd", en: "Evidence about findings")
            default: rules.name
            }
        return what + " (" + rules.description + ")"
    }

    private static func name(_ setting: ProposalSwitch.Setting, _ language: Language) -> String {
        switch setting {
        case .researchOnly: language(sv: "Visas bara i forskning", en: "Shown in research only")
        case .shownInCare: language(sv: "Visas i vården", en: "Shown in care")
        }
    }
}
