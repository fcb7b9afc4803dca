internal import ClinicalModel
internal import GenomeModel
internal import Operations
internal import Records
internal import ReportModel
internal import StructuredText

/// A case's page in one language.
struct CaseView {
    let model: CaseModel
    let language: Language

    private var shown: ShownCase { model.shown }

    var page: PageView {
        var view = PageView(
            title: language(sv: "Fall \(shown.name)", en: "Case \(shown.name)"), template: "case/show", content: content,
            section: .cases)
        view.lead = model.units[shown.laboratory.text] ?? shown.laboratory.text
        return view
    }

    private var content: PageValue {
        PageValue.fields([
            "done": model.done.map { .text($0.text.text(language)) } ?? .nothing,
            "trouble": model.trouble.map { ["title": .text($0.title), "remedy": .text($0.remedy)] } ?? .nothing,
            "hidden": .text(
                shown.hidden == 0
                    ? ""
                    : language(
                        sv: "\(shown.hidden) personer i fallet får du inte se. Varför står i loggen.",
                        en: "You may not see \(shown.hidden) people of the case. The ledger says why.")),
            "peopleTitle": .text(language(sv: "Personer och prover", en: "People and specimens")),
            "people": .list(shown.members.map(person)),
            "callSetTitle": .text(language(sv: "Analyser", en: "Analyses")), "hasCallSets": .flag(!shown.callSets.isEmpty),
            "callSetColumns": .list(
                [
                    language(sv: "Analys", en: "Analysis"), language(sv: "Prov", en: "Specimen"),
                    language(sv: "Metod", en: "Assay"), language(sv: "Dag", en: "Day"),
                ].map(PageValue.text)),
            "callSets": .list(
                shown.callSets.map { callSet in
                    [
                        "name": .text(callSet.record.name), "specimen": .text(callSet.record.specimen),
                        "assay": .text(callSet.record.assay), "day": .text(DateText.shortDay(callSet.record.analysed, language)),
                    ]
                }),
            "findingTitle": .text(language(sv: "Fynd", en: "Findings")), "hasFindings": .flag(!shown.findings.isEmpty),
            "noFindings": .text(
                language(
                    sv: "Inga fynd är antecknade. Det betyder inte att inget har hittats.",
                    en: "No findings are recorded. That does not mean that nothing was found.")),
            "findings": .list(shown.findings.map(finding)), "genomes": .list(genomes), "reports": reports, "form": form,
        ])
    }

    private func person(_ member: ShownCase.Member) -> PageValue {
        let stopped =
            member.hasStoppedUse
            ? language(sv: "Uppgifterna får inte längre användas.", en: "The data may no longer be used.")
            : member.hasStoppedShowing
                ? language(sv: "Uppgifterna får inte längre visas för andra.", en: "The data may no longer be shown to others.")
                : ""
        return [
            "pseudonym": .text(member.person.pseudonym.text), "sex": .text(member.person.sex.title.text(language)),
            "address": .text(
                SiteURL.person(region: shown.region.description, person: member.person.pseudonym.text, done: nil).path),
            "stopped": .text(stopped),
            "specimens": .text(
                member.specimens.map { $0.name + ($0.sampled.map { " (" + DateText.shortDay($0, language) + ")" } ?? "") }
                    .joined(separator: ", ")),
        ]
    }

    /// Each person of the case by themselves.
    private var genomes: [PageValue] {
        shown.members.enumerated().flatMap { number, member in
            let pseudonym = member.person.pseudonym
            let survey = shown.survey.filter { $0.record.person == pseudonym }
            let title = language(sv: "Längs genomet", en: "Along the genome")
            return GenomePart(
                identifier: "genome-\(number + 1)", title: shown.members.count == 1 ? title : "\(title), \(pseudonym.text)",
                findings: shown.findings.filter { $0.pseudonym == pseudonym }.map(\.finding), survey: survey,
                undrawn: shown.callSets.map(\.record).filter { record in
                    record.person == pseudonym && !survey.contains { $0.record.name == record.name }
                }, genes: model.genes, language: language
            ).values
        }
    }

    private func finding(_ recorded: RecordedFinding) -> PageValue {
        let finding = recorded.finding
        let readings = shown.readings(of: recorded)
        return [
            "title": .text(FindingText(language: language).line(finding)), "identifier": .text(finding.identifier),
            "kind": .text(FindingText(language: language).kind(finding.content.kind)),
            "method": .text("\(finding.method.name) \(finding.method.version)"), "specimen": .text(finding.specimen),
            "day": .text(DateText.shortDay(finding.date, language)),
            "variant": .optional(finding.content.smallVariant.map { SiteURL.variant($0.variant.variant.notation).path }),
            "variantText": .text(finding.content.smallVariant?.variant.description ?? ""),
            "notExamined": .text(
                finding.notExamined.map { "\($0.name): \($0.reason.text.text(language))" }.joined(separator: "; ")),
            "notExaminedText": .text(language(sv: "Inte undersökt", en: "Not examined")),
            "readings": .list(readings.compactMap(reading)),
            "evidence": EvidenceLines(proposals: shown.evidence, language: language).value(
                of: finding.identifier,
                at: .findingEvidence(shown.laboratory.text, shown.name, finding.identifier, page: nil)),
            "interpret": model.mayInterpret
                ? .text(
                    SiteURL.findingInterpretation(shown.laboratory.text, shown.name, finding.identifier).path) : .nothing,
            "interpretText": .text(
                readings.isEmpty
                    ? language(sv: "Tolka fyndet", en: "Interpret the finding")
                    : language(sv: "Ny tolkning eller ny version", en: "Another interpretation or version")),
        ]
    }

