internal import ClinicalModel
internal import KnowledgeModel
internal import Records
internal import StructuredText

/// Every series with the version in force and those that wait.
struct KnowledgeListModel: PageModel {
    let shelves: [KnowledgeShelf]

    /// Of a version's digest in an address.
    static let digits = 12

    var json: JSONValue {
        [
            "series": JSONValue(
                shelves.map { shelf in
                    [
                        "name": JSONValue(.string(shelf.series.description)),
                        "versions": JSONValue(
                            shelf.entries.map { entry in
                                [
                                    "digest": JSONValue(.string(entry.version.digest)),
                                    "release": JSONValue(.string(entry.version.release)),
                                    "state": JSONValue(.string(entry.state.rawValue)),
                                    "items": JSONValue(entry.version.counts.items),
                                ] as JSONValue
                            }),
                    ] as JSONValue
                })
        ]
    }

    func view(_ language: Language) -> PageView {
        let waiting = shelves.flatMap(\.entries).filter { $0.state == .staged }.count
        var view = PageView(
            title: language(sv: "Kunskap", en: "Knowledge"), template: "knowledge/list",
            content: [
                "hasRows": .flag(!shelves.isEmpty),
                "none": .text(
                    language(
                        sv: "Noden har inte läst in något ännu. Det görs med samsyn knowledge import.",
                        en: "The node has imported nothing yet. That is done with samsyn knowledge import.")),
                "waiting": .text(
                    waiting == 0
                        ? ""
                        : language(
                            sv: "Inlästa versioner som väntar på att någon granskar vad de ändrar: \(waiting).",
                            en: "Imported versions that wait for somebody to look at what they change: \(waiting).")),
                "columns": .list(
                    [
                        language(sv: "Utgåva", en: "Release"), language(sv: "Läge", en: "State"),
                        language(sv: "Poster", en: "Items"), language(sv: "Anmärkningar", en: "Remarks"),
                        language(sv: "Villkor", en: "Licence"), language(sv: "Inläst", en: "Imported"),
                    ].map(PageValue.text)),
                "series": .list(
                    shelves.enumerated().map { number, shelf in
                        [
                            "number": .text(String(number)), "name": .text(shelf.series.description),
                            "current": .text(
                                shelf.current.map { language(sv: "Gäller: ", en: "In force: ") + $0.release }
                                    ?? language(sv: "Ingen version gäller ännu.", en: "No version is in force yet.")),
                            "versions": .list(shelf.entries.reversed().map { row($0, language) }),
                        ]
                    }),
            ], section: .knowledge)
        view.lead = language(
            sv: "Vad noden vet från ClinVar, CIViC, genlistor och riktlinjer. Fynd jämförs med de versioner som gäller.",
            en:
                "What the node knows from ClinVar, CIViC, gene lists and guidelines. Findings are held against the versions in force."
        )
        return view
    }

    private func row(_ entry: KnowledgeShelf.Entry, _ language: Language) -> PageValue {
        let version = entry.version
        return [
            "release": .text(version.release),
            "address": .text(
                SiteURL.knowledgeVersion(String(version.digest.prefix(KnowledgeListModel.digits)), kind: nil, after: nil).path),
            "state": .text(language(entry.state.name)), "stateKey": .text(KnowledgeListModel.key(entry.state)),
            "items": .text(PageNumber.whole(version.counts.items, language)),
            "remarks": .text(PageNumber.whole(version.counts.diagnostics, language)), "licence": .text(version.licence),
            "imported": .text(DateText.shortDay(version.importedAt.date, language) + ", " + version.importedBy),
        ]
    }

    /// How the style sheet colours a state, in the words of the regions' answers.
    static func key(_ state: KnowledgeState) -> String {
        switch state {
        case .current: "answered"
        case .staged: "late"
        case .superseded: "unreachable"
        case .discarded: "refused"
        }
    }
}
