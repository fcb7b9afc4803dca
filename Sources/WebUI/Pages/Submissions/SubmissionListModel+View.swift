internal import ClinicalModel
internal import Operations
internal import StructuredText

extension SubmissionListModel {
    func view(_ language: Language) -> PageView {
        let waiting = rows.filter { $0.state == .quarantined }.count
        var content: [String: PageValue] = [
            "listTitle": .text(language(sv: "Insändningar", en: "Submissions")),
            "filterText": .text(language(sv: "Visa", en: "Show")), "applyText": .text(language(sv: "Visa", en: "Show")),
            "filterAddress": .text(SiteURL.submissions.path), "states": .list(states(language)),
            "hasRows": .flag(!shown.isEmpty), "rows": .list(shown.map { row($0, language) }),
            "caption": .text(caption(language)),
            "columns": [
                .text(language(sv: "Ärende", en: "Case")), .text(language(sv: "Läge", en: "State")),
                .text(language(sv: "Vad som behöver göras", en: "What needs doing")),
                .text(language(sv: "Laboratorium", en: "Laboratory")), .text(language(sv: "Mottagen", en: "Received")),
            ],
            "emptyText": .text(
                rows.isEmpty
                    ? language(sv: "Inget har sänts in än.", en: "Nothing has been sent yet.")
                    : language(sv: "Inga insändningar i det här läget.", en: "No submissions in this state.")),
            "pager": pager(language),
        ]
        content.merge(sending(language)) { _, new in new }
        if let trouble { content["trouble"] = SubmissionTrouble(trouble).value(language) }
        var view = PageView(
            title: language(sv: "Insändningar till \(regionName)", en: "Submissions to \(regionName)"), template: "submissions",
            content: .fields(content), section: .submissions)
        view.lead =
            waiting == 0
            ? language(sv: "Inget väntar på att rättas.", en: "Nothing waits to be mended.")
            : language(
                sv: waiting == 1 ? "En insändning väntar på att rättas." : "\(waiting) insändningar väntar på att rättas.",
                en: waiting == 1 ? "One submission waits to be mended." : "\(waiting) submissions wait to be mended.")
        view.scripts = ["upload.js"]
        view.isWide = true
        return view
    }

    private var regionName: String { Region.of(region)?.name ?? region.description }

    private func caption(_ language: Language) -> String {
        let count = PageNumber.whole(selected.count, language)
        return language(
            sv: "\(count) \(selected.count == 1 ? "insändning" : "insändningar"), de senaste först",
            en: "\(count) \(selected.count == 1 ? "submission" : "submissions"), the latest first")
    }

    private func states(_ language: Language) -> [PageValue] {
        let all: PageValue = [
            "value": "", "title": .text(language(sv: "Alla (\(rows.count))", en: "All (\(rows.count))")),
            "isChosen": .flag(state == nil),
        ]
        return [all]
            + ListSubmissions.Row.State.allCases.compactMap { one in
                let count = rows.filter { $0.state == one }.count
                guard count > 0 || state == one else { return nil }
                return [
                    "value": .text(one.rawValue), "title": .text("\(one.title.text(language)) (\(count))"),
                    "isChosen": .flag(state == one),
                ]
            }
    }

    private func row(_ row: ListSubmissions.Row, _ language: Language) -> PageValue {
        [
            "address": .text(SiteURL.submission(row.id).path),
            "name": .text(row.caseName.isEmpty ? language(sv: "Utan ärendenummer", en: "Without a case number") : row.caseName),
            "id": .text(row.id), "kind": .text(SubmissionKindText.title(row.kind, language)), "state": .text(row.state.style),
            "stateText": .text(row.state.title.text(language)), "doing": .text(doing(row, language)),
            "laboratory": .text(row.laboratory.isEmpty ? "–" : row.laboratory),
            "received": .text(row.received.map { DateText.shortMoment($0, language) } ?? language(sv: "pågår", en: "under way")),
        ]
    }

    /// One line on what is to be done about it, or who counts it.
    private func doing(_ row: ListSubmissions.Row, _ language: Language) -> String {
        switch row.state {
        case .uploading: language(sv: "Sänd filerna som saknas.", en: "Send the files that are missing.")
        case .received: language(sv: "Inget: den går vidare av sig själv.", en: "Nothing: it goes on by itself.")
        case .quarantined:
            row.failure.map { $0.step.failure.text(language) }
                ?? language(sv: "Rätta och sänd igen.", en: "Mend it and send it again.")
        case .available: row.release?.text(language) ?? language(sv: "Inget.", en: "Nothing.")
        case .superseded, .emptied: language(sv: "Inget.", en: "Nothing.")
        }
    }

    private func pager(_ language: Language) -> PageValue {
        guard pages > 1 else { return .nothing }
        func link(_ number: Int) -> PageValue {
            (1...pages).contains(number) ? .text(SiteURL.submissionList(state: state?.rawValue, page: number).path) : .nothing
        }
        return [
            "text": .text(language(sv: "Sida \(page) av \(pages)", en: "Page \(page) of \(pages)")),
            "label": .text(language(sv: "Fler insändningar", en: "More submissions")),
            "previous": link(page - 1), "previousText": .text(language(sv: "Nyare", en: "Newer")),
            "next": link(page + 1), "nextText": .text(language(sv: "Äldre", en: "Older")),
        ]
    }

