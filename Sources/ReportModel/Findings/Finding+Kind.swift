extension Finding.Content {
    /// What is found, as the JSON form names it.
    package enum Kind: String, Sendable, CaseIterable {
        case smallVariant, copyNumber, structural, signature, biomarker, expression, secondary
    }

    package var kind: Kind {
        switch self {
        case .smallVariant: .smallVariant
        case .copyNumber: .copyNumber
        case .structural: .structural
        case .signature: .signature
        case .biomarker: .biomarker
        case .expression: .expression
        case .secondary: .secondary
        }
    }

    /// Whether what was said of one holds of the other: the same variant, or the very same content.
    package func isSameAlteration(as other: Finding.Content) -> Bool {
        if case .smallVariant(let one) = self, case .smallVariant(let another) = other { return one.variant == another.variant }
        return self == other
    }
}

extension Finding.Content {
    /// The small variant that it is, by itself or as a secondary finding; nil for everything else.
    package var smallVariant: SmallVariantFinding? {
        switch self {
        case .smallVariant(let small): return small
        case .secondary(let secondary):
            if case .smallVariant(let small) = secondary.alteration { return small }
            return nil
        default: return nil
        }
    }
}
