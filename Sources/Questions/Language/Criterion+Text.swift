internal import ClinicalModel
internal import GenomeModel

extension Question {
    /// The question as the language writes it, in one line: the same text for the same question, and it parses to the same
    /// question again.
    package var text: String {
        switch kind {
        case .count: "count " + criterion.text
        case .frequency(let variant):
            "frequency " + Written.variant(variant) + (criterion == .everyone ? "" : " where " + criterion.text)
        }
    }
}

extension Criterion {
    package var text: String {
        switch self {
        case .everyone: "all"
        case .condition(let condition): condition.text
        case .and(let parts):
            parts.isEmpty ? "all" : parts.map { $0.isWeakerThanAnd ? "(\($0.text))" : $0.text }.joined(separator: " and ")
        case .or(let parts):
            parts.isEmpty ? "not all" : parts.map { $0.isOr ? "(\($0.text))" : $0.text }.joined(separator: " or ")
        case .not(let part): "not " + (part.isWeakerThanAnd ? "(\(part.text))" : part.text)
        }
    }

    private var isOr: Bool {
        if case .or = self { return true }
        return false
    }

    private var isWeakerThanAnd: Bool {
        switch self {
        case .and, .or: true
        case .everyone, .condition, .not: false
        }
    }
}

extension Condition {
    package var text: String {
        switch self {
        case .region(let values): Written.list("region", values.map(\.description))
        case .provider(let values): Written.list("provider", values.map(\.text))
        case .laboratory(let values): Written.list("laboratory", values.map(\.text))
        case .assay(let values): Written.list("assay", values)
        case .assayKind(let values): Written.list("assay-kind", values.map(\.rawValue))
        case .area(let values): Written.list("area", values.map(\.rawValue))
        case .sex(let values): Written.list("sex", values.map(\.rawValue))
        case .origin(let values): Written.list("origin", values.map(\.rawValue))
        case .diagnosis(let codes): Written.codes("diagnosis", codes)
        case .carrier(let codes): Written.codes("carrier", codes)
        case .phenotype(let codes): Written.codes("phenotype", codes)
        case .phenotypeExcluded(let codes): Written.codes("phenotype-excluded", codes)
        case .treatment(let codes): Written.codes("treatment", codes)
        case .age(let span): Written.age(span)
        case .carries(let call): "carries " + Written.carried(call)
        }
    }
}

/// How values are written in the text form.
enum Written {
    static func list(_ field: String, _ values: [String]) -> String {
        values.count == 1
            ? "\(field) = \(word(values[0]))" : "\(field) in (\(values.map(word).joined(separator: ", ")))"
    }

    static func codes(_ field: String, _ selection: CodeSelection) -> String {
        switch selection {
        case .among(let codes): list(field, codes.map(\.description))
        case .under(let spans):
            spans.count == 1
                ? "\(field) under \(span(spans[0]))" : "\(field) under (\(spans.map(span).joined(separator: ", ")))"
        }
    }

    static func span(_ span: CodeSpan) -> String {
        span.isSingle ? span.first.description : span.first.description + ".." + span.last.value
    }

    static func age(_ span: AgeSpan) -> String {
        switch (span.from, span.through) {
        case (let from?, let through?): from == through ? "age = \(from)" : "age in \(from)..\(through)"
        case (let from?, nil): "age >= \(from)"
        case (nil, let through?): "age <= \(through)"
        // An age span has at least one end.
        case (nil, nil): "age >= 0"
        }
    }

    /// Bare where the lexer would read the same word back, else in quotation marks.
    static func word(_ text: String) -> String {
        let isBare = !text.isEmpty && text.unicodeScalars.allSatisfy(QuestionLexer.isWordScalar) && !text.contains("..")
        return isBare ? text : quoted(text)
    }

    static func variant(_ text: String) -> String {
        let isBare = !text.isEmpty && text.unicodeScalars.allSatisfy(QuestionLexer.isVariantScalar)
        return isBare ? text : quoted(text)
    }

    /// A phrase in its canonical text stands bare.
    static func carried(_ text: String) -> String { CallPhrase(text)?.text == text ? text : variant(text) }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" || scalar == "\\" { quoted += "\\" }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }
}
