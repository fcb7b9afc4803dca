internal import KnowledgeModel
internal import Operations
internal import ReportModel
internal import StructuredText

/// What knowledge says of a finding beside it in its case: the nearest few, and the way to all of it.
struct EvidenceLines {
    let proposals: [EvidenceProposal]
    let language: Language

    static let shown = 3

    /// Nothing where the node keeps no knowledge.
    func value(of finding: String, at address: SiteURL) -> PageValue {
        guard !proposals.isEmpty else { return .nothing }
        let items = proposals.flatMap { $0.items(about: finding) }
        let lines = proposals.flatMap { (proposal) -> [String] in
            let view = EvidenceView(proposal: proposal, language: language)
            return proposal.items(about: finding).prefix(EvidenceLines.shown).map(view.line)
        }
        return [
            "mark": .optional(proposals.first { !$0.items(about: finding).isEmpty }.map { language($0.stamp.mark) }),
            "lines": .list(lines.map(PageValue.text)), "address": .text(address.path),
            "text": .text(
                items.isEmpty
                    ? language(sv: "Kunskap om fyndet", en: "Knowledge about the finding")
                    : language(
                        sv: "Kunskap om fyndet: \(PageNumber.whole(items.count, language))",
                        en: "Knowledge about the finding: \(PageNumber.whole(items.count, language))")),
        ]
    }
}
