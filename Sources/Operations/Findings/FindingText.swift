internal import ReportModel
internal import StructuredText

/// Texts that people write about findings: kept for as long as a record, and partly shared.
enum FindingText {
    /// The text without spaces around it. Throws `FindingRefusal` where it is too long or holds what looks like an identity number.
    static func checked(_ text: String, _ place: String) throws(FindingRefusal) -> String {
        try WrittenText.checked(text, mayBeEmpty: true) { FindingRefusal(.text($0, place)) }
    }
}

extension InterpretationContent {
    /// Throws where words of it are too long, or hold what looks like an identity number.
    func checkWords() throws(FindingRefusal) {
        switch self {
        case .germline(let content):
            for criterion in content.criteria {
                try InterpretationContent.check(criterion.evidence, criterion.criterion.rawValue)
            }
            if let judgement = content.judgement { try InterpretationContent.check(judgement, "judgement") }
            _ = try FindingText.checked(content.specification, "specification")
        case .somatic(let content):
            for applied in content.oncogenicity?.criteria ?? [] {
                try InterpretationContent.check(applied.evidence, applied.criterion.rawValue)
            }
            for statement in content.actionability { try InterpretationContent.check(statement.statement, "statement") }
        }
    }

    private static func check(_ text: LocalizedText, _ place: String) throws(FindingRefusal) {
        for language in Language.allCases { _ = try FindingText.checked(text.text(language), place) }
    }
}
