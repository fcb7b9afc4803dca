internal import KnowledgeModel
internal import Operations
internal import ReportModel
internal import StructuredText

/// A citation of a report in words.
struct CitationText {
    let citation: ReportCitation
    let language: Language

    /// `CIViC EID1409 (2026-04-25): Predictive: Supports Sensitivity/Response – braf v600e | melanoma | vemurafenib. Level B.`
    var line: String {
        let title = citation.identity.map(EvidenceView.title) ?? citation.source + ":" + citation.item
        let release = citation.release.map { " (\($0))" } ?? ""
        let words = [title + release, citation.said].filter { !$0.isEmpty }.joined(separator: ": ")
        return [words, firmness].filter { !$0.isEmpty }.joined(separator: ". ")
    }

    /// On the source's scales, each by its name: `Level B, 4 of 5 stars`.
    var firmness: String {
        citation.strengths.compactMap { ItemStrength($0.scale, $0.value).name?.text(language) }.joined(separator: ", ")
    }
}
