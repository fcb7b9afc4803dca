/// What somebody asks of the platform: how many people, or how frequent a variant is among them.
package struct Question: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// Distinct people with at least one call set that meets the criterion.
        case count
        /// Allele counts of the variant over the call sets that meet the criterion. The variant stands as it was written.
        case frequency(String)

        package var form: Form {
            switch self {
            case .count: .count
            case .frequency: .frequency
            }
        }
    }

    /// The two kinds by name.
    package enum Form: String, Sendable, CaseIterable {
        case count, frequency
    }

    package let kind: Kind
    package let criterion: Criterion

    package init(_ kind: Kind, _ criterion: Criterion = .everyone) {
        self.kind = kind
        self.criterion = criterion
    }

    /// In characters (Unicode scalars). A question that somebody wrote by hand has some hundred.
    package static let lengthLimit = 10_000
    package static let depthLimit = 32
    /// Conditions in one question: what an answer costs, and how many sibling cells its suppression looks at, grows with them.
    package static let conditionLimit = 128
}
