/// What people do with a partition besides asking about it: the pages and operations that are not open to everybody.
package enum AdministrativeAct: String, Sendable, CaseIterable {
    /// Sending in submissions, and reading their receipts.
    case submit
    /// Reading the ledger, its review and its verification.
    case reviewLedger = "review-ledger"
    /// Proposing and publishing what leaves the region.
    case changePolicy = "change-policy"
    case publishBatch = "publish-batch"
    /// How other nodes are doing.
    case seeNode = "see-node"
    /// Writing down what a person says yes or no to.
    case recordStatement = "record-statement"
    /// Putting on record that one takes part in a person's care.
    case beginCare = "begin-care"
    /// Reading who has looked at one's own data.
    case seeOwnAccesses = "see-own-accesses"
}
