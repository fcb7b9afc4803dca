internal import Foundation
internal import GRDB
package import KnowledgeModel

/// Writes the items of one version into a file of its own, in whatever order they come: ClinVar's is by place on the genome.
///
/// Nothing is safe before `finish` returns, and nobody looks for the file under its draft's name: so it has no journal. Items wait in a
/// temporary table, which SQLite sorts outside of memory, and are written once in the order of their identities.
package final class KnowledgeItemsWriter {
    private let database: DatabaseQueue
    private let path: String
    private var arrivals = 0

    /// At `path` nothing may be yet.
    package init(path: String, source: KnowledgeSource, pages: Int? = nil) throws {
        self.path = path
        database = try RecordsError.mapping(path) {
            var configuration = Configuration()
            // One transaction from the first item to the last, over many calls.
            configuration.allowsUnsafeTransactions = true
            configuration.prepareDatabase { db in
                _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = OFF")
                try db.execute(sql: "PRAGMA synchronous = OFF")
                // A disk of so many pages, for tests.
                if let pages { _ = try Int.fetchOne(db, sql: "PRAGMA max_page_count = \(pages)") }
            }
            let database = try DatabaseQueue(path: path, configuration: configuration)
            try database.writeWithoutTransaction { db in
                try db.execute(sql: KnowledgeItemsWriter.tables)
                try db.execute(sql: "INSERT INTO about (source, header) VALUES (?, '')", arguments: [source.rawValue])
                try db.beginTransaction()
            }
            return database
        }
    }

    /// Notes items; `row` is the text that they were read from, where it is needed again, and `line` where they stood.
    package func add(_ items: [ReadItem], row: String? = nil, line: Int) throws {
        try run { db in
            let arrival = try db.cachedStatement(
                sql: "INSERT INTO arrival (size, key, fields, statement, variant, row, line) VALUES (?, ?, ?, ?, ?, ?, ?)")
            let gene = try db.cachedStatement(sql: "INSERT INTO arrivalGene (gene, size, key) VALUES (?, ?, ?)")
            for read in items {
                let (key, item) = (read.item.identity.key, read.item)
                try arrival.execute(arguments: [
                    key.utf8.count, key, item.fieldsText, item.statementText, read.variant, row, line,
                ])
                for name in read.genes { try gene.execute(arguments: [name, key.utf8.count, key]) }
            }
            arrivals += items.count
        }
    }

    /// Sorts, writes and closes. Returns how many items there are, and of those that were there twice the first few identities with the
    /// line of the later one; of equal identities the first of the file stays.
    package func finish(header: String) throws -> (items: Int, repeated: Int, examples: [(key: String, line: Int)]) {
        let found = try run { db in
            try db.execute(
                sql: """
                    INSERT OR IGNORE INTO item (size, key, fields, statement, variant, row)
                    SELECT size, key, fields, statement, variant, row FROM arrival ORDER BY size, key, id;
                    INSERT OR IGNORE INTO itemGene (gene, size, key)
                    SELECT gene, size, key FROM arrivalGene ORDER BY gene, size, key;
                    CREATE INDEX itemVariant ON item (variant) WHERE variant IS NOT NULL;
                    """)
            try db.execute(sql: "UPDATE about SET header = ?", arguments: [header])
            let items = try Int.fetchOne(db, sql: "SELECT count(*) FROM item") ?? 0
            var examples: [(String, Int)] = []
            if items < arrivals {
                examples = try Row.fetchAll(
                    db,
                    sql: """
                        SELECT key, line FROM (
                            SELECT id, key, line, row_number() OVER (PARTITION BY size, key ORDER BY id) AS time FROM arrival)
                        WHERE time > 1 ORDER BY id LIMIT \(KnowledgeDiagnostics.limit)
                        """
                ).map { (try $0.text(0), try $0.integer(1)) }
            }
            try db.commit()
            return (items, arrivals - items, examples)
        }
        try close()
        return found
    }

    /// Lets go of the file, which is the caller's to remove where it was not finished.
    package func close() throws { try RecordsError.mapping(path) { try database.close() } }

    private func run<T>(_ body: (Database) throws -> T) throws -> T {
        try RecordsError.mapping(path) { try database.writeWithoutTransaction(body) }
    }

    private static let tables = """
        CREATE TABLE about (source TEXT NOT NULL, header TEXT NOT NULL) STRICT;
        CREATE TABLE item (
            -- Bytes of the key: identities are in the order of their lengths first.
            size INTEGER NOT NULL,
            key TEXT NOT NULL,
            fields TEXT NOT NULL,
            statement TEXT NOT NULL,
            variant TEXT,
            row TEXT,
            PRIMARY KEY (size, key)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE itemGene (
            gene TEXT NOT NULL,
            size INTEGER NOT NULL,
            key TEXT NOT NULL,
            PRIMARY KEY (gene, size, key)
        ) STRICT, WITHOUT ROWID;
        CREATE TEMP TABLE arrival (
            id INTEGER PRIMARY KEY, size INTEGER, key TEXT, fields TEXT, statement TEXT, variant TEXT, row TEXT, line INTEGER
        );
        CREATE TEMP TABLE arrivalGene (gene TEXT, size INTEGER, key TEXT);
        """
}
