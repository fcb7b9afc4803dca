/// Addresses below `/ledger`.
package enum LedgerAddress: Hashable, Sendable {
    /// Events that a selection lets through; the query as `LedgerSelection` writes it.
    case events(LedgerSelection)
    case verification
    case export(format: String, LedgerSelection)
    case samples
    case sample(Int)
    case cases
    case accessCase(Int)

    package var path: String {
        switch self {
        case .events(let selection): "/ledger" + selection.query
        case .verification: "/ledger/verification"
        case .export(let format, let selection): "/ledger/export/" + SiteURL.escaped(format) + selection.query
        case .samples: "/ledger/samples"
        case .sample(let number): "/ledger/samples/\(number)"
        case .cases: "/ledger/cases"
        case .accessCase(let number): "/ledger/cases/\(number)"
        }
    }

    package var route: String {
        switch self {
        case .export: "/ledger/export/:format"
        case .sample: "/ledger/samples/:sample"
        case .accessCase: "/ledger/cases/:case"
        case .events, .verification, .samples, .cases: String(path.prefix { $0 != "?" })
        }
    }
}
