/// That an issued report relies on an item, and what the item said at the time.
package struct Citation: Hashable, Sendable {
    /// The report's own identifier.
    package let report: String
    package let item: ItemIdentity
    package let said: ItemStatement

    package init(report: String, item: ItemIdentity, said: ItemStatement) {
        self.report = report
        self.item = item
        self.said = said
    }
}

/// An issued report whose support a new version touches.
package struct AffectedReport: Hashable, Sendable {
    package struct Touched: Hashable, Sendable {
        package let item: ItemIdentity
        package let effect: SupportEffect
        package let said: ItemStatement
        /// Nil where the item is gone.
        package let now: ItemStatement?
        /// The fields that differ between the two versions; empty where the item is gone.
        package let fields: [FieldChange]
    }

    package let report: String
    /// The gravest first, then in the order of the items.
    package let touched: [Touched]

    package var gravest: SupportEffect { touched.first?.effect ?? .reworded }
}

/// What issued reports rely on, ready to be held against a difference.
///
/// Build it once a source; a difference then costs one look-up a change and one step a citation that it touches.
package struct ReportSupport: Sendable {
    private let byItem: [ItemIdentity: [Citation]]
    package let reports: Int

    package init(_ citations: some Sequence<Citation>) {
        byItem = Dictionary(grouping: citations, by: \.item)
        reports = Set(byItem.values.joined().map(\.report)).count
    }

    /// The reports that `difference` touches: the gravest first, then by identifier. No report that cites a gone item is left out.
    package func affected<Item: KnowledgeItem>(by difference: KnowledgeDifference<Item>) -> [AffectedReport] {
        var tally = SupportTally()
        for change in difference.changes { note(change, in: &tally) }
        return tally.affected
    }

    /// Notes what one change does, for a difference that is walked rather than kept.
    package func note<Item: KnowledgeItem>(_ change: ItemChange<Item>, in tally: inout SupportTally) {
        guard let citations = byItem[change.identity] else { return }
        let now = change.after?.statement
        let fields: [FieldChange] = if case .changed(_, _, let fields) = change { fields } else { [] }
        for citation in citations {
            let effect: SupportEffect
            if let now {
                effect = SupportEffect(said: citation.said, now: now) ?? .reworded
                // An item that is back as it was cited needs no word.
                if effect == .reworded, fields.isEmpty { continue }
            } else {
                effect = .gone
            }
            tally.add(
                AffectedReport.Touched(item: citation.item, effect: effect, said: citation.said, now: now, fields: fields),
                to: citation.report)
        }
    }
}

/// What changes did to reports, while a difference is walked.
package struct SupportTally: Sendable {
    private var byReport: [String: [AffectedReport.Touched]] = [:]

    package init() {}

    mutating func add(_ touched: AffectedReport.Touched, to report: String) { byReport[report, default: []].append(touched) }

    package var affected: [AffectedReport] {
        byReport.map { report, touched in
            AffectedReport(report: report, touched: touched.sorted { ($0.effect, $0.item) < ($1.effect, $1.item) })
        }.sorted { ($0.gravest, $0.report) < ($1.gravest, $1.report) }
    }
}
