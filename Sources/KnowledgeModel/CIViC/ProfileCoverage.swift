/// What share of evidence items is understood: every part of their profile is.
package struct ProfileCoverage: Sendable {
    package let items: Int
    package let understood: Int
    /// What is not understood, by how many items have it, most first.
    package let notUnderstood: [(text: String, items: Int)]

    package init(_ items: [EvidenceItem]) {
        self.items = items.count
        understood = items.count { $0.profile.isReadable }
        var counts: [String: Int] = [:]
        for item in items { for part in item.profile.unreadableParts { counts[part, default: 0] += 1 } }
        notUnderstood = counts.map { (text: $0.key, items: $0.value) }.sorted { ($1.items, $0.text) < ($0.items, $1.text) }
    }

    /// From 0 to 1; 1 where there are no items.
    package var share: Double { items == 0 ? 1 : Double(understood) / Double(items) }
}
