internal import ClinicalModel
package import StructuredText

extension SubmissionReceipt {
    /// The receipt as one page of plain text.
    package func page(_ language: Language) -> String {
        func say(_ sv: String, _ en: String) -> String { language == .sv ? sv : en }
        var lines: [String] = []
        lines.append(say("KVITTO", "RECEIPT") + "  " + submission)
        lines.append("")
        let rows: [(String, String)] =
            [
                (say("Läge", "State"), state.title.text(language)),
                (say("Sort", "Kind"), SubmissionReceipt.kindTitle(kind).text(language)),
                (say("Region", "Region"), region.description + " " + (Region.of(region)?.name ?? "")),
                (say("Ärende", "Case"), caseName.isEmpty ? "-" : caseName),
                (say("Laboratorium", "Laboratory"), laboratory.isEmpty ? "-" : laboratory),
                (say("Mottagen", "Received"), received.description),
            ] + (completed.map { [(say("Klar", "Completed"), $0.description)] } ?? [])
        let width = rows.map(\.0.count).max() ?? 0
        lines += rows.map { $0 + String(repeating: " ", count: width - $0.count + 2) + $1 }
        if let failure {
            lines.append("")
            lines.append(say("STOPPAD FÖRE: ", "STOPPED BEFORE: ") + failure.step.title.text(language))
            if !failure.place.isEmpty { lines.append(say("Var: ", "Where: ") + failure.place) }
            lines.append(say("Vad: ", "What: ") + failure.message.text(language))
            lines.append(say("Gör så här: ", "What to do: ") + failure.remedy.text(language))
            lines.append(
                say(
                    "Inget av insändningen har tagits in. Den ligger i karantän; hämta ut den med: samsyn intake release \(submission)",
                    "Nothing of the submission was taken in. It lies in quarantine; fetch it with: samsyn intake release \(submission)"
                ))
        } else if state == .available {
            lines.append("")
            lines.append(
                say("Mottaget: ", "Accepted: ")
                    + say(
                        "\(number(people, "person", "personer")), \(number(callSets.count, "analys", "analyser")), \(number(findings, "fynd", "fynd")), \(number(files.count, "fil", "filer")).",
                        "\(number(people, "person", "people")), \(number(callSets.count, "call set", "call sets")), \(number(findings, "finding", "findings")), \(number(files.count, "file", "files"))."
                    ))
            for callSet in callSets {
                let replaced = callSet.replaced.map { say("; ersätter ", "; replaces ") + $0 } ?? ""
                let events = callSet.events.map { say(", \($0) händelser", ", \($0) events") } ?? ""
                lines.append(
                    "  \(callSet.name)  \(callSet.assay), \(callSet.origin), "
                        + say("\(callSet.variants) varianter", "\(callSet.variants) variants") + events + replaced)
            }
            if figures.records > 0 {
                lines.append(
                    say("Index: ", "Index: ")
                        + say(
                            "\(figures.records) rader lästa, \(figures.skippedRecords) överhoppade, \(figures.variants) varianter, \(figures.outsideTargets) anrop utanför målen.",
                            "\(figures.records) records read, \(figures.skippedRecords) skipped, \(figures.variants) variants, \(figures.outsideTargets) calls outside the targets."
                        ))
            }
            if let structural = figures.structural { lines.append(structural.line(language)) }
            lines += figures.consequences.map { $0.line(language) }
        }
        if !warnings.isEmpty {
            lines.append("")
            lines.append(
                say("VARNINGAR (de avgör inget; någon bör se efter)", "WARNINGS (they decide nothing; somebody should look)"))
            lines += warnings.map { "  \($0.place): \($0.message.text(language))" }
        }
        if !diagnostics.isEmpty {
            lines.append("")
            lines.append(say("IAKTTAGELSER", "DIAGNOSTICS"))
            for item in diagnostics {
                let place =
                    item.lines.isEmpty ? "" : say(" (rad ", " (line ") + item.lines.map(String.init).joined(separator: ", ") + ")"
                lines.append("  \(item.count) × \(item.kind), \(item.file)\(place): \(item.message.text(language))")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func number(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }

    static func kindTitle(_ kind: String) -> LocalizedText {
        switch SubmissionManifest.Kind(rawValue: kind) {
        case .new: LocalizedText(sv: "ny", en: "new")
        case .resubmission: LocalizedText(sv: "ny insändning efter rättning", en: "resubmission after mending")
        case .correction: LocalizedText(sv: "rättelse av metadata", en: "correction of metadata")
        case .replacement: LocalizedText(sv: "omanalys som ersätter", en: "replacement by a re-analysis")
        case .addition: LocalizedText(sv: "tillägg till ett ärende", en: "addition to a case")
        case nil: LocalizedText(sv: "okänd", en: "unknown")
        }
    }
}
