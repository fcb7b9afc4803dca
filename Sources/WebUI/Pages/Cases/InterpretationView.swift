internal import ClinicalModel
internal import Operations
internal import Records
internal import ReportModel
internal import StructuredText

/// An interpretation's page in one language.
struct InterpretationView {
    let model: InterpretationModel
    let language: Language

    var page: PageView {
        var view = PageView(
            title: FindingText(language: language).line(model.finding.finding), template: "case/interpretation", content: content,
            section: .cases)
        view.lead = language(sv: "Tolkning. ", en: "Interpretation. ") + model.finding.laboratory.text
        view.isWide = true
        return view
    }

    private var content: PageValue {
        PageValue.fields([
            "trouble": model.trouble.map { ["title": .text($0.title), "remedy": .text($0.remedy)] } ?? .nothing,
            "case": .text(SiteURL.laboratoryCase(model.finding.laboratory.text, model.finding.caseName, done: nil).path),
            "caseText": .text(language(sv: "Fall \(model.finding.caseName)", en: "Case \(model.finding.caseName)")),
            "withheld": .text(model.withheld?.text.text(language) ?? ""), "version": version, "history": history,
            "form": form, "acts": acts, "propose": propose,
            "evidence": EvidenceUsing(model: model, language: language).value,
        ])
    }

    // MARK: What it says

    private var version: PageValue {
        guard let version = model.version else { return .nothing }
        return PageValue.fields([
            "title": .text(language(sv: "Version \(version.number)", en: "Version \(version.number)")),
            "state": .text(version.state.name.text(language)), "stateKey": .text(InterpretationWords.key(version.state)),
            "mark": .text(version.state == .proposed ? version.proposal?.mark.text(language) ?? "" : ""),
            "from": .text(
                version.proposal.map {
                    language(sv: "Begynt som förslag enligt \($0.rules), ur ", en: "Begun as a proposal by \($0.rules), from ")
                        + $0.sources.joined(separator: ", ") + "."
                } ?? ""),
            "verdict": .markup(InterpretationWords.verdict(version.content, model.names, language)),
            "facts": .list(facts(version.content)),
            "cautions": .list(cautions(version.content).map(PageValue.text)),
            "criteriaTitle": .text(language(sv: "Kriterier", en: "Criteria")), "criteria": .list(criteria(version.content)),
            "hasCriteria": .flag(!criteria(version.content).isEmpty),
            "columns": .list(
                [
                    language(sv: "Kriterium", en: "Criterion"), language(sv: "Poäng", en: "Points"),
                    language(sv: "Belägg", en: "Evidence"), language(sv: "Källor", en: "Sources"),
                ].map(PageValue.text)),
            "statements": .list(statements(version.content)),
            "statementTitle": .text(language(sv: "Klinisk betydelse", en: "Actionability")),
        ])
    }

    private func fact(_ name: String, _ value: String) -> PageValue { ["name": .text(name), "value": .text(value)] }

    private func fact(_ name: String, _ code: Code) -> PageValue {
        ["name": .text(name), "value": .markup(codes.markup(code))]
    }

    private var codes: CodeText { CodeText(model.names, language) }

    private func facts(_ content: InterpretationContent) -> [PageValue] {
        switch content {
        case .germline(let content):
            let both = content.classification
            var facts = [
                fact(language(sv: "Gen", en: "Gene"), content.gene),
                fact(language(sv: "Tillstånd", en: "Condition"), content.condition),
                fact(language(sv: "Regelverk", en: "Specification"), content.specification),
                fact(
                    language(sv: "Enligt kombinationsreglerna", en: "By the combining rules"),
                    "\(both.classByRules.number) – \(both.classByRules.name.text(language))"),
                fact(
                    language(sv: "Enligt poängen", en: "By the points"),
                    "\(both.points): \(both.classByPoints.number) – \(both.classByPoints.name.text(language))"),
                fact(language(sv: "Klassen vilar på", en: "The class rests on"), basis(content.basis)),
            ]
            if let judgement = content.judgement {
                facts.append(fact(language(sv: "Bedömning", en: "Judgement"), judgement.text(language)))
            }
            return facts
        case .somatic(let content):
            var facts = [fact(language(sv: "Tumörform", en: "Tumour type"), content.tumourType)]
            if let assessed = content.oncogenicity {
                facts.append(
                    fact(
                        language(sv: "Onkogenicitet", en: "Oncogenicity"),
                        "\(assessed.points): \(assessed.oncogenicityClass.name.text(language))"))
            }
            return facts
        }
    }