    /// Nil where nothing but a proposal is there that may not be shown.
    private func reading(_ reading: ShownCase.Reading) -> PageValue? {
        let history = reading.history
        let hides = reading.proposal.map { !$0.isShown } ?? false
        let shownVersion = hides ? history.versions.last { $0.state != .proposed } : (history.open ?? history.versions.last)
        let inForce = history.current
        guard let version = shownVersion else {
            guard case .withheld(let reason)? = reading.proposal else { return nil }
            return ["withheld": .text(reason.text.text(language))]
        }
        return [
            "address": .text(SiteURL.interpretation(history.identifier).path),
            "verdict": .markup(InterpretationWords.verdict(version.content, model.names, language)),
            "state": .text(version.state.name.text(language)),
            "stateKey": .text(InterpretationWords.key(version.state)),
            "mark": .text(version.state == .proposed ? version.proposal?.mark.text(language) ?? "" : ""),
            "inForce": inForce.flatMap { current -> PageValue? in
                guard current.number != version.number else { return nil }
                return .markup(
                    Markup(escaping: language(sv: "I kraft: ", en: "In force: "))
                        + InterpretationWords.verdict(current.content, model.names, language))
            } ?? .nothing,
        ]
    }

    private var reports: PageValue {
        var people: [Pseudonym] = []
        for person in shown.callSets.map(\.record.person) where !people.contains(person) { people.append(person) }
        let begin = shown.mayBeginReport ? people : []
        return [
            "title": .text(language(sv: "Svar", en: "Reports")), "hasRows": .flag(!shown.reports.isEmpty),
            "none": .text(
                language(sv: "Fallet har inget svar som du kan öppna.", en: "The case has no report that you can open.")),
            "columns": .list(
                [
                    language(sv: "Svar", en: "Report"), language(sv: "Mall", en: "Template"), language(sv: "Läge", en: "State"),
                    language(sv: "Senast", en: "Latest"),
                ].map(PageValue.text)),
            "rows": .list(shown.reports.map { ReportRow.fields($0.history, title: $0.title.text(language), language) }),
            "begin": .list(
                begin.map { person in
                    [
                        "address": .text(
                            SiteURL.newReport([
                                SiteURL.Item("case", shown.name), SiteURL.Item("laboratory", shown.laboratory.text),
                                SiteURL.Item("person", person.text),
                            ]).path),
                        "text": .text(
                            language(sv: "Börja ett svar", en: "Begin a report")
                                + (begin.count > 1 ? language(sv: " om ", en: " about ") + person.text : "")),
                    ]
                }),
        ]
    }

    private var form: PageValue {
        guard model.mayInterpret, !shown.members.isEmpty else { return .nothing }
        let specimens = shown.members.flatMap(\.specimens).map(\.name)
        func field(_ name: String, _ title: String, _ hint: String = "", isRequired: Bool = false) -> PageValue {
            [
                "name": .text(name), "title": .text(title), "hint": .text(hint), "value": .text(model.sent[name] ?? ""),
                "isRequired": .flag(isRequired),
            ]
        }
        return [
            "title": .text(language(sv: "Anteckna en variant för hand", en: "Record a variant by hand")),
            "action": .text(SiteURL.caseFindings(shown.laboratory.text, shown.name).path),
            "specimenText": .text(language(sv: "Prov", en: "Specimen")),
            "specimens": .list(specimens.map { FormChoice.option($0, $0, $0 == model.sent["specimen"]) }),
            "zygosityText": .text(language(sv: "Zygositet", en: "Zygosity")),
            "zygosities": FormChoice.options(
                SmallVariantFinding.Zygosity.allCases, chosen: model.sent["zygosity"].flatMap(SmallVariantFinding.Zygosity.init),
                none: language(sv: "Inte angiven", en: "Not given")
            ) { FindingText(language: language).zygosity($0) },
            "fields": .list([
                field(
                    "identifier", language(sv: "Laboratoriets beteckning", en: "The laboratory's identifier"), isRequired: true),
                field("variant", language(sv: "Variant (GRCh38)", en: "Variant (GRCh38)"), "17-43093464-G-A", isRequired: true),
                field("gene", language(sv: "Gen", en: "Gene"), "BRCA1"),
                field("transcript", language(sv: "Transkript", en: "Transcript"), "NM_007294.4"),
                field("coding", "c.", "c.68_69del"), field("protein", "p.", "p.(Glu23ValfsTer17)"),
                field("consequence", language(sv: "Konsekvens", en: "Consequence"), "frameshift_variant"),
                field("method", language(sv: "Metod", en: "Method"), "GMS560", isRequired: true),
                field("version", language(sv: "Metodens version", en: "The method's version"), "1", isRequired: true),
            ]),
            "send": .text(language(sv: "Anteckna", en: "Record")),
        ]
    }
}
