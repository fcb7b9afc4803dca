/// What became of one item between two versions.
package enum ItemChange<Item: KnowledgeItem>: Hashable, Sendable {
    case added(Item)
    case gone(Item)
    case changed(from: Item, to: Item, [FieldChange])

    package var identity: ItemIdentity {
        switch self {
        case .added(let item), .gone(let item), .changed(_, let item, _): item.identity
        }
    }

    /// The item as it is afterwards; nil where it is gone.
    package var after: Item? {
        switch self {
        case .added(let item), .changed(_, let item, _): item
        case .gone: nil
        }
    }
}

/// A field that differs between two versions of an item.
package struct FieldChange: Hashable, Sendable {
    package let name: String
    package let from: String
    package let to: String

    package init(name: String, from: String, to: String) {
        self.name = name
        self.from = from
        self.to = to
    }
}

extension FieldChange {
    /// The fields that both items carry and that differ.
    static func between<Item: KnowledgeItem>(_ old: Item, _ new: Item) -> [FieldChange] {
        guard old != new else { return [] }
        return zip(old.fields, new.fields).compactMap { old, new in
            guard let from = old.value, let to = new.value, from != to else { return nil }
            return FieldChange(name: old.name, from: from, to: to)
        }
    }
}
