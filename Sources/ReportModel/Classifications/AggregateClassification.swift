/// What several laboratories' classes come to, as ClinVar aggregates them: one class, two of the same group named together, or a conflict
/// over the boundaries of pathogenic, uncertain and benign.
///
/// Source: NCBI, *Representation of classifications in ClinVar* (ncbi.nlm.nih.gov/clinvar/docs/clinsig), aggregation.
package struct AggregateClassification: Hashable, Sendable {
    /// In ClinVar's order (pathogenic, likely pathogenic, uncertain, benign, likely benign), each with how many gave it.
    package let counts: [Count]

    package struct Count: Hashable, Sendable {
        package let pathogenicityClass: PathogenicityClass
        package let number: Int
    }

    private static let clinVarOrder: [PathogenicityClass] = [
        .pathogenic, .likelyPathogenic, .uncertain, .benign, .likelyBenign,
    ]

    /// The order of the classes makes no difference.
    package init(_ classes: some Sequence<PathogenicityClass>) {
        let numbers = Dictionary(classes.map { ($0, 1) }, uniquingKeysWith: +)
        counts = AggregateClassification.clinVarOrder.compactMap { found in
            numbers[found].map { Count(pathogenicityClass: found, number: $0) }
        }
    }

    package var groups: Set<ClassificationGroup> { Set(counts.map(\.pathogenicityClass.group)) }

    package var isConflict: Bool { groups.count > 1 }

    /// As ClinVar writes it: `Pathogenic/Likely pathogenic`, `Conflicting classifications of pathogenicity`; nil without any class.
    package var clinVarTerm: String? {
        guard !counts.isEmpty else { return nil }
        guard !isConflict else { return "Conflicting classifications of pathogenicity" }
        return counts.map(\.pathogenicityClass.clinVarTerm).joined(separator: "/")
    }

    /// The classes with their numbers, as ClinVar lists a conflict: `Pathogenic(1)|Uncertain significance(2)`.
    package var clinVarCounts: String {
        counts.map { "\($0.pathogenicityClass.clinVarTerm)(\($0.number))" }.joined(separator: "|")
    }
}

extension PathogenicityClass {
    /// ClinVar's word for it.
    package var clinVarTerm: String {
        switch self {
        case .benign: "Benign"
        case .likelyBenign: "Likely benign"
        case .uncertain: "Uncertain significance"
        case .likelyPathogenic: "Likely pathogenic"
        case .pathogenic: "Pathogenic"
        }
    }
}
