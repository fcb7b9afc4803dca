package import ClinicalModel

/// A copy of somebody's data that left the clinical record for a study or a register.
package struct ReleasedCopy: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case research, register
    }

    package let id: Int
    package let person: Pseudonym
    package let kind: Kind
    /// The project's registration number or the register's name.
    package let reference: String
    /// What the person is called in the copy.
    package let projectPseudonym: String
    /// Where the copy lies, below the partition's directory.
    package let path: String
    package let made: Timestamp
    package let deleted: Timestamp?
}
