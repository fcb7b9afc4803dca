package import AccessModel
package import ClinicalModel
package import GRDB

/// `releases-<node>.sqlite`: the requests that people of a node have sent to regions, and what became of them. It lies beside the
/// partitions and is no region's own.
package final class ReleaseDatabase: NodeDatabase {
    package let database: any DatabaseWriter
    package let path: String

    package init(_ database: any DatabaseWriter, at path: String) {
        self.database = database
        self.path = path
    }

    package static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("v1") { db in
            try db.execute(sql: ReleaseSchema.tables)
            try db.execute(sql: ReleaseSchema.bringing)
            try db.execute(sql: ReleaseSchema.triggers + RecordsSchemaV1.appendOnly("releaseBrought"))
        }
        return migrator
    }

    /// Keeps a request; durable when this returns. The same one again changes nothing.
    package func keep(_ request: ReleaseRequest, node: String) throws {
        try write { try $0.insertRelease(request, through: node) }
    }

    /// Keeps what the other side has done, and that it has so many steps of this one.
    package func keep(_ steps: [ReleaseStep], of request: String, brought: Int, at time: Timestamp) throws {
        try write { db in
            try db.insertReleaseSteps(steps, of: request)
            try db.execute(
                sql: """
                    INSERT INTO releaseBrought (request, steps, broughtAt) VALUES (?, ?, ?)
                    ON CONFLICT (request, steps) DO NOTHING
                    """, arguments: [request, brought, time.milliseconds])
        }
    }

    /// The requests of which either side may not know everything yet: those that are not over, and those whose last step has not been
    /// brought to the other side.
    package func unsettled() throws -> [RecordedRelease] {
        try read { db in
            try db.releases(where: "TRUE", []).filter { release in
                guard release.progress.state.isOver else { return true }
                let brought = try Int.fetchOne(
                    db, sql: "SELECT max(steps) FROM releaseBrought WHERE request = ?", arguments: [release.request.id])
                return (brought ?? -1) < release.steps.count { $0.side == .asker }
            }
        }
    }

    package func take(
        _ request: String, _ make: (RecordedRelease) throws -> ReleaseStep
    ) throws -> RecordedRelease {
        try write { try $0.takeReleaseStep(request, make) }
    }

    package func release(_ id: String) throws -> RecordedRelease? {
        try read { try $0.releases(where: "id = ?", [id]).first }
    }

    /// In the order in which they were sent.
    package func releases() throws -> [RecordedRelease] { try read { try $0.releases(where: "TRUE", []) } }
}
