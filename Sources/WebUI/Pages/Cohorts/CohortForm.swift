internal import ClinicalModel
internal import Operations
internal import Questions
internal import StructuredText

/// A question on its way, as the page holds it: its text, the rows that say the same, and the terms on which it is asked.
struct CohortForm: Sendable {
    /// The question in the language, without the word count.
    var text: String
    /// Nil for a text that rows cannot say.
    var rows: CriterionRows?
    /// The text as the page showed it: where the one that comes back is another, it was typed.
    var shown: String
    var scope = SearchScope.nation
    var study = ""
    var project = ""
    var register = ""
    /// A fault of the text.
    var fault: QuestionError?
    var rowFaults: [CriterionRows.Fault] = []

    static let rowLimit = 60

    init() {
        text = ""
        rows = CriterionRows()
        shown = ""
    }

    /// With a question to begin with.
    init(_ question: Question) {
        text = question.criterion.text
        rows = CriterionRows(question.criterion)
        shown = text
    }

    /// As the page sent it. A text that was changed counts; else the rows do.
    init(_ form: PageForm) {
        text = form.text("text") ?? ""
        shown = form.text("shown") ?? ""
        scope = form.text("scope").flatMap { SearchScope(rawValue: $0) } ?? .nation
        study = form.text("study") ?? ""
        project = form.text("project") ?? ""
        register = form.text("register") ?? ""
        rows = CohortForm.rows(form)
        settle()
    }

    private var isTyped: Bool { CohortForm.plain(text) != CohortForm.plain(shown) }

    /// Browsers write line ends as CR LF.
    private static func plain(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Brings text and rows into step.
    private mutating func settle() {
        if isTyped || rows == nil {
            read()
        } else if let rows {
            let (criterion, faults) = rows.criterion()
            rowFaults = faults
            if let criterion {
                text = rows.rows.contains { $0.json != nil } ? criterion.text : ""
                shown = text
            }
        }
    }

    /// Reads the text, and makes rows of it where they can say it.
    private mutating func read() {
        guard !text.allSatisfy(\.isWhitespace) else {
            rows = CriterionRows()
            return
        }
        do throws(QuestionError) {
            let question = try Question.parse(text, as: .count)
            rows = CriterionRows(question.criterion)
            text = question.criterion.text
            shown = text
        } catch {
            // Rows stay as they were: what they say is what was meant before.
            fault = error
        }
    }

    /// What is asked; nil while there is a fault. An empty question asks about everybody.
    var question: Question? {
        guard fault == nil, rowFaults.isEmpty else { return nil }
        let written = text.allSatisfy(\.isWhitespace) ? "all" : text
        return try? Question.parse(written, as: .count)
    }

    // MARK: Changing rows

    mutating func add(_ subject: CriterionRow.Subject, isAlternative: Bool = false) {
        guard fault == nil, var rows, rows.rows.count < CohortForm.rowLimit else { return }
        rows.rows.append(CriterionRow(subject: subject, isAlternative: isAlternative && !rows.rows.isEmpty))
        self.rows = rows
    }

    mutating func remove(_ place: Int) {
        guard var rows, rows.rows.indices.contains(place) else { return }
        rows.rows.remove(at: place)
        if rows.rows.first?.isAlternative == true { rows.rows[0].isAlternative = false }
        change(to: rows)
    }

    /// Puts a code in place of the words by which it was found.
    mutating func choose(_ code: String, in place: Int) {
        guard var rows, rows.rows.indices.contains(place) else { return }
        let isCode = { (text: String) in Code(text) != nil || text.contains("..") }
        rows.rows[place].values = rows.rows[place].values.filter(isCode) + [code]
        change(to: rows)
    }

    private mutating func change(to rows: CriterionRows) {
        self.rows = rows
        // The rows are what was changed last.
        shown = text
        rowFaults = []
        settle()
    }

    // MARK: Reading rows

    /// `row.0.subject`, `row.0.join`, `row.0.not`, `row.0.how`, `row.0.value` (several), `row.0.from`, `row.0.through`. Nil where the page had
    /// none because the text could not be said by rows.
    private static func rows(_ form: PageForm) -> CriterionRows? {
        guard form.text("hasRows") == "yes" else { return nil }
        var rows: [CriterionRow] = []
        for place in 0..<rowLimit {
            guard let subject = form.text("row.\(place).subject").flatMap({ CriterionRow.Subject($0) }) else { break }
            var row = CriterionRow(subject: subject)
            row.isAlternative = place > 0 && form.text("row.\(place).join") == "or"
            row.isNot = form.text("row.\(place).not") == "yes"
            row.isUnder = form.text("row.\(place).how") != "among"
            row.values = values(form, place, subject)
            rows.append(row)
        }
        return CriterionRows(rows)
    }

    private static func values(_ form: PageForm, _ place: Int, _ subject: CriterionRow.Subject) -> [String] {
        let written = form.texts("row.\(place).value")
        switch subject {
        case .carries: return [(written.first ?? "").trimmed]
        case .field(.age):
            return [(form.text("row.\(place).from") ?? "").trimmed, (form.text("row.\(place).through") ?? "").trimmed]
        case .field(let field):
            // Boxes come one by one; codes and names in one text, with commas between them.
            return field.words.isEmpty
                ? written.flatMap { $0.split(separator: ",").map { String($0).trimmed } }.filter { !$0.isEmpty } : written
        }
    }
}

extension String {
    fileprivate var trimmed: String {
        var text = Substring(self)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
