internal import AccessModel
package import ClinicalModel
internal import Hummingbird
internal import Operations
internal import Records
internal import StructuredText

/// Which events a reviewer wants to see, as the form sends it and links repeat it.
package struct LedgerSelection: Hashable, Sendable {
    package var from: CivilDate?
    package var to: CivilDate?
    var actor: String?
    var unit: String?
    var patient: Pseudonym?
    var purpose: Purpose?
    var act: AuditEvent.Act?
    var outcome: LedgerFilter.Outcome?
    var withoutCareRelation = false
    /// Only events with smaller numbers.
    var before: Int?

    package init() {}

    static let pageSize = 30
    /// Days that a review looks back where no period is chosen.
    static let usualDays = 30

    /// Reads the query. Throws `ProblemFacts` for a field that cannot be read: nobody is to think that a filter was heeded that was not.
    init(_ request: Request, _ context: PageContext) throws {
        func text(_ name: String) -> String? { request.queryText(name).flatMap { $0.isEmpty ? nil : $0 } }
        func read<Value>(_ name: String, _ parse: (String) -> Value?) throws -> Value? {
            guard let text = text(name) else { return nil }
            guard let value = parse(text) else { throw LedgerSelection.fault(name, context) }
            return value
        }
        from = try read("from") { CivilDate($0) }
        to = try read("to") { CivilDate($0) }
        actor = text("actor").map { String($0.prefix(200)) }
        unit = text("unit").map { String($0.prefix(64)) }
        patient = try read("patient") { Pseudonym($0) }
        purpose = try read("purpose") { Purpose(rawValue: $0) }
        act = try read("act") { AuditEvent.Act(rawValue: $0) }
        outcome = try read("outcome") { LedgerFilter.Outcome(rawValue: $0) }
        withoutCareRelation = text("without") == "yes"
        before = try read("before") { Int($0) }
        if let from, let to, from > to { throw LedgerSelection.fault("to", context) }
    }

    private static func fault(_ field: String, _ context: PageContext) -> ProblemFacts {
        ProblemFacts(
            400, "filter-malformed",
            LocalizedText(sv: "Ett av filtren går inte att läsa.", en: "One of the filters cannot be read."),
            remedy: LocalizedText(sv: "Rätta fältet \(field).", en: "Correct the field \(field)."), context.language)
    }

    var query: String {
        SiteURL.query([
            "from": from?.description, "to": to?.description, "actor": actor, "unit": unit, "patient": patient?.text,
            "purpose": purpose?.rawValue, "act": act?.rawValue, "outcome": outcome?.rawValue,
            "without": withoutCareRelation ? "yes" : nil, "before": before.map(String.init),
        ])
    }

    /// From the first day's beginning to the last day's end; nil where neither is given.
    func period(today: CivilDate) -> ClosedRange<Timestamp>? {
        guard from != nil || to != nil else { return nil }
        let first = Timestamp(startOf: from ?? CivilDate(daysSince1970: 0))
        let end = Timestamp(milliseconds: Timestamp(startOf: (to ?? today).adding(days: 1)).milliseconds - 1)
        return first...max(first, end)
    }

    func filter(today: CivilDate) -> LedgerFilter {
        var filter = LedgerFilter(
            actor: actor, careUnit: unit, patient: patient, purpose: purpose, act: act, period: period(today: today),
            lacksCareRelation: withoutCareRelation ? true : nil, limit: LedgerSelection.pageSize)
        filter.outcome = outcome
        filter.before = before
        return filter
    }

    /// Whether anything is filtered.
    var isNarrow: Bool {
        var other = self
        other.before = nil
        return other != LedgerSelection()
    }
}
