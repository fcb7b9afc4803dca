internal import ClinicalModel
internal import Operations
internal import ReportModel
internal import StructuredText

/// What a sent form says, item by item. A value that cannot be read is an error with its item; nothing is guessed.
struct ReportFormReading {
    let values: [String: ItemValue]
    let notExamined: [NotExamined]
    let uninterpreted: [String: UninterpretedReason]
    let countsAnew: Bool

    /// Throws `ReportError.unreadable`.
    init(_ form: PageForm, by template: ReportTemplate) throws {
        var values: [String: ItemValue] = [:]
        for item in template.items {
            let gap = form.text("gap-" + item.key)
            if let gap {
                guard let reason = NotExamined.Reason(rawValue: gap) else { throw ReportError(.unreadable, place: item.key) }
                values[item.key] = .notExamined(reason)
            } else {
                values[item.key] = try ReportFormReading.value(form.texts("item-" + item.key).filter { !$0.isEmpty }, of: item)
            }
        }
        self.values = values
        var gaps: [NotExamined] = []
        var number = 0
        while let subject = form.text("whole-\(number)-subject") {
            if let name = form.text("whole-\(number)-name") {
                guard let subject = NotExamined.Subject(rawValue: subject),
                    let reason = form.text("whole-\(number)-reason").flatMap(NotExamined.Reason.init(rawValue:))
                else { throw ReportError(.unreadable, place: "whole") }
                gaps.append(NotExamined(subject, name, reason))
            }
            number += 1
        }
        notExamined = gaps
        var reasons: [String: UninterpretedReason] = [:]
        for field in form.fields where field.name.hasPrefix(ReportForm.bare) && !field.value.isEmpty {
            guard let reason = UninterpretedReason(rawValue: field.value) else {
                throw ReportError(.unreadable, place: "uninterpreted")
            }
            reasons[String(field.name.dropFirst(ReportForm.bare.count))] = reason
        }
        uninterpreted = reasons
        countsAnew = form.text("anew") != nil
    }

    private static func value(_ written: [String], of item: TemplateItem) throws -> ItemValue? {
        guard let first = written.first else { return nil }
        func known<Value>(_ value: Value?) throws -> Value {
            guard let value else { throw ReportError(.unreadable, place: item.key) }
            return value
        }
        switch item.kind {
        case .text: return .text(first)
        case .number:
            // A decimal comma, as people write it.
            let number = try known(Double(first.replacing(",", with: ".").filter { !$0.isWhitespace }))
            return .number(try known(number.isFinite ? number : nil))
        case .code(let system): return .code(try known(Code(first) ?? Code(system, first)))
        case .choice: return .choices(written)
        case .date: return .date(try known(CivilDate(first)))
        case .findings: return .findings(written.filter { $0 != ReportForm.nothing })
        case .biomarker: return .findings(written)
        }
    }
}
