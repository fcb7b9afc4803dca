internal import ClinicalModel
internal import Operations
internal import ReportModel
internal import StructuredText

/// The form in which a draft is filled, and what it says when it is sent.
struct ReportForm {
    let shown: ShownReport
    let language: Language
    let region: RegionCode

    /// The value of a findings item for "looked for, and nothing found".
    static let nothing = "none"
    /// How the field begins that says why a finding is told without an interpretation; its identifier follows.
    static let bare = "uninterpreted-"
    /// Rows for what the whole examination left out.
    private static let rows = 6

    private var content: ReportContent { shown.document.content }

    var fields: [String: PageValue] {
        let gaps = content.notExamined
        return [
            "formTitle": .text(language(sv: "Fyll i", en: "Fill in")),
            "fillAddress": .text(
                SiteURL.report(region: region.description, report: shown.document.history.identifier, version: nil).path),
            "formSections": .list(
                shown.document.template.sections.map { section in
                    ["title": .text(language(section.title)), "inputs": .list(section.items.map(input))]
                }),
            "gapLabel": .text(language(sv: "Inte undersökt", en: "Not examined")),
            "wholeTitle": .text(
                language(sv: "Vad undersökningen som helhet inte omfattar", en: "What the examination as a whole left out")),
            "subjectLabel": .text(language(sv: "Slag", en: "Kind")), "nameLabel": .text(language(sv: "Vad", en: "What")),
            "reasonLabel": .text(language(sv: "Varför", en: "Why")),
            "wholeGaps": .list(
                (0..<max(ReportForm.rows, gaps.count + 1)).map { number in
                    let gap = number < gaps.count ? gaps[number] : nil
                    return [
                        "number": .text("\(number)"), "name": .text(gap?.name ?? ""),
                        "subjects": FormChoice.options(NotExamined.Subject.allCases, chosen: gap?.subject) {
                            language(ReportForm.title($0))
                        },
                        "reasons": FormChoice.options(NotExamined.Reason.allCases, chosen: gap?.reason) { language($0.text) },
                    ]
                }),
            "bareTitle": .text(
                language(sv: "Fynd som redovisas utan tolkning", en: "Findings told without an interpretation")),
            "hasBare": .flag(!bare.isEmpty), "bare": .list(bare),
            "anewText": .text(
                language(sv: "Fråga regionerna på nytt om antalen", en: "Ask the regions anew for the counts")),
            "saveText": .text(language(sv: "Spara utkastet", en: "Save the draft")),
        ]
    }

    private var bare: [PageValue] {
        let text = FindingText(language: language)
        return shown.findings.filter { $0.interpretation == nil && $0.finding.content.needsInterpretation }.enumerated().map {
            number, reported in
            let name = reported.finding.identifier
            return [
                "number": .text("\(number)"), "name": .text(ReportForm.bare + name),
                "title": .text(text.title(reported.finding) + " (" + name + ")"),
                "reasons": FormChoice.options(
                    UninterpretedReason.allCases, chosen: content.uninterpreted[name], none: "–"
                ) { language($0.text) },
            ]
        }
    }

    private func input(_ item: TemplateItem) -> PageValue {
        let value = content.values[item.key]
        var reason: NotExamined.Reason?
        if case .notExamined(let why) = value { reason = why }
        var fields: [String: PageValue] = [
            "key": .text(item.key), "label": .text(language(item.label) + need(item)),
            "gaps": FormChoice.options(NotExamined.Reason.allCases, chosen: reason, none: "–") { language($0.text) },
        ]
        switch item.kind {
        case .text:
            fields["isText"] = true
            if case .text(let text) = value { fields["value"] = .text(text) }
        case .number(let unit, _, _):
            fields["isLine"] = true
            fields["type"] = "text"
            let words = FindingText(language: language).unit(unit).drop { $0.isWhitespace }
            fields["label"] = .text(language(item.label) + (words.isEmpty ? "" : " (\(words))") + need(item))
            if case .number(let number) = value { fields["value"] = .text(ReportForm.text(number)) }
        case .code(let system):
            fields["isLine"] = true
            fields["type"] = "text"
            fields["label"] = .text(language(item.label) + " (" + system.prefix + ":…)" + need(item))
            if case .code(let code) = value { fields["value"] = .text(code.description) }
        case .date:
            fields["isLine"] = true
            fields["type"] = "date"
            if case .date(let date) = value { fields["value"] = .text(date.description) }
        case .choice(let choices, let isMany):
            var chosen: [String] = []
            if case .choices(let keys) = value { chosen = keys }
            let options = choices.map { ($0.key, language($0.label)) }
            if isMany { boxes(options, chosen, &fields) } else { select(options, chosen, &fields) }
        case .findings(let kinds):
            var chosen: [String] = []
            if case .findings(let names) = value { chosen = names.isEmpty ? [ReportForm.nothing] : names }
            boxes(
                findings { kinds.contains($0.kind) } + [
                    (ReportForm.nothing, language(sv: "Undersökt, inget fynd", en: "Examined, nothing found"))
                ], chosen, &fields)
        case .biomarker(let marker):
            var chosen: [String] = []
            if case .findings(let names) = value { chosen = names }
            select(
                findings { finding in
                    if case .biomarker(let biomarker) = finding.content { biomarker.marker.key == marker } else { false }
                }, chosen, &fields)
        }
        return .fields(fields)
    }

    private func need(_ item: TemplateItem) -> String {
        switch item.need {
        case .required: " *"
        case .optional: ""
        case .conditional(let other, _):
            language(sv: " * (beroende på ", en: " * (depending on ")
                + (shown.document.template.item(other).map { language($0.label) } ?? other) + ")"
        }
    }

    private func findings(_ holds: (Finding) -> Bool) -> [(String, String)] {
        let text = FindingText(language: language)
        return shown.findings.map(\.finding).filter(holds).map { finding in
            var title = text.title(finding)
            if case .biomarker(let biomarker) = finding.content { title += ": " + text.result(biomarker) }
            return (finding.identifier, title + " (" + finding.identifier + ")")
        }
    }

    private func boxes(_ options: [(String, String)], _ chosen: [String], _ fields: inout [String: PageValue]) {
        fields["isBoxes"] = true
        fields["options"] = .list(
            options.enumerated().map { number, option in
                [
                    "number": .text("\(number)"), "value": .text(option.0), "title": .text(option.1),
                    "isChosen": .flag(chosen.contains(option.0)),
                ]
            })
    }

    private func select(_ options: [(String, String)], _ chosen: [String], _ fields: inout [String: PageValue]) {
        fields["isSelect"] = true
        fields["options"] = .list(
            [FormChoice.option("", "–", chosen.isEmpty)] + options.map { FormChoice.option($0.0, $0.1, chosen.contains($0.0)) })
    }

    /// A number as it is written into the form: `40`, `12.5`.
    static func text(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
    }

    static func title(_ subject: NotExamined.Subject) -> LocalizedText {
        switch subject {
        case .gene: LocalizedText(sv: "gen", en: "gene")
        case .region: LocalizedText(sv: "område", en: "region")
        case .exon: LocalizedText(sv: "exon", en: "exon")
        case .variantKind: LocalizedText(sv: "slag av förändring", en: "kind of variant")
        case .biomarker: LocalizedText(sv: "biomarkör", en: "biomarker")
        case .specimen: LocalizedText(sv: "prov", en: "specimen")
        }
    }
}
