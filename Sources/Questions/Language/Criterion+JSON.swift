internal import ClinicalModel
internal import GenomeModel
package import StructuredText

extension Question {
    /// The JSON form; it reads back to the same question.
    package var json: JSONValue {
        switch kind {
        case .count: JSONValue(members: [("count", criterion.json)])
        case .frequency(let variant):
            // `nil` alone would be JSON's null, which is a literal of the type too.
            JSONValue(members: [
                ("frequency", JSONValue(.string(variant))), ("where", criterion == .everyone ? .none : .some(criterion.json)),
            ])
        }
    }
}

extension Criterion {
    package var json: JSONValue {
        switch self {
        case .everyone: ["all": true]
        case .and(let parts): parts.isEmpty ? ["all": true] : JSONValue(members: [("and", JSONValue(parts.map(\.json)))])
        case .or(let parts):
            parts.isEmpty ? ["not": ["all": true]] : JSONValue(members: [("or", JSONValue(parts.map(\.json)))])
        case .not(let part): JSONValue(members: [("not", part.json)])
        case .condition(let condition): condition.json
        }
    }
}

extension Condition {
    package var json: JSONValue {
        func member(_ field: CohortField, _ value: JSONValue) -> JSONValue { JSONValue(members: [(field.rawValue, value)]) }
        func list(_ values: [String]) -> JSONValue { values.count == 1 ? JSONValue(.string(values[0])) : JSONValue(values) }
        func codes(_ selection: CodeSelection) -> JSONValue {
            switch selection {
            case .among(let codes): list(codes.map(\.description))
            case .under(let spans):
                JSONValue(members: [
                    ("under", list(spans.map { $0.isSingle ? $0.first.description : "\($0.first)..\($0.last.value)" }))
                ])
            }
        }
        return switch self {
        case .region(let values): member(.region, list(values.map(\.description)))
        case .provider(let values): member(.provider, list(values.map(\.text)))
        case .laboratory(let values): member(.laboratory, list(values.map(\.text)))
        case .assay(let values): member(.assay, list(values))
        case .assayKind(let values): member(.assayKind, list(values.map(\.rawValue)))
        case .area(let values): member(.area, list(values.map(\.rawValue)))
        case .sex(let values): member(.sex, list(values.map(\.rawValue)))
        case .origin(let values): member(.origin, list(values.map(\.rawValue)))
        case .diagnosis(let selection): member(.diagnosis, codes(selection))
        case .carrier(let selection): member(.carrier, codes(selection))
        case .phenotype(let selection): member(.phenotype, codes(selection))
        case .phenotypeExcluded(let selection): member(.phenotypeExcluded, codes(selection))
        case .treatment(let selection): member(.treatment, codes(selection))
        case .age(let span):
            member(
                .age,
                JSONValue(members: [
                    ("from", span.from.map { JSONValue(.number(String($0))) }),
                    ("through", span.through.map { JSONValue(.number(String($0))) }),
                ]))
        case .carries(let call):
            JSONValue(members: [
                ("carries", CallPhrase(call).flatMap { $0.text == call ? $0.json : nil } ?? JSONValue(.string(call)))
            ])
        }
    }
}
