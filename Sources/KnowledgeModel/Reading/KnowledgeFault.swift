package import StructuredText

/// What is wrong with a file of knowledge or with one row of it, where, and what to do. The texts are in `KnowledgeFault+Text`.
package struct KnowledgeFault: Error, Hashable, Sendable {
    package enum Code: String, Sendable, CaseIterable {
        // The file.
        case empty, notUTF8, truncated, notVCF, noAssembly, wrongAssembly, noHeader, missingColumn, repeatedColumn
        // A row: it is left out.
        case wrongFieldCount, notJSON, notAnObject, missingValue, badNumber, unknownValue, repeatedItem
        case unknownContig, badPosition, pastContigEnd, badAllele, noAlternate, contradiction
        // A part of a row: it is kept as text.
        case unknownTerm, unreadableProfile
    }

    package let code: Code
    /// Nil where the fault is of the file as a whole.
    package let place: SourcePlace?
    /// The column, INFO key or member that the fault is in; empty where it is in none.
    package let field: String
    /// What stood there, at most 80 characters; empty where nothing did. Knowledge files hold no persons.
    package let value: String

    package init(_ code: Code, at place: SourcePlace? = nil, field: String = "", value: String = "") {
        self.code = code
        self.place = place
        self.field = field
        self.value = String(value.prefix(80))
    }

    /// Whether the row that the fault is in is left out of the version.
    package var losesRow: Bool {
        switch code {
        case .unknownTerm, .unreadableProfile, .truncated: false
        default: true
        }
    }
}
