internal import ClinicalModel
internal import GRDB
internal import KnowledgeModel
internal import StructuredText

extension Database {
    func knowledgeRow(of version: VersionIdentifier) throws -> Int? {
        try Int.fetchOne(
            self, sql: "SELECT id FROM knowledgeVersion WHERE source = ? AND series = ? AND digest = ?",
            arguments: [version.series.source.rawValue, version.series.name, version.digest])
    }

    /// The series as its steps left it: the shelf decides anew, so what is current can never differ from what was decided.
    func shelf(_ series: KnowledgeSeries) throws -> KnowledgeShelf {
        let versions = try knowledgeVersions(of: series)
        var shelf = KnowledgeShelf(series)
        for step in try knowledgeStepRows(of: series) {
            let version = try Row.known(versions[try step.integer(0)])
            let kind: KnowledgeStep.Kind = try step.named(1)
            do {
                switch kind {
                case .staged: _ = try shelf.stage(version)
                case .madeCurrent: _ = try shelf.makeCurrent(version.identifier)
                case .discarded: _ = try shelf.discard(version.identifier)
                case .differenceSeen: _ = try shelf.confirm(try receipt(step, of: version, among: versions))
                }
            } catch is KnowledgeStateError {
                throw RecordsError(.unreadableRow, place: "knowledgeStep")
            }
        }
        return shelf
    }

    private func receipt(
        _ step: Row, of version: KnowledgeVersion, among versions: [Int: KnowledgeVersion]
    ) throws -> DifferenceReceipt {
        DifferenceReceipt(
            version: version.identifier, comparedWith: try step.optionalInteger(2).flatMap { versions[$0]?.identifier },
            counts: DifferenceCounts(
                added: try step.integer(3), changed: try step.integer(4), gone: try step.integer(5),
                unchanged: try step.integer(6)),
            affectedReports: try step.integer(7), reportsToReview: try step.integer(8), seenBy: try step.text(9),
            seenAt: try step.time(10))
    }

    private func knowledgeStepRows(of series: KnowledgeSeries) throws -> [Row] {
        try Row.fetchAll(
            self,
            sql: """
                SELECT version, kind, comparedWith, added, changed, gone, unchanged, affectedReports, reportsToReview, actor, takenAt
                FROM knowledgeStep WHERE version IN (SELECT id FROM knowledgeVersion WHERE source = ? AND series = ?) ORDER BY id
                """, arguments: [series.source.rawValue, series.name])
    }

    func knowledgeSteps(of series: KnowledgeSeries) throws -> [KnowledgeStep] {
        let versions = try knowledgeVersions(of: series)
        return try knowledgeStepRows(of: series).map { row in
            KnowledgeStep(
                version: try Row.known(versions[try row.integer(0)]).identifier, kind: try row.named(1), actor: try row.text(9),
                time: try row.time(10))
        }
    }

    private func knowledgeVersions(of series: KnowledgeSeries) throws -> [Int: KnowledgeVersion] {
        let rows = try Row.fetchAll(
            self,
            sql: """
                SELECT id, digest, release, releaseDate, licence, rows, items, diagnostics, importedBy, importedAt
                FROM knowledgeVersion WHERE source = ? AND series = ?
                """, arguments: [series.source.rawValue, series.name])
        var versions: [Int: KnowledgeVersion] = [:]
        for row in rows {
            versions[try row.integer(0)] = try Row.known(
                KnowledgeVersion(
                    series: series, release: try row.text(2), releaseDate: try row.optionalDate(3), licence: try row.text(4),
                    digest: try row.text(1),
                    counts: KnowledgeVersion.Counts(
                        rows: try row.integer(5), items: try row.integer(6), diagnostics: try row.integer(7)),
                    importedBy: try row.text(8), importedAt: try row.time(9)))
        }
        return versions
    }

    func insert(_ version: KnowledgeVersion, _ faults: [KnowledgeFault]) throws {
        try execute(
            sql: """
                INSERT INTO knowledgeVersion (source, series, digest, release, releaseDate, licence, rows, items, diagnostics,
                    importedBy, importedAt) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                version.series.source.rawValue, version.series.name, version.digest, version.release,
                version.releaseDate?.description, version.licence, version.counts.rows, version.counts.items,
                version.counts.diagnostics, version.importedBy, version.importedAt.milliseconds,
            ])
        let id = lastInsertedRowID
        for fault in faults {
            try execute(
                sql: "INSERT INTO knowledgeFault (version, code, line, place, field, value) VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [id, fault.code.rawValue, fault.place?.line, fault.place?.column, fault.field, fault.value])
        }
    }

    func insert(_ event: KnowledgeShelf.Event, by actor: String, at time: Timestamp) throws {
        var arguments: StatementArguments
        switch event {
        case .staged(let version): arguments = [try row(version), KnowledgeStep.Kind.staged.rawValue]
        case .madeCurrent(let version, _): arguments = [try row(version), KnowledgeStep.Kind.madeCurrent.rawValue]
        case .discarded(let version): arguments = [try row(version), KnowledgeStep.Kind.discarded.rawValue]
        case .differenceSeen(let seen):
            arguments = [
                try row(seen.version), KnowledgeStep.Kind.differenceSeen.rawValue, try seen.comparedWith.map(row),
                seen.counts.added, seen.counts.changed, seen.counts.gone, seen.counts.unchanged, seen.affectedReports,
                seen.reportsToReview,
            ]
        }
        let isSeen = if case .differenceSeen = event { true } else { false }
        let columns = isSeen ? ", comparedWith, added, changed, gone, unchanged, affectedReports, reportsToReview" : ""
        arguments += [actor, time.milliseconds]
        try execute(
            sql: """
                INSERT INTO knowledgeStep (version, kind\(columns), actor, takenAt)
                VALUES (\(databaseQuestionMarks(count: isSeen ? 11 : 4)))
                """, arguments: arguments)
    }

    private func row(_ version: VersionIdentifier) throws -> Int {
        guard let row = try knowledgeRow(of: version) else { throw KnowledgeStateError(.unknownVersion) }
        return row
    }

    func knowledgeFaults(of version: VersionIdentifier) throws -> [KnowledgeFault] {
        guard let id = try knowledgeRow(of: version) else { return [] }
        return try Row.fetchAll(
            self, sql: "SELECT code, line, place, field, value FROM knowledgeFault WHERE version = ? ORDER BY id", arguments: [id]
        ).map { row in
            let place: SourcePlace? =
                if let line = try row.optionalInteger(1), let column = try row.optionalInteger(2) {
                    SourcePlace(line: line, column: column)
                } else {
                    nil
                }
            return KnowledgeFault(try row.named(0), at: place, field: try row.text(3), value: try row.text(4))
        }
    }
}
