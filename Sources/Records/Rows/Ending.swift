package import ClinicalModel
package import StructuredText

/// That data about a person was ended, by one of four acts that are never mixed.
package struct Ending: Sendable {
    package enum Act: String, Sendable, CaseIterable {
        case stopUsing = "stop-using"
        case stopShowing = "stop-showing"
        case deleteCopy = "delete-copy"
        case destroy
    }

    /// Nil once everything about the person has been destroyed.
    package let person: Pseudonym?
    package let act: Act
    /// The reference of the decision.
    package let decision: String
    package let time: Timestamp
    /// What it concerned: names of call sets and numbers of copies, for a destruction only how much.
    package let affected: JSONValue
}
