package import ClinicalModel
package import ReportModel
package import StructuredText

/// Everything that becomes known when a submission is accepted; all of it is written in one transaction, or nothing.
package struct AcceptedSubmission: Sendable {
    package struct CallSet: Sendable {
        package let record: CallSetRecord
        package let metrics: [QualityMetric]
        /// Which of a set of common variants the sample carries, for finding the same person under two names.
        package let fingerprint: [UInt8]?
        /// The call set whose place this takes; it may have the same name. Nil for one that adds.
        package let replaces: String?

        package init(record: CallSetRecord, metrics: [QualityMetric] = [], fingerprint: [UInt8]? = nil, replaces: String? = nil) {
            self.record = record
            self.metrics = metrics
            self.fingerprint = fingerprint
            self.replaces = replaces
        }
    }

    package let submission: String
    package let people: [Person]
    package let specimens: [Specimen]
    package let assays: [AssayVersion]
    package let callSets: [CallSet]
    package let diagnoses: [Diagnosis]
    package let phenotypes: [Phenotype]
    package let treatments: [Treatment]
    package let relations: [FamilyRelation]
    /// What the laboratory found, under the submission's case.
    package let findings: [Finding]
    /// Further steps to record with it, the last being that it is available.
    package let steps: [SubmissionStep]
    package let receipt: JSONValue

    package init(
        submission: String, people: [Person] = [], specimens: [Specimen] = [], assays: [AssayVersion] = [],
        callSets: [CallSet] = [], diagnoses: [Diagnosis] = [], phenotypes: [Phenotype] = [], treatments: [Treatment] = [],
        relations: [FamilyRelation] = [], findings: [Finding] = [], steps: [SubmissionStep], receipt: JSONValue
    ) {
        self.submission = submission
        self.people = people
        self.specimens = specimens
        self.assays = assays
        self.callSets = callSets
        self.diagnoses = diagnoses
        self.phenotypes = phenotypes
        self.treatments = treatments
        self.relations = relations
        self.findings = findings
        self.steps = steps
        self.receipt = receipt
    }
}
