internal import GRDB
package import KnowledgeModel
internal import ReportModel

extension RecordsDatabase {
    /// What reports in force rely on from one source, in the order in which they were signed; a report names each item once. Cost: the
    /// source's citations.
    package func citations(ofSource source: KnowledgeSource) throws -> [Citation] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT r.identifier, c.said FROM reportCitation c JOIN report r ON r.id = c.report
                    JOIN reportVersion v ON v.report = c.report AND v.number = c.number
                        AND v.step = (SELECT MAX(step) FROM reportVersion WHERE report = c.report AND number = c.number)
                    WHERE c.source = ? AND v.state = 'signed' ORDER BY c.id
                    """, arguments: [source.rawValue]
            ).map { row in
                let said = try row.value(1) { try? ReportCitation(jsonText: $0) }
                return Citation(
                    report: try row.text(0), item: ItemIdentity(source, said.item),
                    said: ItemStatement(
                        direction: said.direction, scope: said.scope,
                        strengths: said.strengths.map { ItemStrength($0.scale, $0.value) }))
            }
        }
    }
}
