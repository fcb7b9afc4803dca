package import ClinicalModel

/// Which people an answer counted, kept so that a later question that differs by a few of them is not answered.
package struct AnsweredSet: Hashable, Sendable {
    /// Who asked.
    package let organisation: String
    /// The data release that it was computed from.
    package let release: String
    /// A digest of the question.
    package let question: String
    /// A bitmap over `CohortFacts.Person.id`, in whatever form the caller keeps it.
    package let people: [UInt8]
    package let time: Timestamp

    package init(organisation: String, release: String, question: String, people: [UInt8], time: Timestamp) {
        self.organisation = organisation
        self.release = release
        self.question = question
        self.people = people
        self.time = time
    }
}
