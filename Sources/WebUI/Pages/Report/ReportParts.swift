internal import AccessModel
internal import ClinicalModel
internal import GenomeModel
internal import ReportModel
internal import StructuredText

/// A version of a report as templates read it: the same parts make the page and the document.
struct ReportParts {
    let document: ReportDocument
    let language: Language

    private var content: ReportContent { document.content }
    private var version: ReportVersion { document.version }

    var title: String { language(document.template.title) }

    var stateText: String {
        language(sv: "Version \(version.number): ", en: "Version \(version.number): ") + language(version.state.name)
    }

    var fields: [String: PageValue] {
        [
            "stateText": .text(stateText), "stateKey": .text(ReportRow.key(version.state)), "facts": .list(facts),
            "sections": .list(sections),
            "gapsTitle": .text(language(sv: "Inte undersökt", en: "Not examined")),
            "gapsNone": .text(
                language(
                    sv: "Inget är angivet som inte undersökt utöver vad metoderna inte kan se.",
                    en: "Nothing is stated as not examined beyond what the methods cannot see.")),
            "hasGaps": .flag(!content.allNotExamined.isEmpty), "gaps": .list(gaps),
            "methodsTitle": .text(language(sv: "Metoder", en: "Methods")), "methods": .list(methods),
            "hasMethods": .flag(!methods.isEmpty),
            "citationsTitle": .text(language(sv: "Kunskap som svaret vilar på", en: "Knowledge that the report rests on")),
            "hasCitations": .flag(!content.citations.isEmpty), "citations": .list(citations),
            "changesTitle": .text(language(sv: "Ändrat sedan föregående version", en: "Changed since the version before")),
            "hasChanges": .flag(document.difference != nil), "changes": .list(changes), "reason": .text(version.reason),
            "stepsTitle": .text(language(sv: "Vem har gjort vad", en: "Who did what")), "steps": .list(steps),
            "sourcesTitle": .text(language(sv: "Mallen följer", en: "The template follows")), "sources": .list(sources),
            "countsNote": .text(
                language(
                    sv:
                        "Antalen gäller personer i regionernas uppgifter vid frågetillfället: patienter, inte ett urval av befolkningen.",
                    en:
                        "The counts are of people in the regions' data when they were asked: patients, not a sample of the population."
                )),
        ]
    }

    private static func fact(_ name: String, _ value: String) -> PageValue { ["name": .text(name), "value": .text(value)] }

    private var facts: [PageValue] {
        let subject = document.history.subject
        let sex =
            switch subject.sex {
            case .female: language(sv: "kvinna", en: "female")
            case .male: language(sv: "man", en: "male")
            case .unknown: language(sv: "okänt", en: "unknown")
            }
        let samples = subject.samples.map { sample in
            [
                sample.name, sample.kind.title.text(language).lowercased(),
                sample.sampled.map { DateText.shortDay($0, language) },
            ].compactMap { $0 }.joined(separator: ", ")
        }
        let signed = version.signature.map {
            $0.name + " (" + language($0.role.title) + "), " + DateText.moment($0.time, language)
        }
        return [
            ReportParts.fact(language(sv: "Ärende", en: "Case"), subject.caseName),
            ReportParts.fact(language(sv: "Laboratorium", en: "Laboratory"), document.laboratoryName),
            ReportParts.fact(language(sv: "Beställare", en: "Ordered by"), document.ordererName ?? "–"),
            ReportParts.fact(language(sv: "Patient (pseudonym)", en: "Patient (pseudonym)"), document.history.person.text),
            ReportParts.fact(
                language(sv: "Kön och födelse", en: "Sex and birth"),
                [sex, subject.birth.map { DateText.month($0, language) }].compactMap { $0 }.joined(separator: ", ")),
            ReportParts.fact(language(sv: "Prov", en: "Specimens"), samples.isEmpty ? "–" : samples.joined(separator: "; ")),
            ReportParts.fact(
                language(sv: "Mall", en: "Template"),
                title + language(sv: ", version ", en: ", version ") + "\(document.template.version)"),
            ReportParts.fact(language(sv: "Svar", en: "Report"), document.history.identifier),
            ReportParts.fact(language(sv: "Signerat", en: "Signed"), signed ?? language(sv: "inte än", en: "not yet")),
        ]
    }

    /// The conclusion first: whoever has time for one paragraph reads that one.
    private var sections: [PageValue] {
        let all = document.template.sections
        return (all.filter { $0.kind == .conclusion } + all.filter { $0.kind != .conclusion }).map { section in
            let filled = document.filled(section)
            return [
                "title": .text(language(section.title)), "hasItems": .flag(!filled.isEmpty),
                "none": .text(language(sv: "Inget är ifyllt.", en: "Nothing is filled in.")),
                "items": .list(filled.map { item($0.item, $0.value) }),
            ]
        }
    }

