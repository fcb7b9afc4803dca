package import Questions

/// The entry types of the Beacon v2 default model, all of which are served.
package enum BeaconEntryType: String, Sendable, CaseIterable {
    case individual, biosample, run, analysis, genomicVariant, dataset, cohort

    /// As the path of its endpoints begins.
    package var path: String {
        switch self {
        case .individual: "individuals"
        case .biosample: "biosamples"
        case .run: "runs"
        case .analysis: "analyses"
        case .genomicVariant: "g_variants"
        case .dataset: "datasets"
        case .cohort: "cohorts"
        }
    }

    /// What the regions are asked to list; nil for the collections, which are known without asking.
    package var kind: EntryKind? { EntryKind(rawValue: path) }

    /// What a count of it counts.
    package var counted: AskedQuestion.Counted {
        switch self {
        case .biosample: .specimens
        case .run, .analysis: .callSets
        case .individual, .genomicVariant, .dataset, .cohort: .people
        }
    }

    /// By its name or its path, in any case of letters: clients write both.
    package init?(named text: String) {
        let lower = text.lowercased()
        let found = BeaconEntryType.allCases.first { $0.rawValue.lowercased() == lower || $0.path == lower }
        guard let found = found ?? BeaconEntryType.others[lower] else { return nil }
        self = found
    }

    private static let others: [String: BeaconEntryType] = [
        "genomicvariation": .genomicVariant, "genomicvariations": .genomicVariant, "genomicvariants": .genomicVariant,
        "g_variant": .genomicVariant,
    ]

    /// The identifier of its schema in the default model.
    package var schema: String {
        let name =
            switch self {
            case .genomicVariant: "variant"
            default: rawValue
            }
        return "ga4gh-beacon-\(name)-v2.0.0"
    }

    /// Folder of the default model with its schema.
    var folder: String { self == .genomicVariant ? "genomicVariations" : path }

    var name: String {
        switch self {
        case .individual: "Individual"
        case .biosample: "Biological sample"
        case .run: "Sequencing run"
        case .analysis: "Bioinformatics analysis"
        case .genomicVariant: "Genomic variant"
        case .dataset: "Dataset"
        case .cohort: "Cohort"
        }
    }

    var summary: String {
        switch self {
        case .individual: "A person with at least one call set in a region."
        case .biosample: "What was taken from a person and sent to a laboratory."
        case .run: "The run that a call set came out of. Its date is that of the analysis."
        case .analysis: "The analysis that a call set came out of."
        case .genomicVariant: "A sequence variant, with its figures in each region. Never one person's."
        case .dataset: "The call sets of one region, whole or of one assembly and one origin."
        case .cohort: "The people with call sets in one region."
        }
    }

    /// As the default model's own configuration names the types.
    var ontologyTerm: (id: String, label: String) {
        switch self {
        case .individual: ("NCIT:C25190", "Person")
        case .biosample: ("NCIT:C70699", "Biospecimen")
        case .run: ("NCIT:C148088", "Sequencing run")
        case .analysis: ("edam:operation_2945", "Analysis")
        case .genomicVariant: ("ENSGLOSSARY:0000092", "Variant")
        case .dataset: ("NCIT:C47824", "Data set")
        case .cohort: ("NCIT:C61512", "Cohort")
        }
    }

    /// What a collection is a collection of.
    var collects: BeaconEntryType? {
        switch self {
        case .dataset: .genomicVariant
        case .cohort: .individual
        case .individual, .biosample, .run, .analysis, .genomicVariant: nil
        }
    }
}
