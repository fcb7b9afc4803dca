internal import ClinicalModel
package import Records
package import StructuredText

extension StudyEnquiry {
    package var json: JSONValue {
        JSONValue(members: [
            ("id", JSONValue(.string(id))), ("digest", JSONValue(.string(digest))), ("title", JSONValue(.string(title))),
            ("sponsor", JSONValue(.string(sponsor))), ("criteria", JSONValue(.string(criteria))),
            ("plannedStudy", JSONValue(.string(plannedStudy))), ("contact", JSONValue(.string(contact))),
            ("deadline", JSONValue(.string(deadline.description))),
            ("registered", JSONValue(.string(registered.description))),
        ])
    }
}

extension EnquiryFigure {
    /// `number` or `interval`, never both.
    package func json(in language: Language) -> JSONValue {
        let isNumber = figure.map { $0.lowerBound == $0.upperBound } ?? false
        return JSONValue(members: [
            ("state", JSONValue(.string(state.rawValue))),
            ("number", isNumber ? figure.map { JSONValue($0.lowerBound) } : nil),
            ("interval", isNumber ? nil : figure.map(\.json)), ("reason", reason.map { JSONValue(.string($0.text(language))) }),
            ("time", JSONValue(.string(time.description))),
        ])
    }
}

extension EnquiryOpinion {
    package var json: JSONValue {
        JSONValue(members: [
            ("decision", JSONValue(.string(decision.rawValue))), ("words", JSONValue(.string(words))),
            ("site", JSONValue(.string(site))), ("contact", JSONValue(.string(contact))),
            ("time", JSONValue(.string(time.description))),
        ])
    }
}

extension EnquiryTable.Clock {
    /// Moments, and how many seconds the region took from being asked to its number and to its answer.
    package var json: JSONValue {
        func seconds(_ end: Int?) -> JSONValue? {
            guard let end, let asked else { return nil }
            return JSONValue(Double(end - asked.milliseconds) / 1000)
        }
        return JSONValue(members: [
            ("registered", JSONValue(.string(registered.description))), ("frozen", JSONValue(frozen?.description)),
            ("asked", JSONValue(asked?.description)), ("computed", JSONValue(computed?.description)),
            ("answered", JSONValue(answered?.description)), ("closed", JSONValue(closed?.description)),
            ("secondsToNumber", seconds(computed?.milliseconds)), ("secondsToAnswer", seconds(answered?.milliseconds)),
        ])
    }
}

extension EnquiryTable {
    package func json(in language: Language = .en) -> JSONValue {
        JSONValue(members: [
            ("enquiry", enquiry.json), ("total", total.map(\.json)),
            (
                "regions",
                JSONValue(
                    rows.map { row in
                        JSONValue(members: [
                            ("region", JSONValue(.string(row.region.description))), ("clock", row.clock.json),
                            ("figure", row.figure.map { $0.json(in: language) }), ("answer", row.opinion.map(\.json)),
                            ("overdue", JSONValue(row.isOverdue)),
                        ])
                    })
            ),
            (
                "differences",
                JSONValue(members: [
                    ("divided", JSONValue(isDivided)),
                    (
                        "decisions",
                        JSONValue(members: decisions.map { ($0.decision.rawValue, JSONValue($0.regions.map(\.description))) })
                    ),
                    ("states", JSONValue(members: states.map { ($0.state.rawValue, JSONValue($0.regions.map(\.description))) })),
                ])
            ),
        ])
    }
}

extension ClosedRange<Int> {
    fileprivate var json: JSONValue {
        JSONValue(members: [("lowest", JSONValue(lowerBound)), ("highest", JSONValue(upperBound))])
    }
}
