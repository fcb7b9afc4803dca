/// Which codes somebody means.
package enum CodeSelection: Hashable, Sendable {
    /// These, and in a carried hierarchy their alternative identifiers.
    case among([Code])
    /// These and everything beneath them.
    case under([CodeSpan])

    /// Every code that is named, in the order written.
    package var named: [Code] {
        switch self {
        case .among(let codes): codes
        case .under(let spans): spans.flatMap { $0.isSingle ? [$0.first] : [$0.first, $0.last] }
        }
    }
}
