package import GenomeModel
package import VariantFormats

/// What came of a sheet: the counts a laboratory checks its own against.
package struct AddReceipt: Sendable {
    package struct File: Sendable {
        package let path: String
        package let origin: Origin
        package let callSets: [String]
        /// Variants carried, one count a call set in the order of `callSets`; before targets are applied.
        package let carriers: [Int]
        package let records: Int
        package let skippedRecords: Int
        /// Distinct variants and (variant, call set) pairs stored.
        package let variants: Int
        package let calls: Int
        /// Calls outside the targets of their assay, which do not count.
        package let outsideTargets: Int
        package let diagnostics: [FormatDiagnostic]
        /// What the genotypes on X are like, one a call set in the order of `callSets`.
        package let zygosityOnX: [CallFileReport.ZygosityOnX]
    }

    package let assembly: Assembly
    package let isReplacement: Bool
    /// False: alleles were trimmed only, because the index has no reference.
    package let isLeftAligned: Bool
    package let files: [File]
    /// Why segments could not be merged afterwards; the call sets are in all the same. Nil where all went well.
    package let mergeFailure: String?

    package var callSets: Int { files.reduce(0) { $0 + $1.callSets.count } }
    package var records: Int { files.reduce(0) { $0 + $1.records } }
    package var calls: Int { files.reduce(0) { $0 + $1.calls } }
}
