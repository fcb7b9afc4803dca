internal import ClinicalModel
internal import GenomeModel
package import Questions
package import StructuredText

/// One condition of a question as somebody clicks it together. It may not be valid yet.
package struct CriterionRow: Hashable, Sendable {
    /// What it is about: a field of the language, or that a variant is carried.
    package enum Subject: Hashable, Sendable {
        case field(CohortField)
        case carries

        package init?(_ text: String) {
            if text == "carries" {
                self = .carries
            } else if let field = CohortField(rawValue: text) {
                self = .field(field)
            } else {
                return nil
            }
        }

        var word: String {
            switch self {
            case .field(let field): field.rawValue
            case .carries: "carries"
            }
        }

        static let all = CohortField.allCases.map(Subject.field) + [.carries]
    }

    package var subject: Subject
    /// It is an alternative to the row above, with which it stands in one group; else it has to hold too.
    package var isAlternative = false
    package var isNot = false
    /// With everything under the codes, where the subject is coded.
    package var isUnder = true
    /// As written, one for each; of ages the first is the lower end and the second the upper.
    package var values: [String] = []

    package init(
        subject: Subject, isAlternative: Bool = false, isNot: Bool = false, isUnder: Bool = true, values: [String] = []
    ) {
        self.subject = subject
        self.isAlternative = isAlternative
        self.isNot = isNot
        self.isUnder = isUnder
        self.values = values
    }

    /// The row's condition, as the language's JSON has it; nil for an unfinished one.
    package var json: JSONValue? {
        let condition: JSONValue
        switch subject {
        case .carries:
            guard let variant = values.first(where: { !$0.isEmpty }) else { return nil }
            condition = ["carries": JSONValue(.string(variant))]
        case .field(.age):
            let ends = (values + ["", ""]).prefix(2).map { $0 }
            guard !ends[0].isEmpty || !ends[1].isEmpty else { return nil }
            // What is no number is told by the language's own reader.
            func end(_ text: String) -> JSONValue? {
                text.isEmpty ? Optional.none : Int(text).map { JSONValue($0) } ?? JSONValue(.string(text))
            }
            condition = JSONValue(members: [
                ("age", JSONValue(members: [("from", end(ends[0])), ("through", end(ends[1]))]))
            ])
        case .field(let field):
            let written = values.filter { !$0.isEmpty }
            guard !written.isEmpty else { return nil }
            let list = JSONValue(written)
            condition = JSONValue(members: [
                (field.rawValue, field.systems.isEmpty || !isUnder ? list : JSONValue(members: [("under", list)]))
            ])
        }
        return isNot ? ["not": condition] : condition
    }
}

/// Rows that make a question: each stands in a group with the alternatives below it, and every group has to hold.
package struct CriterionRows: Hashable, Sendable {
    package var rows: [CriterionRow]

    /// A fault of one row.
    package struct Fault: Sendable {
        /// From 0.
        package let row: Int
        package let error: QuestionError
    }

    package init(_ rows: [CriterionRow] = []) { self.rows = rows }

    /// The rows that say the same as a criterion. Nil for one whose conditions are joined otherwise, which only the text can say.
    package init?(_ criterion: Criterion) {
        let groups: [Criterion] =
            switch criterion {
            case .everyone: []
            case .and(let parts): parts
            default: [criterion]
            }
        var rows: [CriterionRow] = []
        for group in groups {
            let parts: [Criterion] = if case .or(let parts) = group { parts } else { [group] }
            for (place, part) in parts.enumerated() {
                guard var row = CriterionRow(part) else { return nil }
                row.isAlternative = place > 0
                rows.append(row)
            }
        }
        self.rows = rows
    }

    /// The criterion that the rows say, unfinished ones left out; or what is wrong with each.
    package func criterion() -> (criterion: Criterion?, faults: [Fault]) {
        var faults: [Fault] = []
        var groups: [[Criterion]] = []
        for (place, row) in rows.enumerated() {
            guard let json = row.json else { continue }
            do throws(QuestionError) {
                let part = try Question(json: json, as: .count).criterion
                if row.isAlternative, !groups.isEmpty {
                    groups[groups.count - 1].append(part)
                } else {
                    groups.append([part])
                }
            } catch {
                faults.append(Fault(row: place, error: error))
            }
        }
        guard faults.isEmpty else { return (nil, faults) }
        let parts = groups.map { $0.count == 1 ? $0[0] : Criterion.or($0) }
        switch parts.count {
        case 0: return (.everyone, [])
        case 1: return (parts[0], [])
        default: return (.and(parts), [])
        }
    }
}

extension CriterionRow {
    /// Nil for what is no single condition.
    fileprivate init?(_ criterion: Criterion) {
        switch criterion {
        case .condition(let condition): self.init(condition)
        case .not(.condition(let condition)):
            self.init(condition)
            isNot = true
        case .not, .and, .or, .everyone: return nil
        }
    }

    private init(_ condition: Condition) {
        switch condition {
        case .region(let values): self.init(.region, values.map(\.description))
        case .provider(let values), .laboratory(let values):
            if case .provider = condition {
                self.init(.provider, values.map(\.text))
            } else {
                self.init(.laboratory, values.map(\.text))
            }
        case .assay(let values): self.init(.assay, values)
        case .assayKind(let values): self.init(.assayKind, values.map(\.rawValue))
        case .area(let values): self.init(.area, values.map(\.rawValue))
        case .sex(let values): self.init(.sex, values.map(\.rawValue))
        case .origin(let values): self.init(.origin, values.map(\.rawValue))
        case .age(let span): self.init(.age, [span.from.map(String.init) ?? "", span.through.map(String.init) ?? ""])
        case .diagnosis(let codes): self.init(.diagnosis, codes)
        case .carrier(let codes): self.init(.carrier, codes)
        case .phenotype(let codes): self.init(.phenotype, codes)
        case .phenotypeExcluded(let codes): self.init(.phenotypeExcluded, codes)
        case .treatment(let codes): self.init(.treatment, codes)
        case .carries(let variant): self.init(subject: .carries, values: [variant])
        }
    }

    private init(_ field: CohortField, _ values: [String]) { self.init(subject: .field(field), values: values) }

    private init(_ field: CohortField, _ codes: CodeSelection) {
        switch codes {
        case .among(let codes): self.init(subject: .field(field), isUnder: false, values: codes.map(\.description))
        case .under(let spans):
            self.init(
                subject: .field(field), isUnder: true,
                values: spans.map { $0.isSingle ? $0.first.description : "\($0.first)..\($0.last.value)" })
        }
    }
}
