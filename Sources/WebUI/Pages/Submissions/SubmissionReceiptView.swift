internal import ClinicalModel
internal import Operations
internal import Records
internal import StructuredText

/// A receipt in words: what was accepted, what the files held, what somebody should look at.
struct SubmissionReceiptView {
    let view: ShowSubmission.View

    func content(_ language: Language) -> [String: PageValue] {
        guard let receipt = view.receipt else { return [:] }
        return [
            "accepted": receipt.state == .available ? accepted(receipt, language) : .nothing,
            "files": files(receipt, language), "warnings": warnings(receipt, language),
            "diagnostics": diagnostics(receipt, language),
        ]
    }

    private func accepted(_ receipt: SubmissionReceipt, _ language: Language) -> PageValue {
        let people = language(
            sv: receipt.people == 1 ? "1 person" : "\(receipt.people) personer",
            en: receipt.people == 1 ? "1 person" : "\(receipt.people) people")
        let analyses = language(
            sv: receipt.callSets.count == 1 ? "1 analys" : "\(receipt.callSets.count) analyser",
            en: receipt.callSets.count == 1 ? "1 call set" : "\(receipt.callSets.count) call sets")
        let files = language(
            sv: receipt.files.count == 1 ? "1 fil" : "\(receipt.files.count) filer",
            en: receipt.files.count == 1 ? "1 file" : "\(receipt.files.count) files")
        let now = Dictionary(view.callSets.map { ($0.record.name, $0) }, uniquingKeysWith: { _, later in later })
        return [
            "title": .text(language(sv: "Kvitto", en: "Receipt")),
            "summary": .text(
                language(sv: "Mottaget: \(people), \(analyses), \(files).", en: "Accepted: \(people), \(analyses), \(files).")),
            "hasCallSets": .flag(!receipt.callSets.isEmpty),
            "caption": .text(language(sv: "Analyser", en: "Call sets")),
            "columns": [
                .text(language(sv: "Analys", en: "Call set")), .text(language(sv: "Metod", en: "Assay")),
                .text(language(sv: "Ursprung", en: "Origin")), .text(language(sv: "Varianter", en: "Variants")),
                .text(language(sv: "Nu", en: "Now")),
            ],
            "callSets": .list(
                receipt.callSets.map { callSet in
                    [
                        "name": .text(callSet.name), "assay": .text(callSet.assay),
                        "origin": .text(OriginText.title(callSet.origin, language)),
                        "variants": .text(PageNumber.whole(callSet.variants, language)),
                        "replaces": callSet.replaced.map {
                            .text(language(sv: "ersätter \($0)", en: "replaces \($0)"))
                        } ?? .nothing,
                        "now": .text(state(now[callSet.name], language)),
                    ]
                }),
            "figures": .text(figures(receipt.figures, language)),
        ]
    }

    private func state(_ callSet: RecordedCallSet?, _ language: Language) -> String {
        guard let callSet else { return language(sv: "finns inte kvar", en: "no longer here") }
        switch callSet.state {
        case .available:
            return callSet.publicationBatch.map { language(sv: "i utgåva \($0)", en: "in release \($0)") }
                ?? language(sv: "inte utgiven än", en: "not released yet")
        case .replaced:
            return callSet.replacedBy.map { language(sv: "ersatt av \($0)", en: "replaced by \($0)") }
                ?? callSet.state.title.text(language)
        case .useStopped, .showingStopped: return callSet.state.title.text(language)
        }
    }

    private func figures(_ figures: SubmissionReceipt.Figures, _ language: Language) -> String {
        guard figures.records > 0 else { return "" }
        func number(_ value: Int) -> String { PageNumber.whole(value, language) }
        return language(
            sv:
                "\(number(figures.records)) rader lästes, \(number(figures.skippedRecords)) hoppades över. \(number(figures.variants)) olika varianter; \(number(figures.outsideTargets)) anrop låg utanför målområdena.",
            en:
                "\(number(figures.records)) records were read, \(number(figures.skippedRecords)) were skipped. \(number(figures.variants)) distinct variants; \(number(figures.outsideTargets)) calls lay outside the targets."
        )
    }

    private func files(_ receipt: SubmissionReceipt, _ language: Language) -> PageValue {
        guard !receipt.files.isEmpty else { return .nothing }
        return [
            "title": .text(language(sv: "Filer", en: "Files")),
            "columns": [
                .text(language(sv: "Fil", en: "File")), .text(language(sv: "Innehåll", en: "Content")),
                .text(language(sv: "Storlek", en: "Size")), .text("SHA-256"),
            ],
            "rows": .list(
                receipt.files.map { file in
                    [
                        "name": .text(file.name), "role": .text(FileRoleText.title(file.role, language)),
                        "size": .text(ByteText.size(file.bytes, language)), "sum": .text(String(file.sha256.prefix(16)) + "…"),
                        "wholeSum": .text(file.sha256),
                    ]
                }),
        ]
    }

    private func warnings(_ receipt: SubmissionReceipt, _ language: Language) -> PageValue {
        guard !receipt.warnings.isEmpty else { return .nothing }
        return [
            "title": .text(language(sv: "Någon bör se efter", en: "Somebody should look")),
            "explanation": .text(
                language(
                    sv: "Varningarna avgör inget: allt ovan är taget emot.",
                    en: "The warnings decide nothing: all of the above was accepted.")),
            "rows": .list(receipt.warnings.map { ["place": .text($0.place), "message": .text($0.message.text(language))] }),
        ]
    }

    private func diagnostics(_ receipt: SubmissionReceipt, _ language: Language) -> PageValue {
        guard !receipt.diagnostics.isEmpty else { return .nothing }
        return [
            "title": .text(language(sv: "Iakttagelser i filerna", en: "What was noticed in the files")),
            "columns": [
                .text(language(sv: "Fil", en: "File")), .text(language(sv: "Rader", en: "Lines")),
                .text(language(sv: "Antal", en: "Count")), .text(language(sv: "Vad", en: "What")),
            ],
            "rows": .list(
                receipt.diagnostics.map { item in
                    [
                        "file": .text(item.file), "count": .text(PageNumber.whole(item.count, language)),
                        "lines": .text(
                            item.lines.isEmpty ? "–" : item.lines.map { PageNumber.whole($0, language) }.joined(separator: ", ")),
                        "message": .text(item.message.text(language)), "isFault": .flag(item.isFault),
                    ]
                }),
        ]
    }
}

enum OriginText {
    static func title(_ origin: String, _ language: Language) -> String {
        switch origin {
        case "germline": language(sv: "medfödd", en: "germline")
        case "tumour": language(sv: "tumör", en: "tumour")
        default: origin
        }
    }
}
