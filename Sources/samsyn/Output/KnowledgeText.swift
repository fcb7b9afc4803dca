import ClinicalModel
import KnowledgeModel
import Operations
import Records
import StructuredText

/// Versions of knowledge, and what one would change, as text.
enum KnowledgeText {
    static func list(_ shelves: [KnowledgeShelf], _ language: Language) -> String {
        var table = TextTable(["series", "version", "release", "state", "items", "remarks", "licence", "imported", "by"])
        for shelf in shelves {
            for entry in shelf.entries {
                let version = entry.version
                table.append([
                    shelf.series.description, String(version.digest.prefix(12)), version.release, entry.state.name.text(language),
                    String(version.counts.items), String(version.counts.diagnostics), version.licence,
                    version.importedAt.date.description, version.importedBy,
                ])
            }
        }
        return table.text
    }

    static func text(
        _ view: KnowledgeDifferenceView, kind: KnowledgeChanges.Kind?, limit: Int, _ language: Language
    ) throws -> String {
        let counts = view.changes.counts
        var text =
            "\(view.current.map { "\($0.identifier) \($0.release)" } ?? "nothing") → \(view.version.identifier) \(view.version.release)\n"
        text += "added \(counts.added), changed \(counts.changed), gone \(counts.gone), unchanged \(counts.unchanged)\n"
        for change in try view.changes.changes(kind: kind, limit: limit) {
            text += "\(change.kind.rawValue)  \(change.identity)\n"
            for field in change.fields { text += "    \(field.name): \(short(field.from)) → \(short(field.to))\n" }
        }
        text += "Reports touched: \(view.reports), to look at: \(view.toReview).\n"
        for region in view.affected {
            for report in region.reports {
                for touched in report.touched {
                    text += "\(region.region)  \(report.report)  \(touched.effect.name.text(language))  \(touched.item)\n"
                }
            }
        }
        return text + "Seen: \(view.digest)\n"
    }

    private static func short(_ text: String) -> String { text.count > 60 ? text.prefix(59) + "…" : text }
}
