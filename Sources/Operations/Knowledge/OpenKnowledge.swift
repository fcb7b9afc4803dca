package import ClinicalModel
package import GenomeModel
internal import KnowledgeModel
internal import Records
internal import VariantStorage

/// Opens what a node knows: the list of its versions, and the table by which tumour types are compared.
package struct OpenKnowledge {
    package let state: NodeState
    /// The folder of code hierarchies.
    package let codes: String
    package let hierarchies: CodeHierarchies
    package let genes: GeneLoci
    package let citing: [CitingRegion]

    package init(
        state: NodeState, codes: String, hierarchies: CodeHierarchies, genes: GeneLoci = .none, citing: [CitingRegion] = []
    ) {
        self.state = state
        self.codes = codes
        self.hierarchies = hierarchies
        self.genes = genes
        self.citing = citing
    }

    /// Throws `RecordsError` for a database that cannot be opened, `KnowledgeFault` for a table that is faulty.
    package func run() throws -> KnowledgeDesk {
        KnowledgeDesk(
            database: try KnowledgeDatabase(path: state.path(of: .knowledge)),
            layout: KnowledgeLayout(directory: state.knowledgeFiles),
            tumourTypes: TumourTypes(hierarchies, mapping: try OpenKnowledge.mapping(codes)), genes: genes,
            citing: citing)
    }

    /// The table by which OncoTree and the Disease Ontology are joined.
    static func mapping(_ codes: String) throws -> TumourTypeMapping {
        try TumourTypeMapping(try RegularFile(path: codes + "/oncotree-doid/oncotree-doid.tsv").readAll(limit: 16 << 20) ?? [])
    }
}
