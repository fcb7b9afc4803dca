package import ClinicalModel
package import ReportModel
package import StructuredText

/// What a correction changes about an accepted submission: descriptions, never calls.
package struct MetadataCorrection: Sendable {
    /// The correction's own submission, which names the one that it corrects.
    package let submission: String
    package let people: [Person]
    package let specimens: [Specimen]
    /// Whole records under the names that they have; assembly, origin and person stay as they are.
    package let callSets: [CallSetRecord]
    /// The metrics of a call set, by name; they take the place of all that it had.
    package let metrics: [String: [QualityMetric]]
    /// Findings take the place of those that the corrected submission gave about the people in `people`.
    package let diagnoses: [Diagnosis]
    package let phenotypes: [Phenotype]
    package let treatments: [Treatment]
    package let relations: [FamilyRelation]
    /// Of the case: one that is there under its identifier is replaced where it says something else, and those not named stay.
    package let findings: [Finding]
    package let steps: [SubmissionStep]
    package let receipt: JSONValue

    package init(
        submission: String, people: [Person] = [], specimens: [Specimen] = [], callSets: [CallSetRecord] = [],
        metrics: [String: [QualityMetric]] = [:], diagnoses: [Diagnosis] = [], phenotypes: [Phenotype] = [],
        treatments: [Treatment] = [], relations: [FamilyRelation] = [], findings: [Finding] = [],
        steps: [SubmissionStep], receipt: JSONValue
    ) {
        self.submission = submission
        self.people = people
        self.specimens = specimens
        self.callSets = callSets
        self.metrics = metrics
        self.diagnoses = diagnoses
        self.phenotypes = phenotypes
        self.treatments = treatments
        self.relations = relations
        self.findings = findings
        self.steps = steps
        self.receipt = receipt
    }
}
