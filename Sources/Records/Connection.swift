internal import GRDB

/// How every database of a partition is opened: write-ahead log, each commit synced, foreign keys on, freed bytes overwritten.
enum Connection {
    /// Seconds to wait for another process' transaction.
    static let busyTimeout = 10.0

    /// A pool on the file at `path`, which is made where `mayCreate`.
    static func open(_ path: String, mayCreate: Bool, readers: Int = 4) throws -> DatabasePool {
        try RecordsError.mapping(path) {
            var configuration = Connection.configuration
            configuration.maximumReaderCount = readers
            if !mayCreate {
                // A pool would make an empty file in place of a missing one.
                var probe = configuration
                probe.readonly = true
                _ = try DatabaseQueue(path: path, configuration: probe).read {
                    try Int.fetchOne($0, sql: "PRAGMA schema_version")
                }
            }
            let pool = try DatabasePool(path: path, configuration: configuration)
            // The pool sets NORMAL when it switches to the write-ahead log, after `prepareDatabase` has run: set again.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            return pool
        }
    }

    /// A connection that reads only.
    static func watch(_ path: String) throws -> DatabaseQueue {
        try RecordsError.mapping(path) {
            var configuration = Connection.configuration
            configuration.readonly = true
            return try DatabaseQueue(path: path, configuration: configuration)
        }
    }

    static func inMemory() throws -> DatabaseQueue {
        try RecordsError.mapping("memory") { try DatabaseQueue(configuration: configuration) }
    }

    /// Brings the schema up to date. Throws `newerSchema`, and changes nothing, where a later version of the program made it.
    static func migrate(_ database: any DatabaseWriter, by migrator: DatabaseMigrator, place: String) throws {
        try RecordsError.mapping(place) {
            guard try database.read({ try !migrator.hasBeenSuperseded($0) }) else {
                throw RecordsError(.newerSchema, place: place)
            }
            try migrator.migrate(database)
        }
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(busyTimeout)
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA synchronous = FULL")
            // Answers with the new value, which `execute` would refuse to pass over on some builds.
            _ = try Int.fetchOne(db, sql: "PRAGMA secure_delete = ON")
            _ = try String.fetchOne(db, sql: "PRAGMA temp_store = MEMORY")
        }
        return configuration
    }

    /// Writes a whole, compact copy of the database to `path`, where no file may be yet.
    static func copy(_ database: any DatabaseWriter, to path: String) throws {
        try RecordsError.mapping(path) {
            try database.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [path]) }
        }
    }

    /// Rewrites the file without its free pages and empties the write-ahead log: what was deleted before leaves no byte.
    static func compact(_ database: any DatabaseWriter, place: String) throws {
        try RecordsError.mapping(place) {
            try database.barrierWriteWithoutTransaction { db in
                try db.execute(sql: "VACUUM")
                _ = try Row.fetchAll(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
            }
        }
    }

    /// What SQLite itself finds wrong with the file, empty where it is whole.
    static func faults(_ database: any DatabaseWriter, place: String) throws -> [String] {
        try RecordsError.mapping(place) {
            try database.read { db in
                let integrity = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
                let keys = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { row in
                    let table = try row.decode(String.self, atIndex: 0)
                    return "a row of \(table) refers to a row that is not there"
                }
                return integrity + keys
            }
        }
    }
}
