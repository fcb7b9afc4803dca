/// A kind of thing that a reader counts: its raw values run from 0 in the order of `allCases`.
protocol CountedKind: RawRepresentable, CaseIterable, Sendable where RawValue == UInt8 {
    var severity: FormatDiagnostic.Severity { get }
}

/// Counts diagnostics by kind and keeps the first places of each.
struct KindLog<Kind: CountedKind>: Sendable {
    struct Entry: Sendable {
        var count = 0
        var places: [FilePlace] = []
    }

    /// Enough to find a pattern, few enough for a receipt.
    static var placesKept: Int { 5 }
    private var entries = [Entry](repeating: Entry(), count: Kind.allCases.count)
    private(set) var faults = 0

    mutating func note(_ kind: Kind, line: Int, field: @autoclosure () -> String, times: Int = 1) {
        guard times > 0 else { return }
        let index = Int(kind.rawValue)
        entries[index].count &+= times
        if kind.severity == .fault { faults &+= times }
        if entries[index].places.count < KindLog.placesKept {
            entries[index].places.append(FilePlace(line: line, field: field()))
        }
    }

    func count(_ kind: Kind) -> Int { entries[Int(kind.rawValue)].count }

    /// What was counted, in the order of the kinds.
    func map<Diagnostic>(_ make: (Kind, Entry) -> Diagnostic) -> [Diagnostic] {
        Kind.allCases.compactMap { kind in
            let entry = entries[Int(kind.rawValue)]
            return entry.count == 0 ? nil : make(kind, entry)
        }
    }
}

extension FormatDiagnostic.Kind: CountedKind {}

typealias DiagnosticLog = KindLog<FormatDiagnostic.Kind>

extension DiagnosticLog {
    var diagnostics: [FormatDiagnostic] {
        map { FormatDiagnostic(kind: $0, count: $1.count, places: $1.places) }
    }
}
