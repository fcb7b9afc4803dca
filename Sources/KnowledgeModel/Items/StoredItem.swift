internal import StructuredText

/// An item of a version as it lies on disk: what two versions are compared by and a report cites, without what its own source alone has.
///
/// Fields and statement stay text until they are asked for: of two versions of ClinVar nearly every record is the same, and equal texts
/// need no reading.
package struct StoredItem: KnowledgeItem {
    package let identity: ItemIdentity
    /// `[["CLNSIG", "Pathogenic"], …]` with null for a field that the file does not carry.
    package let fieldsText: String
    /// `["pathogenic", "", [["stars", 2]]]`
    package let statementText: String

    package init(identity: ItemIdentity, fieldsText: String, statementText: String) {
        self.identity = identity
        self.fieldsText = fieldsText
        self.statementText = statementText
    }

    package init(_ item: some KnowledgeItem) {
        identity = item.identity
        fieldsText = JSONValue(item.fields.map { JSONValue([JSONValue(.string($0.name)), JSONValue($0.value)]) }).compactText
        statementText = item.statement.json.compactText
    }

    /// Empty where the text is no list of fields: it was written by somebody else.
    package var fields: [ItemField] {
        let written = (try? JSONReader.read(fieldsText))?.array ?? []
        return written.compactMap { field in
            guard let parts = field.array, parts.count == 2, let name = parts[0].string else { return nil }
            return ItemField(name, parts[1].string)
        }
    }

    package var statement: ItemStatement {
        (try? JSONReader.read(statementText)).flatMap(ItemStatement.init(json:))
            ?? ItemStatement(direction: "", strengths: [])
    }
}
