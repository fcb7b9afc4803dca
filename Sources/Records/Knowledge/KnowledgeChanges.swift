internal import GRDB
package import KnowledgeModel
internal import StructuredText

/// What is added, changed and gone between two versions, in a file of its own: computed once, then read in pages.
package final class KnowledgeChanges: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case gone, changed, added
    }

    /// What became of one item.
    package struct Change: Hashable, Sendable {
        package let identity: ItemIdentity
        package let kind: Kind
        /// Of one that changed.
        package let fields: [FieldChange]
    }

    private let database: DatabaseQueue
    private let path: String
    package let source: KnowledgeSource
    package let counts: DifferenceCounts

    /// Throws `RecordsError.cannotOpen` where there is no such file.
    package init(path: String) throws {
        self.path = path
        (database, source, counts) = try RecordsError.mapping(path) {
            var configuration = Configuration()
            configuration.readonly = true
            let database = try DatabaseQueue(path: path, configuration: configuration)
            let (source, counts) = try database.read { db in
                let row = try Row.known(
                    try Row.fetchOne(db, sql: "SELECT source, added, changed, gone, unchanged FROM about"))
                let source: KnowledgeSource = try row.named(0)
                let counts = DifferenceCounts(
                    added: try row.integer(1), changed: try row.integer(2), gone: try row.integer(3),
                    unchanged: try row.integer(4))
                return (source, counts)
            }
            return (database, source, counts)
        }
    }

    /// Walks both versions and writes what differs to `path`, where nothing may be yet. Nothing of either is kept in memory.
    package static func write(to path: String, from old: KnowledgeItems?, to new: KnowledgeItems) throws -> DifferenceCounts {
        try RecordsError.mapping(path) {
            var configuration = Configuration()
            configuration.prepareDatabase { db in
                _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = OFF")
                try db.execute(sql: "PRAGMA synchronous = OFF")
            }
            let database = try DatabaseQueue(path: path, configuration: configuration)
            let counts = try database.writeWithoutTransaction { db in
                try db.execute(sql: tables)
                try db.beginTransaction()
                let statement = try db.makeStatement(sql: "INSERT INTO change (size, key, kind, fields) VALUES (?, ?, ?, ?)")
                var failure: (any Error)?
                let note: (ItemChange<StoredItem>) -> Void = { change in
                    guard failure == nil else { return }
                    do { try statement.execute(arguments: arguments(of: change)) } catch { failure = error }
                }
                let counts = try new.walk { news in
                    guard let old else { return try KnowledgeDifference.walk(from: [], to: news, note) }
                    return try old.walk { try KnowledgeDifference.walk(from: $0, to: news, note) }
                }
                if let failure { throw failure }
                try db.execute(sql: "CREATE INDEX changeKind ON change (kind, size, key)")
                try db.execute(
                    sql: "INSERT INTO about (source, added, changed, gone, unchanged) VALUES (?, ?, ?, ?, ?)",
                    arguments: [new.source.rawValue, counts.added, counts.changed, counts.gone, counts.unchanged])
                try db.commit()
                return counts
            }
            try database.close()
            return counts
        }
    }

    /// What became of an item; nil where it is as it was, or in neither version. Cost: one look-up.
    package func change(of identity: ItemIdentity) throws -> Change? {
        guard identity.source == source else { return nil }
        return try read { try changes($0, "WHERE size = ? AND key = ?", [identity.key.utf8.count, identity.key]).first }
    }

    /// At most `limit`, by identity, after `last`; with a kind those of it.
    package func changes(after last: ItemIdentity? = nil, kind: Kind? = nil, limit: Int) throws -> [Change] {
        let (size, key) = (last?.key.utf8.count ?? -1, last?.key ?? "")
        return try read { db in
            guard let kind else {
                return try changes(db, "WHERE (size, key) > (?, ?) ORDER BY size, key LIMIT ?", [size, key, limit])
            }
            return try changes(
                db, "WHERE kind = ? AND (size, key) > (?, ?) ORDER BY size, key LIMIT ?", [kind.rawValue, size, key, limit])
        }
    }

    private func changes(_ db: Database, _ condition: String, _ arguments: StatementArguments) throws -> [Change] {
        try Row.fetchAll(db, sql: "SELECT key, kind, fields FROM change \(condition)", arguments: arguments).map { row in
            Change(
                identity: ItemIdentity(source, try row.text(0)), kind: try row.named(1),
                fields: try row.optionalText(2).map(KnowledgeChanges.fields) ?? [])
        }
    }

    private func read<T>(_ body: (Database) throws -> T) throws -> T {
        try RecordsError.mapping(path) { try database.read(body) }
    }

    private static func arguments(of change: ItemChange<StoredItem>) -> StatementArguments {
        let (kind, fields): (Kind, String?) =
            switch change {
            case .added: (.added, nil)
            case .gone: (.gone, nil)
            case .changed(_, _, let fields):
                (
                    .changed,
                    JSONValue(
                        fields.map { JSONValue([$0.name, $0.from, $0.to]) }
                    ).compactText
                )
            }
        let key = change.identity.key
        return [key.utf8.count, key, kind.rawValue, fields]
    }

    private static func fields(_ text: String) -> [FieldChange] {
        ((try? JSONReader.read(text))?.array ?? []).compactMap { field in
            guard let parts = field.array?.compactMap(\.string), parts.count == 3 else { return nil }
            return FieldChange(name: parts[0], from: parts[1], to: parts[2])
        }
    }

    private static let tables = """
        CREATE TABLE about (
            source TEXT NOT NULL, added INTEGER NOT NULL, changed INTEGER NOT NULL, gone INTEGER NOT NULL,
            unchanged INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE change (
            size INTEGER NOT NULL,
            key TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('gone', 'changed', 'added')),
            -- Of one that changed: [[name, from, to], …].
            fields TEXT,
            PRIMARY KEY (size, key)
        ) STRICT, WITHOUT ROWID;
        """
}
