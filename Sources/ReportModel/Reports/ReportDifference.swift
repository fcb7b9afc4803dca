package import StructuredText

/// What one content says otherwise than another, computed: what a reader of an amended report has to know first.
package struct ReportDifference: Hashable, Sendable {
    package enum Change: String, Sendable, CaseIterable {
        case added, changed, removed

        package var name: LocalizedText {
            switch self {
            case .added: LocalizedText(sv: "tillagt", en: "added")
            case .changed: LocalizedText(sv: "ändrat", en: "changed")
            case .removed: LocalizedText(sv: "borttaget", en: "removed")
            }
        }
    }

    package enum Subject: Hashable, Sendable {
        /// The item's key.
        case item(String)
        /// The finding's identifier.
        case finding(String)
        case interpretation(finding: String)
        case notExamined(NotExamined)
        /// Source and item.
        case citation(String)
    }

    package struct Entry: Hashable, Sendable {
        package let subject: Subject
        package let change: Change
    }

    /// Items in the template's order, then findings, what was not examined, citations. New national counts alone are no change.
    package let entries: [Entry]

    package init(from before: ReportContent, to after: ReportContent, by template: ReportTemplate) {
        func change<Value: Equatable>(_ old: Value?, _ new: Value?) -> Change? {
            switch (old, new) {
            case (nil, nil): nil
            case (nil, _): .added
            case (_, nil): .removed
            default: old == new ? nil : .changed
            }
        }
        var entries: [Entry] = []
        func note(_ subject: Subject, _ change: Change?) {
            if let change { entries.append(Entry(subject: subject, change: change)) }
        }
        for item in template.items { note(.item(item.key), change(before.values[item.key], after.values[item.key])) }
        let findings = ReportDifference.union(
            before.findings.map(\.finding.identifier), after.findings.map(\.finding.identifier))
        for name in findings {
            let (old, new) = (before.finding(name), after.finding(name))
            note(.finding(name), change(old?.finding, new?.finding))
            guard let old, let new else { continue }
            let reasons = change(before.uninterpreted[name], after.uninterpreted[name]).map { _ in Change.changed }
            note(.interpretation(finding: name), change(old.interpretation, new.interpretation) ?? reasons)
        }
        for gap in ReportDifference.union(before.allNotExamined, after.allNotExamined) {
            note(
                .notExamined(gap),
                change(before.allNotExamined.first { $0 == gap }, after.allNotExamined.first { $0 == gap }))
        }
        func cited(_ content: ReportContent) -> [String: ReportCitation] {
            Dictionary(content.citations.map { ($0.source + ":" + $0.item, $0) }, uniquingKeysWith: { first, _ in first })
        }
        let (old, new) = (cited(before), cited(after))
        for name in Set(old.keys).union(new.keys).sorted() { note(.citation(name), change(old[name], new[name])) }
        self.entries = entries
    }

    package var isEmpty: Bool { entries.isEmpty }

    private static func union<Value: Hashable>(_ first: [Value], _ second: [Value]) -> [Value] {
        var seen = Set<Value>()
        return (first + second).filter { seen.insert($0).inserted }
    }
}
