package import GRDB

/// A database of a node's own, beside the partitions: how each is opened and brought up to date, copied, checked and closed, whatever it is of.
package protocol NodeDatabase: Sendable {
    var database: any DatabaseWriter { get }
    /// The file; `memory` for one that has none.
    var path: String { get }

    /// The versions of its schema, in order. One that has been released is never edited.
    static var migrator: DatabaseMigrator { get }

    /// Takes over a database whose schema is up to date.
    init(_ database: any DatabaseWriter, at path: String)
}

extension NodeDatabase {
    /// Opens the database at `path` and brings its schema up to date; makes it where there is none.
    package init(path: String) throws {
        let database = try Connection.open(path, mayCreate: true, readers: 2)
        try Connection.migrate(database, by: Self.migrator, place: path)
        self.init(database, at: path)
    }

    /// An empty database in memory, for tests.
    package init(inMemory: ()) throws {
        let database = try Connection.inMemory()
        try Connection.migrate(database, by: Self.migrator, place: "memory")
        self.init(database, at: "memory")
    }

    package func close() throws { try RecordsError.mapping(path) { try database.close() } }

    /// A whole, compact copy in a new file. The copy is not yet synced to disk.
    package func copy(to path: String) throws { try Connection.copy(database, to: path) }

    /// What is wrong with the file by SQLite's own checks, empty where nothing is.
    package func faults() throws -> [String] { try Connection.faults(database, place: path) }

    /// In one transaction, durable when this returns. `place` is what an error names; the file where nothing nearer is known.
    func write<T>(_ place: String? = nil, _ body: (Database) throws -> T) throws -> T {
        try RecordsError.mapping(place ?? path) { try database.write(body) }
    }

    func read<T>(_ body: (Database) throws -> T) throws -> T {
        try RecordsError.mapping(path) { try database.read(body) }
    }
}
