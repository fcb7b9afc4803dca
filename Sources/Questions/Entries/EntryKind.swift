/// The kinds of entries that can be listed, by their names in the Beacon v2 default model.
package enum EntryKind: String, Sendable, CaseIterable {
    /// A person.
    case individuals
    /// A specimen.
    case biosamples
    /// A call set seen as the run that made it.
    case runs
    /// A call set seen as the analysis that it came out of.
    case analyses
    /// A variant with its figures. Never one person's.
    case genomicVariations = "g_variants"
}
