internal import ClinicalModel
internal import KnowledgeModel
internal import Operations
internal import Records
internal import ReportModel
internal import StructuredText

/// What the knowledge in force says of one finding, the nearest first, a page at a time.
struct EvidenceModel: PageModel {
    let laboratory: String
    let caseName: String
    let finding: RecordedFinding
    let proposal: EvidenceProposal
    /// From 1.
    let page: Int

    static let pageSize = 40

    private var items: [MatchedEvidence] { proposal.items(about: finding.finding.identifier) }

    private var shown: [MatchedEvidence] {
        Array(items.dropFirst((page - 1) * EvidenceModel.pageSize).prefix(EvidenceModel.pageSize))
    }

    var json: JSONValue {
        JSONValue(members: [
            ("finding", JSONValue(.string(finding.finding.identifier))),
            ("rules", JSONValue(.string(proposal.stamp.rules.description))), ("sources", JSONValue(proposal.stamp.sources)),
            ("isShown", JSONValue(proposal.decision.isShown)), ("total", JSONValue(items.count)),
            ("items", JSONValue(shown.map { JSONValue(.string($0.identity.description)) })),
        ])
    }

    func view(_ language: Language) -> PageView {
        let evidence = EvidenceView(proposal: proposal, language: language)
        let last = max(1, (items.count + EvidenceModel.pageSize - 1) / EvidenceModel.pageSize)
        func address(_ page: Int) -> String {
            SiteURL.findingEvidence(laboratory, caseName, finding.finding.identifier, page: page == 1 ? nil : page).path
        }
        var view = PageView(
            title: language(finding.finding.content.name), template: "evidence/finding",
            content: .fields(
                evidence.frame.merging(
                    [
                        "case": .text(SiteURL.laboratoryCase(laboratory, caseName, done: nil).path),
                        "caseText": .text(language(sv: "Fall \(caseName)", en: "Case \(caseName)")),
                        "count": .text(
                            language(
                                sv: "\(PageNumber.whole(items.count, language)) poster, de närmaste först.",
                                en: "\(PageNumber.whole(items.count, language)) items, the nearest first.")),
                        "hasEvidence": .flag(!items.isEmpty),
                        "items": .list(shown.enumerated().map { evidence.item($1, number: $0) }),
                        "previous": page > 1 ? .text(address(page - 1)) : .nothing,
                        "previousText": .text(language(sv: "Närmare", en: "Nearer")),
                        "next": page < last ? .text(address(page + 1)) : .nothing,
                        "nextText": .text(language(sv: "Fler", en: "More")),
                    ], uniquingKeysWith: { $1 })), section: .cases)
        view.lead = language(
            sv: "Vad ClinVar och CIViC säger om fyndet, i de versioner som gäller.",
            en: "What ClinVar and CIViC say of the finding, in the versions in force.")
        return view
    }
}
