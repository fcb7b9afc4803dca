package import AccessModel
package import ClinicalModel
package import Records

/// Reads a region's ledger for somebody whose work it is: every reading is an event of the ledger itself.
package struct ReadLedger: Sendable {
    package let partition: Partition
    package let actor: Actor
    package let purpose: Purpose

    package init(partition: Partition, actor: Actor, purpose: Purpose) {
        self.partition = partition
        self.actor = actor
        self.purpose = purpose
    }

    /// One page of events, oldest first, and the cursor of the page before in time: nil on the last.
    package func events(_ filter: LedgerFilter) async throws -> (page: [NumberedEvent], next: Int?) {
        try check()
        var wider = filter
        wider.limit = filter.limit + 1
        let found = try partition.ledger.events(wider)
        let page = Array(found.suffix(filter.limit))
        try await log(.ledgerReview, "ledger events", returned: page.count)
        return (page, found.count > filter.limit ? page.first?.seq : nil)
    }

    /// One event, by its number; nil where there is none.
    package func event(_ number: Int) async throws -> NumberedEvent? {
        try check()
        let found = try partition.ledger.events(numbers: [number]).first
        try await log(.ledgerReview, "ledger event", returned: found == nil ? 0 : 1)
        return found
    }

    /// Everything where no period is given.
    package func review(_ period: ClosedRange<Timestamp>?) async throws -> LedgerReview {
        try check()
        let review = try partition.ledger.review(period ?? Timestamp(milliseconds: 0)...partition.now())
        try await log(.ledgerReview, "ledger review", returned: review.actors.count)
        return review
    }

    package func verify() async throws -> LedgerVerification {
        try check()
        let result = try partition.ledger.verify()
        try await log(
            .verification, "ledger verify", returned: result.events,
            ["whole": result.isWhole ? "yes" : "no", "last": String(result.last)])
        return result
    }

    /// When the ledger was verified by somebody last, how far, and whether it was whole; nil where it never was.
    package func lastVerification() throws -> (time: Timestamp, last: Int, isWhole: Bool)? {
        try check()
        let event = try partition.ledger.events(LedgerFilter(act: .verification, limit: 20)).last {
            $0.event.process == "ledger verify"
        }
        guard let event, let last = event.event.detail["last"].flatMap({ Int($0) }) else { return nil }
        return (event.event.time, last, event.event.detail["whole"] == "yes")
    }

    func check() throws(AdministrativeRefusal) {
        try AdministrativeRights.check(.reviewLedger, by: actor, for: purpose, in: partition.layout.region)
    }

    func log(_ act: AuditEvent.Act, _ process: String, returned: Int, _ detail: [String: String] = [:]) async throws {
        _ = try await partition.ledger.append(
            AuditEvent(
                by: actor, at: partition.now(), act, process: process, purpose: purpose, returned: returned, detail: detail))
    }
}
