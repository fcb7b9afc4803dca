/// What is added, changed and gone between two versions of one source.
package struct KnowledgeDifference<Item: KnowledgeItem>: Sendable {
    /// In the order of the identities.
    package let changes: [ItemChange<Item>]
    package let counts: DifferenceCounts

    /// Both in the order of their identities, as an import has them. Throws where they are not. Cost: one pass over both.
    package init(from old: some Sequence<Item>, to new: some Sequence<Item>) throws(KnowledgeOrderError) {
        var changes: [ItemChange<Item>] = []
        counts = try KnowledgeDifference.walk(from: old, to: new) { changes.append($0) }
        self.changes = changes
    }

    /// The changes one by one, without keeping them. Items may come from a file or a database as they are asked for.
    package static func walk(
        from old: some Sequence<Item>, to new: some Sequence<Item>, _ each: (ItemChange<Item>) -> Void
    ) throws(KnowledgeOrderError) -> DifferenceCounts {
        var (olds, news) = (OrderedItems(old.makeIterator()), OrderedItems(new.makeIterator()))
        var counts = DifferenceCounts()
        var (left, right) = (try olds.next(), try news.next())
        while left != nil || right != nil {
            switch (left, right) {
            case (let old?, let new?) where old.identity == new.identity:
                let fields = FieldChange.between(old, new)
                if fields.isEmpty { counts.unchanged += 1 } else { counts.changed += 1 }
                if !fields.isEmpty { each(.changed(from: old, to: new, fields)) }
                (left, right) = (try olds.next(), try news.next())
            case (let old?, let new) where new.map({ old.identity < $0.identity }) ?? true:
                counts.gone += 1
                each(.gone(old))
                left = try olds.next()
            case (_, let new?):
                counts.added += 1
                each(.added(new))
                right = try news.next()
            case (_, nil): return counts
            }
        }
        return counts
    }

    /// `items` after the changes: applied to the version that they are from, the version that they lead to. Cost: one pass.
    package func applied(to items: [Item]) -> [Item] {
        var result: [Item] = []
        result.reserveCapacity(items.count + counts.added)
        var next = 0
        for item in items {
            while next < changes.count, changes[next].identity < item.identity {
                if let added = changes[next].after { result.append(added) }
                next += 1
            }
            guard next < changes.count, changes[next].identity == item.identity else {
                result.append(item)
                continue
            }
            if let changed = changes[next].after { result.append(changed) }
            next += 1
        }
        return result + changes[next...].compactMap(\.after)
    }
}

package struct DifferenceCounts: Hashable, Sendable {
    package internal(set) var added = 0
    package internal(set) var changed = 0
    package internal(set) var gone = 0
    package internal(set) var unchanged = 0

    package init(added: Int = 0, changed: Int = 0, gone: Int = 0, unchanged: Int = 0) {
        self.added = added
        self.changed = changed
        self.gone = gone
        self.unchanged = unchanged
    }
}

/// Items came out of order, or one came twice: a merge would misjudge everything after it.
package struct KnowledgeOrderError: Error, Hashable, Sendable, CustomStringConvertible {
    package let before: ItemIdentity
    package let after: ItemIdentity

    package var description: String {
        "\(after) comes after \(before). Sort the items of the version by their identities, each once. (knowledgeOrder)"
    }
}

private struct OrderedItems<Source: IteratorProtocol> where Source.Element: KnowledgeItem {
    private var source: Source
    private var last: ItemIdentity?

    init(_ source: Source) { self.source = source }

    mutating func next() throws(KnowledgeOrderError) -> Source.Element? {
        guard let item = source.next() else { return nil }
        let identity = item.identity
        if let last, !(last < identity) { throw KnowledgeOrderError(before: last, after: identity) }
        last = identity
        return item
    }
}
