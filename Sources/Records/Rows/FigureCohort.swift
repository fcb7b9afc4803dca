package import ClinicalModel

/// A selection of call sets out of which an organisation has had figures of variants.
package struct FigureCohort: Hashable, Sendable {
    package let organisation: String
    /// The data release that it was taken from.
    package let release: String
    /// A digest of the question.
    package let question: String
    /// `CohortFacts.CallSetFacts.id`, four bytes each, the highest first.
    package let callSets: [UInt8]
    package let time: Timestamp

    package init(organisation: String, release: String, question: String, callSets: [UInt8], time: Timestamp) {
        self.organisation = organisation
        self.release = release
        self.question = question
        self.callSets = callSets
        self.time = time
    }
}
