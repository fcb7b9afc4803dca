package import ClinicalModel
package import ReportModel

/// What a region has set for its partition: the file `partition.yaml`.
package struct PartitionSettings: Hashable, Sendable {
    /// Whose records a submission is that names no controller.
    package var defaultController: OrganisationCode?
    package var reserveNumberFormats: [ReserveNumberFormat] = []
    /// Bytes that one submitted file may have.
    package var fileLimit = 256 << 30
    /// Bytes of text that a stored byte of a call file may become.
    package var expansionLimit = 300
    /// Seconds that a file in the inbox must have rested before a wrong checksum counts as a failure and not as a transfer under way.
    package var settleSeconds = 60
    /// Hours that a manifest waits in the inbox for its files.
    package var waitHours = 24

    /// Days until a carrier should have been told of a reclassification.
    package var recallDays: [RecallRule.Urgency: Int] = [.high: 14, .raised: 30, .low: 90]
    /// Whether a change between uncertain and benign is told to carriers at all.
    package var recallsLow = false

    /// Nil days of a wrong order were refused when they were read.
    package var recallRule: RecallRule? { RecallRule(days: recallDays, includesLow: recallsLow) }

    package init() {}

    package static func standardText(controller: String) -> String {
        """
        # Settings of this partition.
        # Whose records a submission is that names no controller (PDL 2 kap. 6 §).
        default-controller: \(controller)
        # Forms of the region's reserve numbers: 9 any digit, A any letter, ? either, all else itself.
        reserve-number-formats: []
        # Largest file taken in, and how many bytes of text one stored byte may become.
        file-limit-gib: 256
        expansion-limit: 300
        # Inbox: rest before a wrong checksum counts, and the longest wait for files.
        settle-seconds: 60
        wait-hours: 24
        # Recalls after a reclassification: days until the carrier should know. Changes between uncertain and benign are told only where
        # days for them (recall-low-days) are given.
        recall-high-days: 14
        recall-raised-days: 30

        """
    }
}
