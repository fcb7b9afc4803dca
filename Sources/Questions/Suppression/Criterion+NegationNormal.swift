extension Criterion {
    /// The same criterion with `not` only before conditions and `all` (De Morgan).
    package var negationNormal: Criterion { normal(isNegated: false) }

    private func normal(isNegated: Bool) -> Criterion {
        switch self {
        case .everyone, .condition: isNegated ? .not(self) : self
        case .not(let part): part.normal(isNegated: !isNegated)
        case .and(let parts):
            isNegated ? .or(parts.map { $0.normal(isNegated: true) }) : .and(parts.map { $0.normal(isNegated: false) })
        case .or(let parts):
            isNegated ? .and(parts.map { $0.normal(isNegated: true) }) : .or(parts.map { $0.normal(isNegated: false) })
        }
    }
}
