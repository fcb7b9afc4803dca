internal import ClinicalModel
internal import KnowledgeModel
internal import Operations
internal import ReportModel
internal import StructuredText

/// The form in which whoever fills a report picks what it cites: what it cites now, what is known of each finding, and a field for what
/// nobody has computed.
struct EvidenceCiting {
    let shown: ShownReport
    let proposal: EvidenceProposal
    let language: Language
    let address: SiteURL

    /// Of a box: this and the finding's identifier.
    static let field = "cite/"
    /// For each finding; what is nearest first.
    static let shownItems = 12

    private var content: ReportContent { shown.document.content }

    /// Nothing for whoever cannot fill the report.
    var value: PageValue {
        var number = 0
        func next() -> Int {
            number += 1
            return number
        }
        let cited = Set(content.citations.compactMap(\.identity))
        let view = EvidenceView(proposal: proposal, language: language)
        var groups: [PageValue] = []
        if !content.citations.isEmpty {
            let items = content.citations.map { citation in
                EvidenceCiting.item(citation, number: next(), name: name(of: citation.finding), language)
            }
            groups.append(
                ["title": .text(language(sv: "Svaret vilar på", en: "The report rests on")), "items": .list(items)])
        }
        for reported in content.findings {
            let finding = reported.finding.identifier
            let items = proposal.items(about: finding).filter { !cited.contains($0.identity) && $0.findings.first == finding }
            guard !items.isEmpty else { continue }
            let rows = items.prefix(EvidenceCiting.shownItems).map { item in
                view.item(
                    item, number: next(), box: EvidenceView.Box(name: EvidenceCiting.field + finding, isTicked: false))
            }
            let left = items.count - rows.count
            groups.append([
                "title": .text(language(reported.finding.content.name)), "items": .list(rows),
                "more": .text(
                    left == 0
                        ? ""
                        : language(
                            sv: "Ytterligare \(left) poster är mindre lika. De står på fyndets egen sida i fallet.",
                            en: "\(left) more items are less alike. They stand on the finding's own page in the case.")),
            ])
        }
        return .fields(
            view.frame.merging(
                [
                    "title": .text(language(sv: "Kunskap att hänvisa till", en: "Knowledge to cite")),
                    "lead": .text(
                        language(
                            sv:
                                "Kryssa för det som svaret ska vila på. När källan ändras visar kunskapens sida vilka svar det rör.",
                            en:
                                "Tick what the report is to rest on. When the source changes, the page of knowledge shows which reports that touches."
                        )), "address": .text(address.path), "groups": .list(groups),
                    "hasFindings": .flag(!content.findings.isEmpty),
                    "handTitle": .text(language(sv: "Lägg till efter eget val", en: "Add one of your own choice")),
                    "handText": .text(language(sv: "Källans beteckning", en: "The source's identifier")),
                    "handFindingText": .text(language(sv: "För fyndet", en: "For the finding")),
                    "handFindings": .list(
                        content.findings.map {
                            FormChoice.option($0.finding.identifier, language($0.finding.content.name), false)
                        }), "send": .text(language(sv: "Spara vad svaret vilar på", en: "Save what the report rests on")),
                ], uniquingKeysWith: { $1 }))
    }

    /// What a sent form picks: the boxes, and what was written by hand.
    static func picks(_ form: PageForm) -> [CiteEvidence.Pick] {
        let ticked = form.fields.filter { $0.name.hasPrefix(field) }.map {
            CiteEvidence.Pick(item: $0.value, finding: String($0.name.dropFirst(field.count)))
        }
        guard let item = form.text("hand-item"), let finding = form.text("hand-finding") else { return ticked }
        return ticked + [CiteEvidence.Pick(item: item, finding: finding)]
    }

    private func name(of finding: String) -> String {
        content.finding(finding).map { language($0.finding.content.name) } ?? finding
    }

    private static func item(_ citation: ReportCitation, number: Int, name: String, _ language: Language) -> PageValue {
        [
            "number": .text(String(number)), "box": .text(field + citation.finding),
            "value": .text(citation.source + ":" + citation.item), "isTicked": true,
            "title": .text(citation.identity.map(EvidenceView.title) ?? citation.item), "subject": .text(name),
            "says": .text(citation.said),
            "facts": .text(CitationText(citation: citation, language: language).firmness), "isPlain": true,
        ]
    }
}
