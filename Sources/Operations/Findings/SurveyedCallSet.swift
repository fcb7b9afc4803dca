package import ClinicalModel
package import GenomeModel

/// What one analysis looked at along the genome and what it called there: numbers and places for a drawing, no variants by name.
package struct SurveyedCallSet: Hashable, Sendable {
    /// Small variants that passed their filters.
    package struct Variants: Hashable, Sendable {
        package fileprivate(set) var byContig: [Contig: Int] = [:]
        /// A number for each of `GenomeColumns`.
        package fileprivate(set) var byColumn: [Int]
        /// Where a tumour's allele fractions lie, each place once; nil where they are too many to be told apart.
        package fileprivate(set) var fractions: Set<Fraction>? = []

        package var count: Int { byContig.values.reduce(0, +) }
    }

    /// An allele fraction, rounded to a fiftieth.
    package struct Fraction: Hashable, Sendable {
        package let column: Int
        /// 0…50.
        package let fiftieths: Int
    }

    /// What was called, or that it was not read.
    package enum Called<Content: Hashable & Sendable>: Hashable, Sendable {
        /// Never submitted, or not yet in the index.
        case none
        /// More would have had to be looked at than a page waits for: so many stored variants or events.
        case tooMany(Int)
        case read(Content)

        package var content: Content? {
            guard case .read(let content) = self else { return nil }
            return content
        }
    }

    package let record: CallSetRecord
    package let columns: GenomeColumns
    /// What the assay of the small variants looks at.
    package let targets: TargetRegions
    package let variants: Called<Variants>
    /// Copy-number and structural events that passed their filters.
    package let events: Called<[StructuralEvent]>
}

extension SurveyedCallSet.Variants {
    init(_ columns: GenomeColumns) { byColumn = [Int](repeating: 0, count: columns.count) }

    mutating func add(_ key: VariantKey, fraction: Float, _ columns: GenomeColumns) {
        guard let contig = key.contig else { return }
        byContig[contig, default: 0] += 1
        guard let column = columns.column(contig, Int(key.position.value)) else { return }
        byColumn[column] += 1
        guard fraction.isFinite, fractions != nil else { return }
        fractions?.insert(SurveyedCallSet.Fraction(column: column, fiftieths: Int((min(max(fraction, 0), 1) * 50).rounded())))
        if let count = fractions?.count, count > SurveyGenome.mostFractions { fractions = nil }
    }
}
