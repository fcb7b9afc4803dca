package import ClinicalModel
package import GRDB
package import KnowledgeModel

/// `knowledge-<node>.sqlite`: which versions of ClinVar, CIViC, gene lists and guidelines a node has, who brought them in, who saw what they
/// change, and which are current. It lies beside the partitions, is no region's own and holds nothing about any person but who did what.
package final class KnowledgeDatabase: NodeDatabase {
    package let database: any DatabaseWriter
    package let path: String

    package init(_ database: any DatabaseWriter, at path: String) {
        self.database = database
        self.path = path
    }

    package static var migrator: DatabaseMigrator { KnowledgeSchema.migrator }

    // MARK: Writing

    /// Takes a version in with what was wrong with its file; durable when this returns. Throws `KnowledgeStateError.alreadyImported` where the
    /// same file is there, unless it was discarded.
    package func stage(_ version: KnowledgeVersion, faults: [KnowledgeFault]) throws {
        try take(version.series, by: version.importedBy, at: version.importedAt) { shelf in
            let event = try shelf.stage(version)
            return (event, faults)
        }
    }

    /// One step of a series as its shelf decides it, durable when this returns. What the shelf throws changes nothing.
    @discardableResult
    package func take(
        _ series: KnowledgeSeries, by actor: String, at time: Timestamp,
        _ step: (inout KnowledgeShelf) throws -> KnowledgeShelf.Event
    ) throws -> KnowledgeShelf.Event {
        try take(series, by: actor, at: time) { (try step(&$0), []) }
    }

    @discardableResult
    private func take(
        _ series: KnowledgeSeries, by actor: String, at time: Timestamp,
        _ step: (inout KnowledgeShelf) throws -> (KnowledgeShelf.Event, [KnowledgeFault])
    ) throws -> KnowledgeShelf.Event {
        try write { db in
            var shelf = try db.shelf(series)
            let (event, faults) = try step(&shelf)
            if case .staged(let identifier) = event, try db.knowledgeRow(of: identifier) == nil,
                let version = shelf.entries.first(where: { $0.version.identifier == identifier })?.version
            {
                try db.insert(version, faults)
            }
            try db.insert(event, by: actor, at: time)
            return event
        }
    }

    // MARK: Reading

    /// Every series that something was imported of, by name.
    package func shelves() throws -> [KnowledgeShelf] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT DISTINCT source, series FROM knowledgeVersion ORDER BY source, series")
                .map { try db.shelf(KnowledgeSeries(try $0.named(0), name: try $0.text(1))) }
        }
    }

    package func shelf(of series: KnowledgeSeries) throws -> KnowledgeShelf {
        try read { try $0.shelf(series) }
    }

    /// What was wrong with a version's file: the first of it, in the order of the file. Empty for a version that is not there.
    package func faults(of version: VersionIdentifier) throws -> [KnowledgeFault] {
        try read { try $0.knowledgeFaults(of: version) }
    }

    /// Who did what with the versions of a series, in the order in which it was done.
    package func steps(of series: KnowledgeSeries) throws -> [KnowledgeStep] {
        try read { try $0.knowledgeSteps(of: series) }
    }
}