    private func item(_ item: TemplateItem, _ value: ItemValue) -> PageValue {
        var fields: [String: PageValue] = ["label": .text(language(item.label))]
        switch value {
        case .findings(let names) where !names.isEmpty:
            fields["hasFindings"] = true
            fields["findings"] = .list(names.compactMap(content.finding).map(finding))
        case .notExamined(let reason):
            fields["isGap"] = true
            fields["value"] = .text(language(sv: "Inte undersökt: ", en: "Not examined: ") + language(reason.text))
        case .code(let code): fields["value"] = .markup(CodeText(document.names, language).markup(code))
        default: fields["value"] = .text(text(value, of: item))
        }
        return .fields(fields)
    }

    /// A value in words.
    func text(_ value: ItemValue, of item: TemplateItem) -> String {
        switch value {
        case .text(let text): return text
        case .number(let number):
            guard case .number(let unit, _, _) = item.kind, let measured = MeasuredValue(number, unit: unit) else {
                return "\(number)"
            }
            return FindingText(language: language).measured(measured)
        case .code(let code): return document.names.label(code, language)
        case .choices(let keys):
            guard case .choice(let choices, _) = item.kind else { return keys.joined(separator: ", ") }
            return keys.map { key in choices.first { $0.key == key }.map { language($0.label) } ?? key }.joined(separator: ", ")
        case .date(let date): return DateText.day(date, language)
        case .findings(let names):
            return names.isEmpty
                ? language(sv: "Undersökt, inget fynd", en: "Examined, nothing found") : names.joined(separator: ", ")
        case .notExamined(let reason): return language(reason.text)
        }
    }

    private func finding(_ reported: ReportedFinding) -> PageValue {
        let (words, meaning) = (FindingText(language: language), MeaningText(language: language, names: document.names))
        let interpretation = reported.interpretation
        return [
            "title": .text(words.title(reported.finding)),
            "details": .text(words.details(reported.finding).joined(separator: " · ")),
            "headline": interpretation.map { PageValue.markup(meaning.headline($0)) } ?? .text(headline(reported.finding)),
            "grounds": .list((interpretation.map(meaning.grounds) ?? []).map(PageValue.markup)),
            "signature": .optional(interpretation.map(meaning.signature)),
            "counts": .optional(reported.counts.map(meaning.counts)), "method": .text(meaning.method(reported.finding)),
        ]
    }

    /// What stands for the assessment of a finding that nobody has interpreted: that, and why, or what was measured.
    private func headline(_ finding: Finding) -> String {
        if let outcome = FindingText(language: language).outcome(finding) { return outcome }
        let none = language(sv: "Ingen tolkning", en: "No interpretation")
        return none + (content.uninterpreted[finding.identifier].map { ": " + language($0.text) } ?? "")
    }

    private var gaps: [PageValue] {
        content.allNotExamined.map { .text($0.name + ": " + language($0.reason.text)) }
    }

    private var methods: [PageValue] {
        var seen = Set<FindingMethod>()
        return content.findings.map(\.finding.method).filter { seen.insert($0).inserted }.map { method in
            let words = [method.name + " " + method.version, method.caller].compactMap { $0 }.joined(separator: ", ")
            return .text(words + (method.limitations.map { ". " + language($0) } ?? ""))
        }
    }

    private var citations: [PageValue] {
        content.citations.map { .text(CitationText(citation: $0, language: language).line) }
    }

    private var sources: [PageValue] {
        document.template.sources.map { .text($0.publisher + ": " + $0.title + ". " + $0.address) }
    }

    private var changes: [PageValue] {
        (document.difference?.entries ?? []).map { entry in
            let what =
                switch entry.subject {
                case .item(let key): document.template.item(key).map { language($0.label) } ?? key
                case .finding(let name): language(sv: "Fynd ", en: "Finding ") + self.name(name)
                case .interpretation(let name): language(sv: "Tolkningen av ", en: "The interpretation of ") + self.name(name)
                case .notExamined(let gap): language(sv: "Inte undersökt: ", en: "Not examined: ") + gap.name
                case .citation(let name): name
                }
            return .text(what + ": " + language(entry.change.name))
        }
    }

    private func name(_ identifier: String) -> String {
        content.finding(identifier).map { FindingText(language: language).title($0.finding) } ?? identifier
    }

    private var steps: [PageValue] {
        let act: (ReportAct) -> LocalizedText = { act in
            switch act {
            case .fill: LocalizedText(sv: "Ifyllt", en: "Filled in")
            case .review: LocalizedText(sv: "Granskat", en: "Reviewed")
            case .sendBack: LocalizedText(sv: "Tillbaka till utkast", en: "Sent back")
            case .sign: LocalizedText(sv: "Signerat", en: "Signed")
            case .amend: LocalizedText(sv: "Ersatt av en senare version", en: "Amended by a later version")
            case .withdraw: LocalizedText(sv: "Återkallat", en: "Withdrawn")
            }
        }
        return version.steps.map { step in
            [
                "act": .text(language(act(step.act))), "who": .text(step.name + ", " + language(step.role.title)),
                "time": .text(DateText.moment(step.time, language)), "words": .text(step.words),
            ]
        }
    }
}
