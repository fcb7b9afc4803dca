package import ClinicalModel

/// A question that somebody keeps to ask again. It is theirs alone, at this node.
package struct SavedQuestion: Hashable, Sendable {
    package let id: Int
    /// Unique among its owner's.
    package let name: String
    /// In the cohort language.
    package let question: String
    package let saved: Timestamp
}
