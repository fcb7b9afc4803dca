package import GenomeModel
internal import VariantFormats
package import VariantStorage

/// How often variants are seen, in whom, and how many could have shown them.
package struct QueryIndex {
    package let index: VariantIndex
    package let cohort: Cohort
    private let reference: ReferenceSequence?

    /// The reference by which the index normalises, if it has one.
    package var referenceSequence: ReferenceSequence? { reference }

    /// Opens an index and resolves the cohort. Throws `StorageError` or `FormatError` (of the reference).
    package init(directory: String, filter: CohortFilter = CohortFilter()) throws {
        index = try VariantIndex(directory: directory)
        cohort = try index.cohort(filter)
        reference = try index.reference.map { [assembly = index.assembly] in
            try ReferenceFASTA.open(path: $0, assembly: assembly)
        }
    }

    /// Reads a variant in any notation and normalises it as the index's own are. Throws `VariantNotationError`.
    package func variant(_ text: String) throws -> Variant {
        let parsed = try VariantNotation.parse(text, assembly: index.assembly, reference: reference)
        guard let reference else { return parsed.trimmed() }
        do {
            return try parsed.leftAligned(in: reference)
        } catch {
            // The reference may lack this contig: the calls that were added there were only trimmed too.
            return parsed.trimmed()
        }
    }

    /// Reads `17:43044295-43125483` and the like. Throws `IntervalNotationError`.
    package func interval(_ text: String) throws -> Interval { try Interval.parse(text, assembly: index.assembly) }

    package func frequency(of variant: Variant) throws(StorageError) -> Frequency {
        try index.frequency(of: variant, in: cohort)
    }

    /// Every stored variant whose REF span overlaps `interval`, in order.
    package func forEachVariant(in interval: Interval?, _ body: (StoredVariant, Frequency) throws -> Void) throws {
        try index.forEachVariant(in: interval, cohort: cohort, body)
    }

    /// A carrier, with what a reader of the answer wants to know of it.
    package struct NamedCarrier: Sendable {
        package let callSet: String
        package let assay: String
        package let sex: Sex
        package let origin: Origin
        package let state: CallState
        /// Nil where the file had none.
        package let fraction: Float?
    }

    /// Who carries `variant`, by name.
    package func carriers(of variant: Variant) throws(StorageError) -> [NamedCarrier] {
        try index.carriers(of: variant, in: cohort).map { carrier in
            let callSet = index.callSet(of: carrier)
            return NamedCarrier(
                callSet: callSet.name, assay: index.assay(number: callSet.assay)?.name ?? "", sex: callSet.sex,
                origin: index.origin(of: carrier), state: carrier.state,
                fraction: carrier.fraction.isNaN ? nil : carrier.fraction)
        }.sorted { $0.callSet < $1.callSet }
    }
}
