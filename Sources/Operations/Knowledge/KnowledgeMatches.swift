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
    /// What the versions that are current now know of the findings; empty where none is.
    ///
    /// `tumourTypes`: the patient's (OncoTree or DOID), of which the closest counts; empty where none is known. `wereExamined` is asked for genes
    /// that an item wants unaltered: whether a small variant could have been found there. Cost: the items that name a gene of the findings are
    /// read from the disk, but for those that were read for an earlier case.
    package func matches(
        for findings: [Finding], tumourTypes codes: [Code], wereExamined: (String) throws -> Bool = { _ in false }
    ) throws -> KnowledgeMatches {
        try matches(
            for: findings, tumourTypes: codes, among: try database.shelves().compactMap(\.current), wereExamined: wereExamined)
    }

    /// The same for versions that were read before.
    func matches(
        for findings: [Finding], tumourTypes codes: [Code], among current: [KnowledgeVersion],
        wereExamined: (String) throws -> Bool
    ) throws -> KnowledgeMatches {
        let features = findings.flatMap(FindingFeatures.of)
        let genes = Set(features.flatMap(\.genes))
        func matches<Item: ProfiledItem>(
            _ form: KnowledgeForm, _ memory: EvidenceMemory<Item>, _ read: ([UInt8]) throws -> [Item]
        ) throws -> [EvidenceMatch<Item>] {
            guard !genes.isEmpty, let version = current.first(where: { KnowledgeForm($0.series) == form })?.identifier else {
                return []
            }
            let items = try memory.items(of: genes, in: version) { missing in
                let (header, rows) = try self.items(of: version).rows(ofGenes: missing)
                guard !rows.isEmpty else { return [] }
                return try read(Array((header + rows.map { $0.last == "\n" ? $0 : $0 + "\n" }.joined()).utf8))
            }
            let wanted = Set(items.filter(\.profile.canHoldWithoutFinding).flatMap(\.profile.genes))
            return EvidenceMatcher(items, tumourTypes).matches(
                for: features, examined: try wanted.filter(wereExamined), tumour: codes)
        }
        return KnowledgeMatches(
            evidence: try matches(.civicEvidence, readEvidence) { try EvidenceItem.read($0).items },
            assertions: try matches(.civicAssertions, readAssertions) { try CivicAssertion.read($0).items },
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
