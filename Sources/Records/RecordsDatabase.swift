package import GRDB

/// `records.sqlite`: everything that a region knows about people, samples, submissions and decisions, but the genotypes (in the
/// index) and the identity numbers (in `IdentityDatabase`). The truth of a partition: what is not here is not available.
///
/// Every write is an act of its own in one transaction, durable when it returns; every query sees one consistent state.
package final class RecordsDatabase: Sendable {
    package let database: any DatabaseWriter
    package let path: String
    /// A connection that only looks whether another has written; nil for a database in memory.
    private let watch: DatabaseQueue?

    /// Opens the database at `path` and brings its schema up to date; makes it where there is none and `mayCreate`.
    package init(path: String, mayCreate: Bool = true) throws {
        self.path = path
        database = try Connection.open(path, mayCreate: mayCreate)
        watch = try Connection.watch(path)
        try Connection.migrate(database, by: RecordsMigrations.migrator, place: path)
    }

    /// An empty database in memory, for tests.
    package init(inMemory: ()) throws {
        path = "memory"
        database = try Connection.inMemory()
        watch = nil
        try Connection.migrate(database, by: RecordsMigrations.migrator, place: path)
    }

    /// Gives back the file; further acts fail.
    package func close() throws {
        try RecordsError.mapping(path) {
            try watch?.close()
            try database.close()
        }
    }

    /// One transaction that everything in `body` is part of, and that moves the change counter unless it changes nothing that a question
    /// is answered from.
    func write<T>(_ place: String? = nil, movesCounter: Bool = true, _ body: (Database) throws -> T) throws -> T {
        try RecordsError.mapping(place ?? path) {
            try database.write { db in
                let result = try body(db)
                if movesCounter { try db.execute(sql: "UPDATE changeCounter SET counter = counter + 1") }
                return result
            }
        }
    }

    func read<T>(_ body: (Database) throws -> T) throws -> T {
        try RecordsError.mapping(path) { try database.read(body) }
    }

    /// Moves with every write but those about what was answered, whichever process made it: what is computed from the records is stale when it has moved.
    package func changeCounter() throws -> Int {
        try read { try Int.fetchOne($0, sql: "SELECT counter FROM changeCounter") ?? 0 }
    }

    /// Two equal stamps mean that nobody, in whichever process, has written anything in between; nil where that is not known. Far cheaper
    /// than a query: it begins no transaction (`PRAGMA data_version`).
    package func stamp() throws -> Int? {
        guard let watch else { return nil }
        return try RecordsError.mapping(path) {
            try watch.unsafeRead { try Int.fetchOne($0.cachedStatement(sql: "PRAGMA data_version")) }
        }
    }

    /// A whole, compact copy of the database in a new file. The copy is not yet synced to disk.
    package func copy(to path: String) throws { try Connection.copy(database, to: path) }

    /// Rewrites the file so that nothing deleted is left in it. Cost: the whole file is written anew, and nobody else may read.
    package func compact() throws { try Connection.compact(database, place: path) }

    /// What is wrong with the file by SQLite's own checks, empty where nothing is.
    package func faults() throws -> [String] { try Connection.faults(database, place: path) }
}
