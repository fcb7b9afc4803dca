package import ClinicalModel

/// A call set as the records hold it.
package struct RecordedCallSet: Hashable, Sendable {
    package enum State: String, Sendable, CaseIterable {
        case available
        /// The person's data is no longer to be used: no question counts it.
        case useStopped = "use-stopped"
        /// The person's data is no longer to be shown outside the unit that is answerable for it.
        case showingStopped = "showing-stopped"
        /// A re-analysis took its place.
        case replaced
    }

    package let record: CallSetRecord
    /// The strictest that holds: replaced, then use stopped, then showing stopped.
    package let state: State
    package let submission: String
    /// Nil until the batch in which other regions' questions may count it.
    package let publicationBatch: Int?
    package let replacedBy: String?
}
