import ClinicalModel
import KnowledgeModel

/// The code systems and the mapping that the repository carries, and CIViC's evidence among the fixtures.
enum Carried {
    static let tumourTypes = Result {
        let doid = try CodeHierarchy.obo(bytes("codes/doid/DO_cancer_slim.obo.gz"), system: .doid)
        let oncotree = try CodeHierarchy.oncotree(bytes("codes/oncotree/oncotree_2025_10_03.json.gz"), version: "2025_10_03")
        let mapping = try TumourTypeMapping(bytes("codes/oncotree-doid/oncotree-doid.tsv"))
        return TumourTypes(CodeHierarchies([doid, oncotree]), mapping: mapping)
    }

    static let evidence = Result { try EvidenceItem.read(bytes("Tests/KnowledgeModelTests/Fixtures/civic-evidence.jsonl")).items }

    static let matcher = Result { EvidenceMatcher(try evidence.get(), try tumourTypes.get()) }

    static func bytes(_ name: String) throws -> [UInt8] { try SharedData.bytes(name, in: SharedData.repository) }
}
