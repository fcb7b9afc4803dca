/// Counts diagnostics by kind and keeps the first places of each.
struct DiagnosticLog: Sendable {
    private struct Entry: Sendable {
        var count = 0
        var places: [FilePlace] = []
    }

    /// Enough to find a pattern, few enough for a receipt.
    static let placesKept = 5
    private var entries = [Entry](repeating: Entry(), count: FormatDiagnostic.Kind.allCases.count)
    private(set) var faults = 0

    mutating func note(_ kind: FormatDiagnostic.Kind, line: Int, field: @autoclosure () -> String, times: Int = 1) {
        guard times > 0 else { return }
        let index = Int(kind.rawValue)
        entries[index].count &+= times
        if kind.severity == .fault { faults &+= times }
        if entries[index].places.count < DiagnosticLog.placesKept {
            entries[index].places.append(FilePlace(line: line, field: field()))
        }
    }

    func count(_ kind: FormatDiagnostic.Kind) -> Int { entries[Int(kind.rawValue)].count }

    var diagnostics: [FormatDiagnostic] {
        FormatDiagnostic.Kind.allCases.compactMap { kind in
            let entry = entries[Int(kind.rawValue)]
            return entry.count == 0 ? nil : FormatDiagnostic(kind: kind, count: entry.count, places: entry.places)
        }
    }
}
