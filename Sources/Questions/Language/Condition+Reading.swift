internal import ClinicalModel
internal import GenomeModel
internal import StructuredText

/// A value as somebody wrote it: one text, or two as a range.
struct WrittenValue {
    let first: String
    let last: String?
    let place: SourcePlace
}

extension Condition {
    /// What both forms of the language make of a field and its values; at least one value. Ages are read elsewhere.
    static func read(
        _ field: CohortField, isUnder: Bool, _ values: [WrittenValue]
    ) throws(QuestionError) -> Condition {
        func each<Value>(_ make: (String) -> Value?) throws(QuestionError) -> [Value] {
            var made: [Value] = []
            for written in values {
                guard written.last == nil else { throw QuestionError(.comparisonNotForField, at: written.place, field: field) }
                guard let value = make(written.first) else {
                    throw QuestionError(
                        .unknownValue, at: written.place, field: field, found: written.first, among: field.words)
                }
                made.append(value)
            }
            return made
        }
        func codes() throws(QuestionError) -> CodeSelection {
            try CodeSelection.read(field, isUnder: isUnder, values)
        }
        return switch field {
        case .region: .region(try each { RegionCode($0) })
        case .provider: .provider(try each { OrganisationCode($0) })
        case .laboratory: .laboratory(try each { OrganisationCode($0) })
        case .assay: .assay(try each { isName($0) ? $0 : nil })
        case .assayKind: .assayKind(try each { AssayVersion.Kind(rawValue: $0.lowercased()) })
        case .area: .area(try each { Area(rawValue: $0.lowercased()) })
        case .sex: .sex(try each { Sex(rawValue: $0.lowercased()) })
        case .origin: .origin(try each { Origin(rawValue: $0.lowercased()) })
        case .diagnosis: .diagnosis(try codes())
        case .carrier: .carrier(try codes())
        case .phenotype: .phenotype(try codes())
        case .phenotypeExcluded: .phenotypeExcluded(try codes())
        case .treatment: .treatment(try codes())
        case .age:
            throw QuestionError(.badAge, at: values.first?.place ?? SourcePlace(line: 1, column: 1), field: .age)
        }
    }

    /// As assays are named in the index: 1–255 bytes without control characters.
    static func isName(_ text: String) -> Bool {
        (1...255).contains(text.utf8.count) && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    }
}

extension CodeSelection {
    fileprivate static func read(
        _ field: CohortField, isUnder: Bool, _ values: [WrittenValue]
    ) throws(QuestionError) -> CodeSelection {
        var codes: [Code] = []
        var spans: [CodeSpan] = []
        for written in values {
            let first = try code(written.first, field, written.place)
            if let last = written.last {
                guard isUnder, let end = Code(last) ?? Code(first.system, last), let span = CodeSpan(first, end) else {
                    throw QuestionError(.badSpan, at: written.place, field: field)
                }
                spans.append(span)
            } else if isUnder {
                spans.append(CodeSpan(first))
            } else {
                codes.append(first)
            }
        }
        return isUnder ? .under(spans) : .among(codes)
    }

    private static func code(_ text: String, _ field: CohortField, _ place: SourcePlace) throws(QuestionError) -> Code {
        let prefix = text.prefix { $0 != ":" }
        guard prefix.endIndex < text.endIndex, let system = CodeSystem(named: prefix) else {
            throw QuestionError(
                .unknownSystem, at: place, field: field, found: String(prefix),
                among: CodeSystem.allCases.filter(field.systems.contains).map(\.prefix))
        }
        guard field.systems.contains(system) else {
            throw QuestionError(.systemNotForField, at: place, field: field, found: text)
        }
        guard let code = Code(text) else { throw QuestionError(.notACode, at: place, field: field, found: text) }
        return code
    }
}
