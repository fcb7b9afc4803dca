internal import ClinicalModel
package import StructuredText

extension LedgerReview {
    /// The review as programs read it, from the command line, the platform's API and the page alike.
    package var json: JSONValue {
        func lines(_ lines: [Line]) -> JSONValue { JSONValue(lines.map(\.json)) }
        return [
            "from": JSONValue(.string(period.lowerBound.description)), "to": JSONValue(.string(period.upperBound.description)),
            "medianOfActors": JSONValue(medianOfActors), "unusualVolume": JSONValue(actorsWithUnusualVolume),
            "actors": lines(actors), "careUnits": lines(careUnits), "patients": lines(patients),
        ]
    }
}

extension LedgerReview.Line {
    var json: JSONValue {
        [
            "name": JSONValue(.string(name)), "events": JSONValue(events), "unusualHours": JSONValue(atUnusualHours),
            "withoutCareRelation": JSONValue(withoutCareRelation), "membershipRisk": JSONValue(membershipRisk),
        ]
    }
}
