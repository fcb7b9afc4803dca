internal import AccessModel
internal import ClinicalModel
package import Records
internal import StructuredText

/// A selection of the ledger as a file, for whoever reviews it elsewhere. That it was exported stands in the ledger.
package struct ExportLedger: Sendable {
    package enum Format: String, Sendable, CaseIterable {
        case csv, json
    }

    /// Events of one export at most: what a reviewer can open.
    package static let limit = 100_000

    package let reading: ReadLedger
    package let format: Format

    package init(reading: ReadLedger, format: Format) {
        self.reading = reading
        self.format = format
    }

    /// The latest events that the filter lets through, oldest first.
    package func run(_ filter: LedgerFilter) async throws -> String {
        try reading.check()
        var filter = filter
        filter.limit = ExportLedger.limit
        let events = try reading.partition.ledger.events(filter)
        try await reading.log(.ledgerExport, "ledger export", returned: events.count, ["format": format.rawValue])
        return switch format {
        case .csv: ExportLedger.csv(events)
        case .json: ExportLedger.json(events)
        }
    }

    private static func json(_ events: [NumberedEvent]) -> String {
        // One event a line: a reader needs no more of it in memory than that.
        "[\n" + events.map { "{\"seq\":\($0.seq),\"event\":\($0.event.json.canonicalText)}" }.joined(separator: ",\n") + "\n]\n"
    }

    private static func csv(_ events: [NumberedEvent]) -> String {
        var table = CSVText([
            "seq", "time", "act", "actor", "role", "careUnit", "process", "purpose", "basis", "decision", "patients", "returned",
            "reference", "lacksCareRelation", "detail",
        ])
        for item in events {
            let event = item.event
            table.append([
                String(item.seq), event.time.description, event.act.rawValue, event.actor, event.role, event.careUnit ?? "",
                event.process, event.purpose?.rawValue ?? "", event.basis ?? "", event.decision?.rawValue ?? "",
                event.patients.map(\.text).joined(separator: " "), event.returned.map(String.init) ?? "", event.reference ?? "",
                event.lacksCareRelation ? "true" : "false",
                event.detail.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " "),
            ])
        }
        return table.text
    }
}
