internal import ClinicalModel
internal import StructuredText

/// Which OncoTree codes and Disease Ontology terms belong together, as `codes/oncotree-doid/oncotree-doid.tsv` says.
package struct TumourTypeMapping: Sendable {
    /// In both directions.
    let same: [Code: [Code]]
    /// The Disease Ontology terms that an OncoTree code lies under.
    let broader: [Code: [Code]]
    /// Rows of the table.
    package let count: Int

    /// Reads the table: columns `oncotree`, `doid` and `relation` (`exact` or `broader`) among others, lines with `#` first being remarks.
    /// Any fault makes the whole table unusable: it comes with the program.
    package init(_ bytes: [UInt8]) throws(KnowledgeFault) {
        var table = bytes
        if table.first == UInt8(ascii: "#"), let end = table.firstIndex(of: UInt8(ascii: "\n")) { table.removeSubrange(...end) }
        var diagnostics = KnowledgeDiagnostics()
        var (same, broader) = ([Code: [Code]](), [Code: [Code]]())
        count = try NamedRows.read(table, requiring: [["oncotree"], ["doid"], ["relation"]], &diagnostics) {
            (row) throws(KnowledgeFault) in
            let (oncotree, doid) = (try row.required("oncotree"), try row.required("doid"))
            guard let type = Code(.oncotree, oncotree) else {
                throw KnowledgeFault(.unknownValue, at: row.place(of: "oncotree"), field: "oncotree", value: oncotree)
            }
            guard let disease = Code(.doid, doid) else {
                throw KnowledgeFault(.unknownValue, at: row.place(of: "doid"), field: "doid", value: doid)
            }
            switch try row.required("relation") {
            case "exact":
                same[type, default: []].append(disease)
                same[disease, default: []].append(type)
            case "broader": broader[type, default: []].append(disease)
            case let other:
                throw KnowledgeFault(.unknownValue, at: row.place(of: "relation"), field: "relation", value: other)
            }
        }
        if let first = diagnostics.kept.first { throw first }
        self.same = same
        self.broader = broader
    }
}
