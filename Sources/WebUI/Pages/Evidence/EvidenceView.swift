internal import KnowledgeModel
internal import Operations
internal import ReportModel
internal import StructuredText

/// Knowledge that is about findings, as templates read it: what it says, how firm it is, why it is listed, and which version says so.
struct EvidenceView {
    let proposal: EvidenceProposal
    let language: Language

    /// What every place that shows it has to say beside it: that it was computed, or why it is not shown.
    var frame: [String: PageValue] {
        var withheld: String?
        if case .withheld(let reason) = proposal.decision { withheld = language(reason.text) }
        let mark = proposal.items.isEmpty ? nil : language(proposal.stamp.mark)
        let sources = proposal.stamp.sources.joined(separator: ", ")
        return [
            "evidenceHidden": .optional(withheld), "evidenceMark": .optional(mark), "hasEvidence": .flag(!proposal.items.isEmpty),
            "evidenceNone": .text(
                proposal.stamp.sources.isEmpty
                    ? language(
                        sv: "Noden har ingen gällande kunskap att jämföra med.",
                        en: "The node has no knowledge in force to compare with.")
                    : language(
                        sv: "Inget i den gällande kunskapen handlar om fynden (\(sources)).",
                        en: "Nothing in the knowledge in force is about the findings (\(sources)).")),
        ]
    }

    /// A box for whoever picks: the name of its field, and whether it is ticked.
    struct Box {
        let name: String
        let isTicked: Bool
    }

    func item(_ item: MatchedEvidence, number: Int, box: Box? = nil) -> PageValue {
        let therapies = item.therapies.joined(separator: ", ")
        return PageValue.fields([
            "number": .text(String(number)), "title": .text(EvidenceView.title(item.identity)),
            "value": .text(item.identity.description), "subject": .text(item.subject),
            "address": .text(
                SiteURL.knowledgeItem(String(item.version.digest.prefix(KnowledgeListModel.digits)), key: item.identity.key).path),
            "box": box.map { .text($0.name) } ?? .nothing, "isTicked": .flag(box?.isTicked ?? false),
            "says": .text(item.statement.direction + (therapies.isEmpty ? "" : ": " + therapies)),
            "facts": .text(
                [language(item.closeness), language(item.level), item.disease].filter { !$0.isEmpty }.joined(separator: " · ")),
            "whyText": .text(language(sv: "Varför den visas", en: "Why it is shown")),
            "reasons": .list(item.reasons.map { .text(language($0)) }), "summary": .text(item.summary),
            "version": .text("\(item.version.series) \(item.version.release)"),
        ])
    }

    /// In a line: `CIViC EID1409: BRAF V600E, …`.
    func line(_ item: MatchedEvidence) -> String {
        let words = [item.subject, item.statement.direction, item.therapies.joined(separator: ", "), language(item.level)]
        return EvidenceView.title(item.identity) + ": " + words.filter { !$0.isEmpty }.joined(separator: ", ")
            + " (" + language(item.closeness) + ")"
    }

    /// As people call it: `CIViC EID1409`, `ClinVar 12375`, a gene list or a guideline by its key alone.
    static func title(_ identity: ItemIdentity) -> String {
        switch identity.source {
        case .clinvar, .civic: identity.source.name.en + " " + identity.key
        case .geneList, .guideline: identity.key
        }
    }
}