    private func sending(_ language: Language) -> [String: PageValue] {
        [
            "sendTitle": .text(language(sv: "Sänd in", en: "Send in")), "sendAddress": .text(SiteURL.submissions.path),
            "manifestText": .text(language(sv: "Manifest (manifest.json)", en: "Manifest (manifest.json)")),
            "manifestHint": .text(
                language(
                    sv: "Säger vem, vilket prov, vilken analys och vilka filer. Högst 16 MiB.",
                    en: "Says who, which specimen, which analysis and which files. At most 16 MiB.")),
            "filesText": .text(language(sv: "Filerna som manifestet räknar upp", en: "The files that the manifest lists")),
            "filesHint": .text(
                language(
                    sv:
                        "Med skript i webbläsaren sänds varje fil i delar, kan avbrytas och fortsättas, och får vara \(ByteText.size(fileLimit, language)). Utan skript får alla filer tillsammans vara högst \(ByteText.size(formLimit, language)).",
                    en:
                        "With scripts in the browser each file is sent in pieces, can be interrupted and taken up again, and may have \(ByteText.size(fileLimit, language)). Without scripts all files together may have at most \(ByteText.size(formLimit, language))."
                )
            ),
            "measureText": .text(
                language(
                    sv: "Räkna ut längd och kontrollsumma för filerna här i stället för att ta manifestets",
                    en: "Compute length and checksum of the files here instead of taking the manifest's")),
            "measureHint": .text(
                language(
                    sv: "Välj detta bara om filerna har gjorts om sedan manifestet skrevs.",
                    en: "Choose this only where the files were made anew after the manifest was written.")),
            "sendText": .text(language(sv: "Sänd in", en: "Send in")),
            "words": UploadWords.value(language),
        ]
    }
}

/// What the script of uploads says.
enum UploadWords {
    static func value(_ language: Language) -> PageValue {
        [
            "base": .text(SiteURL.submissions.path),
            "reading": .text(language(sv: "Läser manifestet …", en: "Reading the manifest …")),
            "measuring": .text(language(sv: "Räknar kontrollsumma …", en: "Computing checksums …")),
            "sending": .text(language(sv: "Sänder", en: "Sending")),
            "of": .text(language(sv: "av", en: "of")),
            "checking": .text(language(sv: "Kontrollerar och tar emot …", en: "Checking and taking in …")),
            "missing": .text(language(sv: "Välj också:", en: "Choose also:")),
            "broken": .text(
                language(
                    sv: "Förbindelsen bröts. Det som har kommit finns kvar: sänd igen för att fortsätta.",
                    en: "The connection broke. What has come is kept: send again to go on.")),
        ]
    }
}

enum SubmissionKindText {
    static func title(_ kind: String, _ language: Language) -> String {
        switch SubmissionManifest.Kind(rawValue: kind) {
        case .new: language(sv: "ny", en: "new")
        case .resubmission: language(sv: "rättad, sänd igen", en: "mended and sent again")
        case .correction: language(sv: "rättelse av uppgifter", en: "correction of metadata")
        case .replacement: language(sv: "omanalys som ersätter", en: "replacement by a re-analysis")
        case .addition: language(sv: "tillägg till ett ärende", en: "addition to a case")
        case nil: language(sv: "okänd", en: "unknown")
        }
    }
}

extension IntakeStep {
    /// What went wrong when it stopped before the step was done, in a line.
    var failure: LocalizedText {
        switch self {
        case .received, .filesComplete: LocalizedText(sv: "Fel på en fil: sänd den igen.", en: "A file is wrong: send it again.")
        case .manifestValid: LocalizedText(sv: "Fel i manifestet: rätta det.", en: "The manifest is wrong: mend it.")
        case .qualityPassed:
            LocalizedText(sv: "Kvaliteten räcker inte: se kvittot.", en: "The quality is not enough: see the receipt.")
        case .identityResolved:
            LocalizedText(sv: "Fel på en identitet: jämför med remissen.", en: "An identity is wrong: compare with the referral.")
        case .indexed: LocalizedText(sv: "En fil går inte att använda: rätta den.", en: "A file cannot be used: mend it.")
        case .available: LocalizedText(sv: "Se kvittot.", en: "See the receipt.")
        }
    }
}

/// What was wrong with a form, with the manifest's faults by line.
struct SubmissionTrouble {
    let trouble: SubmissionListModel.Trouble

    init(_ trouble: SubmissionListModel.Trouble) { self.trouble = trouble }

    func value(_ language: Language) -> PageValue {
        [
            "title": .text(trouble.facts.title), "remedy": .text(trouble.facts.remedy), "code": .text(trouble.facts.code),
            "hasFaults": .flag(!trouble.faults.isEmpty),
            "faultsTitle": .text(language(sv: "Det här är fel i manifestet", en: "This is wrong in the manifest")),
            "columns": [
                .text(language(sv: "Rad", en: "Line")), .text(language(sv: "Uppgift", en: "Value")),
                .text(language(sv: "Vad är fel", en: "What is wrong")),
                .text(language(sv: "Vad som väntas", en: "What is expected")),
            ],
            "faults": .list(trouble.faults.prefix(100).map { FaultText.value($0, language) }),
            "manifest": .optional(trouble.manifest),
            "manifestText": .text(
                language(sv: "Manifestet som du sände. Rätta det här:", en: "The manifest that you sent. Mend it here:")),
            "refilesText": .text(language(sv: "Filerna, en gång till", en: "The files, once more")),
        ]
    }
}

enum FaultText {
    static func value(_ fault: ManifestFault, _ language: Language) -> PageValue {
        [
            "line": .text(fault.place.line == 0 ? "–" : PageNumber.whole(fault.place.line, language)),
            "lineNumber": .text(fault.place.line == 0 ? "" : String(fault.place.line)),
            "path": .text(fault.path.isEmpty ? language(sv: "hela manifestet", en: "the whole manifest") : fault.path),
            "message": .text(fault.message.text(language)),
            "expected": .text(fault.expected.isEmpty ? fault.remedy.text(language) : fault.expected),
        ]
    }
}
