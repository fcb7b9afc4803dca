internal import ClinicalModel
internal import GenomeModel
internal import Operations
internal import ReportModel
internal import StructuredText

/// A report: what it says, what it lacks, and what whoever looks can do.
struct ReportPageModel: PageModel {
    let region: RegionCode
    let shown: ShownReport
    /// Where genes lie, for how much of those in the findings was looked at.
    let genes: GeneLoci
    var fault: LocalizedText?
    var done = false

    init(region: RegionCode, shown: ShownReport, genes: GeneLoci) {
        self.region = region
        self.shown = shown
        self.genes = genes
    }

    private var document: ReportDocument { shown.document }
    private var identifier: String { document.history.identifier }

    var json: JSONValue {
        JSONValue(members: [
            ("report", JSONValue(.string(identifier))), ("case", JSONValue(.string(document.history.subject.caseName))),
            ("template", JSONValue(.string(document.template.name))), ("version", document.version.json),
            ("lacks", JSONValue(document.lacks.map { JSONValue(.string($0.description)) })),
            ("possible", JSONValue(shown.possible.map(\.rawValue))),
        ])
    }

    func view(_ language: Language) -> PageView {
        let parts = ReportParts(document: document, language: language)
        let lacks = document.version.state.isOpen ? document.lacks : []
        let actions = shown.possible.filter { $0 != .fill }
        var fields = parts.fields
        fields.merge(
            [
                "done": .optional(done ? language(sv: "Sparat.", en: "Saved.") : nil),
                "fault": .optional(fault.map { language($0) }), "links": .list(links(language)),
                "lacksTitle": .text(language(sv: "Det här saknas", en: "What it lacks")), "hasLacks": .flag(!lacks.isEmpty),
                "lacks": .list(
                    lacks.map { ["message": .text(language($0.message)), "remedy": .text(language($0.remedy))] }),
                "genomes": .list(genomes(language)), "findingText": .text(language(sv: "Fynd", en: "Finding")),
                "meaningText": .text(language(sv: "Bedömning", en: "Assessment")),
                "hasForm": .flag(shown.possible.contains(.fill)), "hasActions": .flag(!actions.isEmpty),
                "actionsTitle": .text(language(sv: "Vad du kan göra", en: "What you can do")),
                "stepsAddress": .text(SiteURL.reportSteps(region: region.description, report: identifier).path),
                "wordsLabel": .text(
                    language(
                        sv: "Skäl (behövs för att sända tillbaka, ändra och återkalla)",
                        en: "Reason (needed for sending back, amending and withdrawing)")),
                "actions": .list(
                    actions.map { act in
                        [
                            "value": .text(act.rawValue), "title": .text(language(ReportPageModel.title(act))),
                            "isMain": .flag(act == .sign || act == .review),
                        ]
                    }),
            ], uniquingKeysWith: { $1 })
        if shown.possible.contains(.fill) {
            fields.merge(ReportForm(shown: shown, language: language, region: region).fields, uniquingKeysWith: { $1 })
            fields["citing"] = citing(language)
        }
        var view = PageView(
            title: parts.title + ", " + document.history.subject.caseName, template: "report/show", content: .fields(fields),
            section: shown.isOwn ? .me : .reports)
        view.lead = document.laboratoryName
        return view
    }

    /// The findings are listed in the report itself.
    private func genomes(_ language: Language) -> [PageValue] {
        GenomePart(
            identifier: "genome", title: language(sv: "Fynden längs genomet", en: "The findings along the genome"),
            findings: document.content.findings.map(\.finding), survey: shown.survey, genes: genes, listsFindings: false,
            language: language
        ).values
    }

    private func citing(_ language: Language) -> PageValue {
        guard let evidence = shown.evidence else { return .nothing }
        return EvidenceCiting(
            shown: shown, proposal: evidence, language: language,
            address: .reportCitations(region: region.description, report: identifier)
        ).value
    }

    static func title(_ act: ReportAct) -> LocalizedText {
        switch act {
        case .fill: LocalizedText(sv: "Spara", en: "Save")
        case .review: LocalizedText(sv: "Granskat och klart", en: "Reviewed")
        case .sendBack: LocalizedText(sv: "Sänd tillbaka", en: "Send back")
        case .sign: LocalizedText(sv: "Signera", en: "Sign")
        case .amend: LocalizedText(sv: "Ändra i en ny version", en: "Amend in a new version")
        case .withdraw: LocalizedText(sv: "Återkalla", en: "Withdraw")
        }
    }

    private func links(_ language: Language) -> [PageValue] {
        var links: [(SiteURL, String)] = []
        for version in document.history.versions where version.number != document.version.number {
            links.append(
                (
                    .report(region: region.description, report: identifier, version: version.number),
                    language(sv: "Version \(version.number): ", en: "Version \(version.number): ") + language(version.state.name)
                ))
        }
        if document.version.signature != nil {
            links.append(
                (
                    .reportDocument(
                        region: region.description, report: identifier, version: document.version.number,
                        language: language.rawValue),
                    language(sv: "Dokumentet (PDF)", en: "The document (PDF)")
                ))
        }
        links.append(
            shown.isOwn
                ? (.me, language(sv: "Mina uppgifter", en: "My data")) : (.reports, language(sv: "Alla svar", en: "All reports")))
        return links.map { ["address": .text($0.0.path), "title": .text($0.1)] }
    }
}
