package import GenomeModel

/// Why a question cannot be put as it is written. It never repeats the variant.
package enum AskedQuestionError: Error, Sendable, CustomStringConvertible {
    /// What is wrong with a selection of entries.
    package enum SelectionFault: String, Sendable, CaseIterable {
        /// Asked for as something else than entries.
        case noKind = "no-kind"
        /// A page before the first entry, or of too many.
        case page
        /// Variants without saying which.
        case allVariants = "all-variants"
        case rangeTooLong = "range-too-long"
        case tooManyVariants = "too-many-variants"
        case variantsOfOnePerson = "variants-of-one-person"
    }

    case variant(VariantNotationError)
    case noRegion
    case selection(SelectionFault)

    package var description: String {
        switch self {
        case .variant(let error): error.description
        case .noRegion:
            "No region lies in this scope for this actor. Ask --scope nation, or take an actor of a region that is here."
        case .selection(let fault): fault.description
        }
    }
}

extension AskedQuestionError.SelectionFault: CustomStringConvertible {
    package var message: String {
        switch self {
        case .noKind: "The question names no kind of entry."
        case .page: "There is no such page."
        case .allVariants: "All variants at once are too many."
        case .rangeTooLong: "The range is longer than \(SelectedVariants.longestRange) bases."
        case .tooManyVariants: "More than \(SelectedVariants.most) variants are meant."
        case .variantsOfOnePerson: "Variants are told of with figures of many people, never as one person's."
        }
    }

    package var remedy: String {
        switch self {
        case .noKind: "Say which: individuals, biosamples, runs, analyses or g_variants."
        case .page: "Skip no fewer than 0 entries, and ask for at most \(ListEntries.longestPage)."
        case .allVariants: "Give alleles or a range."
        case .rangeTooLong: "Ask for a shorter range at a time."
        case .tooManyVariants: "Ask for a shorter range, or give the alleles."
        case .variantsOfOnePerson: "Leave out the individual and the biosample."
        }
    }

    package var description: String { "\(message) \(remedy)" }
}
