package import AccessModel
package import ClinicalModel
internal import GRDB

/// Past questions that are alike in everything that a policy heeds.
package struct PastQuestions: Hashable, Sendable {
    package let question: PastQuestion
    package let count: Int
    package let latest: Timestamp
}

extension Ledger {
    /// Questions of a period by what a policy heeds of them, most first, and how many had to be left out since the ledger does not say who
    /// stood where. One pass over the period.
    package func pastQuestions(_ period: ClosedRange<Timestamp>) throws -> (alike: [PastQuestions], unreadable: Int) {
        try RecordsError.mapping(path) {
            try pool.read { db in
                var found: [PastQuestions] = []
                var unreadable = 0
                let rows = try Row.fetchCursor(
                    db,
                    sql: """
                        SELECT purpose, json_extract(payload, '$.role'), json_extract(payload, '$.detail.recipient'),
                            json_extract(payload, '$.detail.regime'), json_extract(payload, '$.detail.policy'),
                            json_extract(payload, '$.decision'), json_extract(payload, '$.detail.asked'),
                            json_extract(payload, '$.detail.against'), count(*), max(time)
                        FROM event WHERE time >= ? AND time <= ? AND act = 'question' GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
                        ORDER BY count(*) DESC, 1, 2, 3, 4, 5, 6, 7, 8
                        """, arguments: [period.lowerBound.description, period.upperBound.description])
                while let row = try rows.next() {
                    let count = try row.integer(8)
                    if let question = try PastQuestion(row) {
                        let latest = try row.value(9) { Timestamp($0) }
                        found.append(PastQuestions(question: question, count: count, latest: latest))
                    } else {
                        unreadable += count
                    }
                }
                return (found, unreadable)
            }
        }
    }
}

extension PastQuestion {
    fileprivate init?(_ row: Row) throws {
        guard let purpose = try row.optionalText(0).flatMap({ Purpose(rawValue: $0) }),
            let role = try row.optionalText(1).flatMap({ Actor.Role(rawValue: $0) }),
            let recipient = try row.optionalText(2).flatMap({ Recipient(rawValue: $0) }),
            let regime = try row.optionalText(3), let policy = try row.optionalText(4),
            let decided = try row.optionalText(5).flatMap({ Granularity(rawValue: $0) })
        else { return nil }
        let against = try row.optionalText(7).map { $0.split(separator: " ").map { Reason.Code(text: String($0)) } }
        if against?.contains(where: { $0 == nil }) == true { return nil }
        self.init(
            purpose: purpose, role: role, recipient: recipient, regime: regime, policy: policy, decided: decided,
            asked: try row.optionalText(6).flatMap { Granularity(rawValue: $0) }, against: against?.compactMap { $0 })
    }
}
