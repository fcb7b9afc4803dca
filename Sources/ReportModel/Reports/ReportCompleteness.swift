internal import ClinicalModel
internal import StructuredText

/// What a content lacks by its template, in the template's order; empty for a complete one.
package struct ReportCompleteness: Sendable {
    package let lacks: [ReportLack]

    package init(_ content: ReportContent, by template: ReportTemplate) {
        var lacks: [ReportLack] = []
        for item in template.items {
            if let code = ReportCompleteness.lack(of: item, in: content) {
                lacks.append(ReportLack(code, place: item.key, label: item.label))
            }
        }
        let known = Set(template.items.map(\.key))
        for key in content.values.keys.sorted() where !known.contains(key) {
            lacks.append(ReportLack(.unknownItem, place: key, label: LocalizedText(sv: key, en: key)))
        }
        let told = Set(
            content.values.values.flatMap { value -> [String] in if case .findings(let list) = value { list } else { [] } })
        for reported in content.findings {
            let name = reported.finding.identifier
            func add(_ code: ReportLack.Code) {
                lacks.append(ReportLack(code, place: name, label: LocalizedText(sv: name, en: name)))
            }
            if !told.contains(name) { add(.untoldFinding) }
            if let interpretation = reported.interpretation {
                if interpretation.state != .signed { add(.unsignedInterpretation) }
            } else if reported.finding.content.needsInterpretation, content.uninterpreted[name] == nil {
                add(.missingInterpretation)
            }
            if case .secondary(let finding) = reported.finding.content, !finding.mayBeReported { add(.unwantedFinding) }
        }
        self.lacks = lacks
    }

    package var isComplete: Bool { lacks.isEmpty }

    private static func lack(of item: TemplateItem, in content: ReportContent) -> ReportLack.Code? {
        let value = content.values[item.key]
        switch item.need {
        case .required: if value == nil { return .missing }
        case .optional: break
        case .conditional(let other, let among):
            var chosen: [String] = []
            if case .choices(let keys) = content.values[other] { chosen = keys }
            let isCalledFor = !Set(chosen).isDisjoint(with: among)
            if isCalledFor, value == nil { return .missing }
            if !isCalledFor, value != nil { return .notCalledFor }
        }
        return value.flatMap { lack(of: $0, for: item, in: content) }
    }

    private static func lack(of value: ItemValue, for item: TemplateItem, in content: ReportContent) -> ReportLack.Code? {
        switch (item.kind, value) {
        case (_, .notExamined): return nil
        case (.text, .text(let text)): return text.contains { !$0.isWhitespace } ? nil : .missing
        case (.number(_, let lowest, let highest), .number(let number)):
            return number >= lowest ?? -.infinity && number <= highest ?? .infinity ? nil : .outOfRange
        case (.code(let system), .code(let code)): return code.system == system ? nil : .wrongKind
        case (.date, .date): return nil
        case (.choice(let choices, let isMany), .choices(let keys)):
            guard !keys.isEmpty else { return .missing }
            guard Set(choices.map(\.key)).isSuperset(of: keys) else { return .unknownChoice }
            return keys.count == 1 || isMany ? nil : .tooManyChoices
        case (.findings(let kinds), .findings(let names)):
            for name in names {
                guard let reported = content.finding(name) else { return .unknownFinding }
                guard kinds.contains(reported.finding.kind) else { return .wrongKind }
            }
            return nil
        case (.biomarker(let marker), .findings(let names)):
            guard !names.isEmpty else { return .missing }
            for name in names {
                guard let reported = content.finding(name) else { return .unknownFinding }
                guard case .biomarker(let biomarker) = reported.finding.content, biomarker.marker.key == marker else {
                    return .wrongKind
                }
            }
            return nil
        default: return .wrongKind
        }
    }
}
