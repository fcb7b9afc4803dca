internal import AccessModel
internal import ClinicalModel
internal import Records
internal import StructuredText

/// The ledger as its reviewer reads it: what stands out, then the events.
struct LedgerModel: PageModel {
    struct Verification: Sendable {
        let time: Timestamp
        let last: Int
        let isWhole: Bool
    }

    let region: String
    let selection: LedgerSelection
    /// Oldest first.
    let events: [NumberedEvent]
    /// Number before which the page before in time ends.
    let next: Int?
    let review: LedgerReview
    let verification: Verification?
    /// Names of units by their codes.
    let units: [String: String]
    let openCases: Int
    let overdueCases: Int
    let mayAnswerCases: Bool

    var json: JSONValue {
        [
            "region": JSONValue(.string(region)),
            "events": JSONValue(events.map { ["seq": JSONValue($0.seq), "event": $0.event.json] as JSONValue }),
            "before": JSONValue(next), "review": review.json,
            "verification": verification.map {
                [
                    "time": JSONValue(.string($0.time.description)), "last": JSONValue($0.last), "whole": JSONValue($0.isWhole),
                ] as JSONValue
            } ?? nil,
            "openCases": JSONValue(openCases), "overdueCases": JSONValue(overdueCases),
        ]
    }
}