    func basis(_ basis: GermlineInterpretation.Basis) -> String {
        switch basis {
        case .combiningRules: language(sv: "kombinationsreglerna", en: "the combining rules")
        case .points: language(sv: "poängen", en: "the points")
        case .judgement: language(sv: "egen bedömning", en: "a judgement of one's own")
        }
    }

    private func cautions(_ content: InterpretationContent) -> [String] {
        switch content {
        case .germline(let content):
            let both = content.classification
            let differs =
                both.isInConflict
                ? [
                    both.conflictCrossesBoundary
                        ? language(
                            sv: "Regler och poäng ger klasser på olika sidor om en gräns.",
                            en: "Rules and points give classes on different sides of a boundary.")
                        : language(sv: "Regler och poäng ger olika klasser.", en: "Rules and points give different classes.")
                ] : []
            return differs + both.cautions.map { $0.text.text(language) }
        case .somatic(let content):
            return (content.oncogenicity?.excluded ?? []).map {
                language(
                    sv: "\($0.rawValue) ska inte användas tillsammans med ett kriterium som redan räknas.",
                    en: "\($0.rawValue) is not to be used beside a criterion that is counted already.")
            }
        }
    }

    private func criteria(_ content: InterpretationContent) -> [PageValue] {
        func row(_ label: String, _ text: String, _ points: Int, _ evidence: String, _ sources: String, _ isProposed: Bool)
            -> PageValue
        {
            [
                "label": .text(label), "text": .text(text), "points": .text(points > 0 ? "+\(points)" : "\(points)"),
                "evidence": .text(evidence), "sources": .text(sources),
                "proposed": .text(isProposed ? language(sv: "beräknat, ej bekräftat", en: "computed, not confirmed") : ""),
            ]
        }
        switch content {
        case .germline(let content):
            return content.criteria.map {
                row(
                    $0.label, $0.criterion.text.text(language), $0.points, $0.evidence.text(language),
                    InterpretationWords.references($0.references), $0.isProposed)
            }
        case .somatic(let content):
            return (content.oncogenicity?.criteria ?? []).map {
                row(
                    $0.criterion.rawValue, $0.criterion.text.text(language), $0.criterion.points, $0.evidence.text(language),
                    InterpretationWords.references($0.references), $0.isProposed)
            }
        }
    }

    private func statements(_ content: InterpretationContent) -> [PageValue] {
        guard case .somatic(let content) = content else { return [] }
        return content.actionability.map { statement in
            [
                "tier": .text(statement.tier.rawValue + (statement.escat.map { ", ESCAT \($0.rawValue)" } ?? "")),
                "kind": .text(InterpretationView.title(statement.kind, language)),
                "drugs": .markup(codes.drugs(statement.drugs, statement.uncodedDrugs)),
                "text": .text(statement.statement.text(language)),
                "sources": .text(InterpretationWords.references(statement.references)),
            ]
        }
    }

    static func title(_ kind: Actionability.Kind, _ language: Language) -> String {
        switch kind {
        case .sensitivity: language(sv: "Känslighet", en: "Sensitivity")
        case .resistance: language(sv: "Resistens", en: "Resistance")
        case .diagnostic: language(sv: "Diagnostik", en: "Diagnosis")
        case .prognostic: language(sv: "Prognos", en: "Prognosis")
        }
    }

    // MARK: What was done

