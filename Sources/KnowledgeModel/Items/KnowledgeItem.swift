/// One piece of knowledge of a version: a ClinVar record, an evidence item, a gene of a list, a section of a guideline.
package protocol KnowledgeItem: Hashable, Sendable {
    var identity: ItemIdentity { get }
    /// Every field by name in a fixed order, for showing what changed.
    var fields: [ItemField] { get }
    /// What a report that cites the item relies on.
    var statement: ItemStatement { get }
}

/// A field of an item, as text.
package struct ItemField: Hashable, Sendable {
    package let name: String
    /// Nil where the file does not carry the field at all: no difference can be told from that.
    package let value: String?

    package init(_ name: String, _ value: String?) {
        self.name = name
        self.value = value
    }
}
