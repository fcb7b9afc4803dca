package import GenomeModel

/// Which variants a listing or a condition means. Positions are 1-based, ends included.
package enum VariantSelection: Hashable, Sendable {
    /// Exactly these alleles.
    case alleles([Variant])
    /// Variants that overlap the interval, optionally only with these alleles.
    case overlapping(Interval, reference: String?, alternate: String?)
    /// Variants whose first base lies in one interval and last base in the other (Beacon's bracket query).
    case bracket(contig: Contig, first: ClosedRange<UInt32>, last: ClosedRange<UInt32>)
    /// Variants that an annotation says this of, where an interval is given of those that overlap it.
    case consequence(ConsequenceQuery, in: Interval?)
    /// Structural events: a listing shows one for all that match it.
    case events(EventSelection)
}

/// A page of entries. The people are those who meet the question's criterion.
package struct EntrySelection: Hashable, Sendable {
    /// For `genomicVariations` which variants; for the other kinds, people who carry at least one of them.
    package var variants: VariantSelection?
    /// Only the entry of this identifier.
    package var identifier: String?
    /// Only entries that belong to the individual, or to the biosample, of this identifier.
    package var individual: String?
    package var biosample: String?
    package var skip = 0
    /// At most 1,000.
    package var limit = 100

    package init() {}
}
