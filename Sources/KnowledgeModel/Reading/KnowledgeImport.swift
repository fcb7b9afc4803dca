internal import StructuredText

/// What was read out of one file: its items, and what was wrong with the rest.
package struct KnowledgeImport<Item: KnowledgeItem>: Sendable {
    /// In the order of their identities, each once.
    package let items: [Item]
    /// Rows that could have been items.
    package let rows: Int
    package let diagnostics: KnowledgeDiagnostics

    /// Sorts the items and leaves out, with a diagnostic, the later ones of an identity that is there twice.
    init(_ found: [(item: Item, place: SourcePlace)], rows: Int, _ diagnostics: KnowledgeDiagnostics) {
        var diagnostics = diagnostics
        var items: [Item] = []
        items.reserveCapacity(found.count)
        // Numbers are sorted rather than records, which are large. Of equal identities the first of the file stays.
        let identities = found.map(\.item.identity)
        let order = found.indices.sorted { (identities[$0], $0) < (identities[$1], $1) }
        var last: ItemIdentity?
        for index in order {
            if last == identities[index] {
                diagnostics.add(KnowledgeFault(.repeatedItem, at: found[index].place, value: identities[index].key))
            } else {
                items.append(found[index].item)
                last = identities[index]
            }
        }
        self.items = items
        self.rows = rows
        self.diagnostics = diagnostics
    }
}

/// What was wrong with a file but survivable: all counted, the first ones kept.
package struct KnowledgeDiagnostics: Sendable {
    package static let limit = 1000

    package private(set) var kept: [KnowledgeFault] = []
    package private(set) var counts: [KnowledgeFault.Code: Int] = [:]

    package var total: Int { counts.values.reduce(0, +) }

    mutating func add(_ fault: KnowledgeFault) {
        counts[fault.code, default: 0] += 1
        if kept.count < KnowledgeDiagnostics.limit { kept.append(fault) }
    }
}