    private var history: PageValue {
        guard case .known(let recorded) = model.subject else { return .nothing }
        let versions = recorded.history.versions.filter { model.withheld == nil || $0.state != .proposed }
        return [
            "title": .text(language(sv: "Versioner", en: "Versions")),
            "versions": .list(
                versions.reversed().map { version in
                    [
                        "title": .markup(
                            Markup(escaping: "\(version.number). ")
                                + InterpretationWords.verdict(version.content, model.names, language)),
                        "state": .text(version.state.name.text(language)),
                        "stateKey": .text(InterpretationWords.key(version.state)),
                        "begun": .text(
                            (version.proposal == nil
                                ? language(sv: "Begynt ", en: "Begun ") : language(sv: "Beräknat ", en: "Computed "))
                                + DateText.moment(version.begun, language)),
                        "steps": .list(
                            version.steps.map { step in
                                [
                                    "act": .text(InterpretationView.done(step.act, language)),
                                    "who": .text("\(step.name), \(step.role.title.text(language))"),
                                    "time": .text(DateText.moment(step.time, language)), "words": .text(step.words),
                                ]
                            }),
                    ]
                }),
        ]
    }

    static func done(_ act: InterpretationAct, _ language: Language) -> String {
        switch act {
        case .adopt: language(sv: "Övertagen", en: "Adopted")
        case .edit: language(sv: "Ändrad", en: "Edited")
        case .sign: language(sv: "Signerad", en: "Signed")
        case .sendBack: language(sv: "Tillbakaskickad", en: "Sent back")
        case .supersede: language(sv: "Ersatt", en: "Superseded")
        case .withdraw: language(sv: "Återkallad", en: "Withdrawn")
        }
    }

    // MARK: What can be done

    private var acts: PageValue {
        guard case .known(let recorded) = model.subject else { return .nothing }
        let buttons = model.possible.filter { $0 != .edit }
        guard !buttons.isEmpty else { return .nothing }
        return [
            "title": .text(language(sv: "Signera, skicka tillbaka eller återkalla", en: "Sign, send back or withdraw")),
            "address": .text(SiteURL.interpretationSteps(recorded.history.identifier).path),
            "wordsText": .text(
                language(sv: "Skäl, när du skickar tillbaka eller återkallar", en: "Reason, when sending back or withdrawing")),
            "buttons": .list(
                buttons.map { act in
                    [
                        "value": .text(act.rawValue), "title": .text(InterpretationView.act(act, language)),
                        "isMain": .flag(act == .sign || act == .adopt),
                    ]
                }),
        ]
    }

    private static func act(_ act: InterpretationAct, _ language: Language) -> String {
        switch act {
        case .adopt: language(sv: "Överta förslaget", en: "Adopt the proposal")
        case .edit: language(sv: "Spara", en: "Save")
        case .sign: language(sv: "Signera", en: "Sign")
        case .sendBack: language(sv: "Skicka tillbaka", en: "Send back")
        case .supersede: ""
        case .withdraw: language(sv: "Återkalla", en: "Withdraw")
        }
    }

    private var propose: PageValue {
        guard case .new(let laboratory, let name) = model.subject, model.finding.finding.content.smallVariant != nil else {
            return .nothing
        }
        return [
            "title": .text(language(sv: "Beräkna ett förslag", en: "Compute a proposal")),
            "explanation": .text(
                language(
                    sv:
                        "Programmet föreslår de kriterier som uppgifterna ensamma stöder, och visar det bara där regionen har beslutat det. Du tar ställning till vart och ett.",
                    en:
                        "The program proposes the criteria that data alone support, and shows it only where the region has decided so. You decide on each."
                )),
            "address": .text(SiteURL.findingProposal(laboratory, name, model.finding.finding.identifier).path),
            "isGermline": .flag(model.kind == .germline),
            "codeName": .text(model.kind == .germline ? "condition" : "tumour-type"),
            "codeText": .text(
                model.kind == .germline
                    ? language(sv: "Tillstånd", en: "Condition") : language(sv: "Tumörform", en: "Tumour type")),
            "codeHint": .text(model.kind == .germline ? "ORPHA:145" : "LUAD"),
            "kind": .text(model.kind.rawValue), "send": .text(language(sv: "Beräkna", en: "Compute")),
        ]
    }

    private var form: PageValue {
        model.mayEdit ? InterpretationFormView(model: model, language: language).content : .nothing
    }
}
