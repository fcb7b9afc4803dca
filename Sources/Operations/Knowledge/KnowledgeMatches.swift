package import ClinicalModel
internal import GenomeModel
package import KnowledgeModel
internal import Records
package import ReportModel
internal import StructuredText

/// What the versions in force say of a person's findings, and which versions they were.
package struct KnowledgeMatches: Sendable {
    /// The closest first.
    package let evidence: [EvidenceMatch<EvidenceItem>]
    package let assertions: [EvidenceMatch<CivicAssertion>]
    /// ClinVar's records of exactly the variant, by the finding's identifier.
    package let records: [String: [StoredItem]]
    /// Those that were looked in.
    package let versions: [KnowledgeVersion]
}

extension KnowledgeDesk {
    /// What is known of the findings, in the versions that are current now; empty where none is.
    ///
    /// `tumourTypes`: the patient's (OncoTree or DOID), of which the closest counts; empty where none is known. `examined` are genes in which something could have been
    /// found. Cost: the items that name a gene of the findings are read from the disk, but for those that
    /// were read for an earlier case.
    package func matches(
        for findings: [Finding], tumourTypes codes: [Code], examined: Set<String> = []
    ) throws -> KnowledgeMatches {
        let current = try database.shelves().compactMap(\.current)
        let features = findings.flatMap(FindingFeatures.of)
        let genes = Set(features.flatMap(\.genes)).union(examined.map { $0.uppercased() })
        func items<Item: ProfiledItem>(
            _ form: KnowledgeForm, _ memory: EvidenceMemory<Item>, _ read: ([UInt8]) throws -> [Item]
        ) throws -> [Item] {
            guard !genes.isEmpty, let version = current.first(where: { KnowledgeForm($0.series) == form })?.identifier else {
                return []
            }
            return try memory.items(of: genes, in: version) { missing in
                let (header, rows) = try self.items(of: version).rows(ofGenes: missing)
                guard !rows.isEmpty else { return [] }
                return try read(Array((header + rows.map { $0.last == "\n" ? $0 : $0 + "\n" }.joined()).utf8))
            }
        }
        let evidence = try items(.civicEvidence, readEvidence) { try EvidenceItem.read($0).items }
        let assertions = try items(.civicAssertions, readAssertions) { try CivicAssertion.read($0).items }
        return KnowledgeMatches(
            evidence: EvidenceMatcher(evidence, tumourTypes).matches(for: features, examined: examined, tumour: codes),
            assertions: EvidenceMatcher(assertions, tumourTypes).matches(for: features, examined: examined, tumour: codes),
            records: try records(of: findings, among: current), versions: current)
    }

    private func records(of findings: [Finding], among current: [KnowledgeVersion]) throws -> [String: [StoredItem]] {
        var found: [String: [StoredItem]] = [:]
        for finding in findings {
            guard let variant = finding.content.smallVariant?.variant,
                let version = current.first(where: { KnowledgeForm($0.series) == .clinvar(variant.assembly) })
            else { continue }
            let items = try items(of: version.identifier).items(ofVariant: variant.variant.trimmed().notation)
            if !items.isEmpty { found[finding.identifier] = items }
        }
        return found
    }
}
