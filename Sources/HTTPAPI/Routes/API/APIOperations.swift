package import StructuredText

/// Every operation of the platform's own API.
package enum APIOperations {
    package static let prefix = "/api/v1"

    package static let all: [APIOperation] =
        OpenOperations.all + NodeOperations.all + CohortOperations.all + VariantOperations.all + AnnotationOperations.all
        + SubmissionOperations.all + PersonOperations.all + FindingOperations.all + ClassificationOperations.all
        + ReportOperations.all + LedgerOperations.all + PolicyOperations.all + EnquiryOperations.all + KnowledgeOperations.all

    /// `/openapi.json`: the same for every node of a release.
    package static let document = OpenAPIDocument(operations: all).json
}
