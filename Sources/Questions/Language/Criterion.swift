package import ClinicalModel

/// Who is asked about: conditions joined by and, or, not.
package indirect enum Criterion: Hashable, Sendable {
    case everyone
    /// At least two when it comes out of a text; none at all would mean everyone.
    case and([Criterion])
    /// At least two when it comes out of a text; none at all would mean nobody.
    case or([Criterion])
    case not(Criterion)
    case condition(Condition)

    /// 1 for a condition, one more for every and, or, not above it.
    package var depth: Int {
        switch self {
        case .everyone, .condition: 1
        case .and(let parts), .or(let parts): 1 + (parts.map(\.depth).max() ?? 0)
        case .not(let part): 1 + part.depth
        }
    }

    /// Every condition in the order written, repetitions included.
    package var conditions: [Condition] {
        switch self {
        case .everyone: []
        case .condition(let condition): [condition]
        case .and(let parts), .or(let parts): parts.flatMap(\.conditions)
        case .not(let part): part.conditions
        }
    }

    /// The texts of the variants that the criterion asks to be carried, each once, in order.
    package var variants: [String] {
        var seen = Set<String>()
        return conditions.compactMap { condition in
            guard case .carries(let variant) = condition, seen.insert(variant).inserted else { return nil }
            return variant
        }
    }

    /// The codes that the editions in use do not know, each once, in order: they match only themselves, and whoever asked should
    /// hear it.
    package func unknownCodes(in hierarchies: CodeHierarchies) -> [Code] {
        var seen = Set<Code>()
        return conditions.compactMap(\.codes).flatMap(hierarchies.unknown).filter { seen.insert($0).inserted }
    }
}
