internal import ClinicalModel
internal import GenomeModel

/// Shared classifications as rows of ClinVar's submission spreadsheet, and their aggregate as rows after ClinVar's variant pages. The text is
/// tab-separated, one header line; nothing is sent anywhere.
package enum ClinVarExport {
    /// The columns of the template's *Variant* tab that a shared classification can fill, under their headers of January 2024, with method and
    /// origin from *CaseData* and *SubmissionInfo* beside them.
    ///
    /// Source: NCBI's submission template (github.com/ncbi/clinvar/tree/master/submission_templates) and the headers that Scout writes
    /// (Clinical Genomics, `scout/constants/clinvar.py`).
    package static let submissionColumns = [
        "##Local ID", "Linking ID", "Gene symbol", "Chromosome", "Start", "Stop", "Reference allele", "Alternate allele",
        "Condition ID type", "Condition ID value", "Germline classification", "Comment on classification", "Date last evaluated",
        "Collection method", "Allele origin", "Affected status", "Assembly", "Assertion method",
    ]

    /// One row a classification, in their order. Nil for a condition whose code system ClinVar does not take.
    package static func submissionRow(_ shared: SharedClassification) -> [String]? {
        guard let condition = condition(shared.subject.condition) else { return nil }
        let identifier = shared.subject.variant
        let variant = identifier.variant
        let local = "\(shared.laboratory)-\(identifier)-\(shared.subject.condition)"
        return [
            local, local, shared.gene, variant.contig.name, String(variant.position.value), String(variant.lastPosition),
            variant.reference, variant.alternate, condition.type, condition.value, shared.pathogenicityClass.clinVarTerm,
            shared.criteria.joined(separator: ", "), shared.evaluated.description, "clinical testing", "germline", "not provided",
            identifier.assembly.rawValue, shared.method,
        ]
    }

    /// How ClinVar names the code system, and the code in it: its API takes HPO, MedGen, MeSH, MONDO, OMIM and Orphanet.
    static func condition(_ code: Code) -> (type: String, value: String)? {
        switch code.system {
        case .orpha: ("Orphanet", "ORPHA" + code.value)
        case .omim: ("OMIM", code.value)
        case .hpo: ("HPO", "HP:" + code.value)
        case .icd10, .icdOTopography, .icdOMorphology, .snomedCT, .oncotree, .doid, .atc: nil
        }
    }

    /// One row a variant and condition, as ClinVar shows a record: the words are those of its VCF and its variant pages.
    package static let summaryColumns = [
        "Variant", "GeneSymbol", "Condition", "ClinicalSignificance", "ClinicalSignificanceConflicting", "LastEvaluated",
        "ReviewStatus", "NumberSubmitters", "Submitters",
    ]

    /// Nil without any classification, and for classifications of more than one variant and condition.
    package static func summaryRow(_ classifications: [SharedClassification]) -> [String]? {
        guard let first = classifications.first, classifications.allSatisfy({ $0.subject == first.subject }),
            let last = classifications.map(\.evaluated).max()
        else { return nil }
        let aggregate = AggregateClassification(classifications.map(\.pathogenicityClass))
        let submitters = classifications.map { "\($0.region)/\($0.laboratory)" }.sorted()
        return [
            first.subject.variant.description, first.gene, first.subject.condition.description, aggregate.clinVarTerm ?? "",
            aggregate.isConflict ? aggregate.clinVarCounts : "", last.description,
            reviewStatus(aggregate, submitters: submitters.count), String(submitters.count), submitters.joined(separator: ";"),
        ]
    }

    /// ClinVar's words for submitters who state their criteria, as every laboratory here does
    /// (ncbi.nlm.nih.gov/clinvar/docs/review_status).
    static func reviewStatus(_ aggregate: AggregateClassification, submitters: Int) -> String {
        if aggregate.isConflict { return "criteria provided, conflicting classifications" }
        return submitters > 1 ? "criteria provided, multiple submitters, no conflicts" : "criteria provided, single submitter"
    }

    /// The header and the rows as tab-separated text. Tabs and line ends inside a value become spaces.
    package static func text(_ columns: [String], _ rows: some Sequence<[String]>) -> String {
        ([columns] + rows).map { row in
            row.map { value in String(value.map { $0 == "\t" || $0.isNewline ? " " : $0 }) }.joined(separator: "\t") + "\n"
        }.joined()
    }
}
