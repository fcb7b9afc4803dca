package import ClinicalModel

/// Call sets that became visible to other regions' aggregate questions at the same moment.
package struct PublicationBatch: Hashable, Sendable {
    /// From 1.
    package let number: Int
    package let closed: Timestamp
    package let people: Int
    package let callSets: Int
}
