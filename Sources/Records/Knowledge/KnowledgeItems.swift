internal import GRDB
package import KnowledgeModel

/// The items of one imported version, in a file that never changes. Opened where it is asked for something, and closed with the value: a
/// version of ClinVar takes no memory of a node that is asked nothing.
package final class KnowledgeItems: Sendable {
    private let database: DatabaseQueue
    private let path: String
    package let source: KnowledgeSource

    /// Throws `RecordsError.cannotOpen` where there is no such file.
    package init(path: String) throws {
        self.path = path
        (database, source) = try RecordsError.mapping(path) {
            var configuration = Configuration()
            configuration.readonly = true
            let database = try DatabaseQueue(path: path, configuration: configuration)
            let source = try database.read { db in
                KnowledgeSource(rawValue: try String.fetchOne(db, sql: "SELECT source FROM about") ?? "")
            }
            return (database, try Row.known(source))
        }
    }

    /// Cost: one look-up.
    package func item(_ identity: ItemIdentity) throws -> StoredItem? {
        guard identity.source == source else { return nil }
        return try read { db in
            try items(db, "WHERE size = ? AND key = ?", [identity.key.utf8.count, identity.key]).first
        }
    }

    /// Those about exactly this variant, written as `Variant.notation` and trimmed, by identity.
    package func items(ofVariant notation: String) throws -> [StoredItem] {
        try read { try items($0, "WHERE variant = ? ORDER BY size, key", [notation]) }
    }

    /// At most `limit`, by identity, after `last`; with a gene those that name it.
    package func items(after last: ItemIdentity? = nil, gene: String? = nil, limit: Int) throws -> [StoredItem] {
        let (size, key) = (last?.key.utf8.count ?? -1, last?.key ?? "")
        return try read { db in
            guard let gene else {
                return try items(db, "WHERE (size, key) > (?, ?) ORDER BY size, key LIMIT ?", [size, key, limit])
            }
            return try items(
                db,
                """
                WHERE (size, key) IN (SELECT size, key FROM itemGene WHERE gene = ? AND (size, key) > (?, ?)
                    ORDER BY size, key LIMIT ?) ORDER BY size, key
                """, [gene.uppercased(), size, key, limit])
        }
    }

    /// The file's header and the rows that name one of the genes, as they were written, by identity: a small file for the source's reader.
    package func rows(ofGenes genes: Set<String>) throws -> (header: String, rows: [String]) {
        try read { db in
            let header = try String.fetchOne(db, sql: "SELECT header FROM about") ?? ""
            let names = genes.map { $0.uppercased() }.sorted()
            let marks = databaseQuestionMarks(count: names.count)
            let rows = try String.fetchAll(
                db,
                sql: """
                    SELECT row FROM item WHERE row IS NOT NULL
                        AND (size, key) IN (SELECT size, key FROM itemGene WHERE gene IN (\(marks))) ORDER BY size, key
                    """, arguments: StatementArguments(names))
            return (header, rows)
        }
    }

    /// Hands out all items in the order of their identities, one at a time as they are asked for.
    package func walk<T>(_ body: (StoredItems) throws -> T) throws -> T {
        try read { db in
            let items = StoredItems(
                try Row.fetchCursor(db, sql: "SELECT key, fields, statement FROM item ORDER BY size, key"), of: source)
            let result = try body(items)
            if let failure = items.failure { throw failure }
            return result
        }
    }

    private func items(_ db: Database, _ condition: String, _ arguments: StatementArguments) throws -> [StoredItem] {
        try Row.fetchAll(db, sql: "SELECT key, fields, statement FROM item \(condition)", arguments: arguments)
            .map { try StoredItem(row: $0, of: source) }
    }

    private func read<T>(_ body: (Database) throws -> T) throws -> T {
        try RecordsError.mapping(path) { try database.read(body) }
    }
}

/// The items of a version while they are walked. What goes wrong on the way ends the sequence and is thrown by `walk`.
package final class StoredItems: Sequence, IteratorProtocol {
    private let rows: RowCursor
    private let source: KnowledgeSource
    fileprivate private(set) var failure: (any Error)?

    fileprivate init(_ rows: RowCursor, of source: KnowledgeSource) {
        self.rows = rows
        self.source = source
    }

    package func next() -> StoredItem? {
        do {
            return try rows.next().map { try StoredItem(row: $0, of: source) }
        } catch {
            failure = error
            return nil
        }
    }
}

extension StoredItem {
    fileprivate init(row: Row, of source: KnowledgeSource) throws {
        self.init(
            identity: ItemIdentity(source, try row.text(0)), fieldsText: try row.text(1), statementText: try row.text(2))
    }
}
