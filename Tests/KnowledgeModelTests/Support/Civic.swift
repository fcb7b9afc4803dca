import KnowledgeModel

/// CIViC's two releases of the shared data, read once.
enum Civic {
    static let release2026 = Result { try EvidenceItem.read(SharedData.bytes("knowledge/civic-2026-04-25/evidence.jsonl.gz")) }
    static let release2021 = Result {
        try EvidenceItem.read(SharedData.bytes("knowledge/civic-2021-02/nightly-ClinicalEvidenceSummaries.tsv.gz"))
    }
}
