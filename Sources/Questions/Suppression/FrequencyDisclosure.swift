/// What of a variant's frequency may be told.
package enum FrequencyDisclosure: Hashable, Sendable {
    case exact(FrequencyFigures)
    /// Only how many carry it, as a band.
    case band(ClosedRange<Int>)
    case suppressed(Disclosure.Ground)
}

extension SmallNumberRule {
    /// What may be told of the figures.
    ///
    /// `cohort` is what may be told of the people who meet the criterion, `carriers` of those among them who carry the variant (the
    /// criterion and `carries`): both are counts that could be asked for by themselves. Withheld as well is what leaves fewer
    /// non-carriers than the threshold among the people covered, since then nearly everyone asked about has the variant.
    package func disclose(
        _ figures: FrequencyFigures, cohort: Disclosure, carriers: Disclosure
    ) -> FrequencyDisclosure {
        if case .suppressed(let ground) = cohort { return .suppressed(ground) }
        guard figures.people >= threshold, figures.carriers == 0 || figures.covered - figures.carriers >= threshold,
            case .exact = cohort
        else { return .suppressed(.few) }
        switch carriers {
        case .suppressed(let ground): return .suppressed(ground)
        case .band(let band): return .band(band)
        case .exact(let count):
            // The index counts call sets' alleles and the table people; neither of the two may be few.
            guard [count, figures.carriers].allSatisfy({ $0 >= threshold || ($0 == 0 && showsBand) }) else {
                return .suppressed(.few)
            }
            return .exact(figures)
        }
    }
}
