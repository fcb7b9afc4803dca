package import ClinicalModel

/// Addresses below `/me`.
package enum OwnDataAddress: Hashable, Sendable {
    /// The page with every access, however many there are.
    case everyAccess
    /// After something was saved.
    case saved(String)
    case statements
    /// Questioning one access.
    case question(RegionCode, event: Int)

    package var path: String {
        switch self {
        case .everyAccess: "/me" + SiteURL.query(["all": "yes"]) + "#who"
        case .saved(let what): "/me" + SiteURL.query(["saved": what])
        case .statements: "/me/statements"
        case .question(let region, let event): "/me/question/\(region)/\(event)"
        }
    }

    package var route: String {
        switch self {
        case .question: "/me/question/:region/:event"
        case .everyAccess, .saved, .statements: String(path.prefix { $0 != "?" })
        }
    }
}
