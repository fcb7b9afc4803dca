package import GenomeModel

/// Why a question cannot be put as it is written. It never repeats the variant.
package enum AskedQuestionError: Error, Sendable, CustomStringConvertible {
    case variant(VariantNotationError)
    case noRegion

    package var description: String {
        switch self {
        case .variant(let error): error.description
        case .noRegion:
            "No region lies in this scope for this actor. Ask --scope nation, or take an actor of a region that is here."
        }
    }
}
