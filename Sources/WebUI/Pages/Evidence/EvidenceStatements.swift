internal import KnowledgeModel
internal import Operations
internal import ReportModel
internal import StructuredText

/// Puts picked evidence into the free rows of an interpretation's form: items of the same use and therapy are one statement. No tier is set:
/// that is for whoever interprets.
struct EvidenceStatements {
    /// The boxes' name.
    static let field = "evidence"

    /// Of the form, by name.
    let fields: [String: String]
    /// How many statements found no free row.
    let unplaced: Int

    /// `taken`: rows that hold a statement already.
    init(_ picked: [MatchedEvidence], taken: Int, _ language: Language) {
        struct Statement: Hashable {
            let use: Actionability.Kind
            let therapies: [String]
        }
        var order: [Statement] = []
        var items: [Statement: [MatchedEvidence]] = [:]
        for item in picked {
            guard let use = item.use else { continue }
            let statement = Statement(use: use, therapies: use.isTherapeutic ? item.therapies.sorted() : [])
            if items[statement] == nil { order.append(statement) }
            items[statement, default: []].append(item)
        }
        let rows = max(0, InterpretationForm.statementRows - taken)
        var fields: [String: String] = [:]
        for (offset, statement) in order.prefix(rows).enumerated() {
            let (row, found) = (taken + offset, items[statement] ?? [])
            fields["kind-\(row)"] = statement.use.rawValue
            fields["drugs-\(row)"] = statement.therapies.joined(separator: ", ")
            fields["statement-\(row)"] = found.map { EvidenceStatements.text($0, language) }.joined(separator: "\n")
            var seen = Set<EvidenceReference>()
            fields["statement-references-\(row)"] = InterpretationWords.references(
                found.flatMap(\.references).filter { seen.insert($0).inserted })
        }
        self.fields = fields
        unplaced = max(0, order.count - rows)
    }

    /// `CIViC EID1409 (2026-04-25), B, klinisk evidens: Predictive: Supports Sensitivity/Response, melanoma`
    private static func text(_ item: MatchedEvidence, _ language: Language) -> String {
        EvidenceView.title(item.identity) + " (\(item.version.release)), " + language(item.level) + ": "
            + [item.statement.direction, item.disease].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}
