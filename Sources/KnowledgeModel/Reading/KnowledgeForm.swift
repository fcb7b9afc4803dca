package import GenomeModel
internal import StructuredText

/// An item as an import writes it down: with what it is found by.
package struct ReadItem: Hashable, Sendable {
    package let item: StoredItem
    /// In upper case.
    package let genes: [String]
    /// `17-43045712-T-C`, trimmed; nil where the item is about no single variant.
    package let variant: String?

    package init(_ item: some KnowledgeItem, genes: some Sequence<String>, variant: Variant? = nil) {
        self.item = StoredItem(item)
        self.genes = Set(genes.map { $0.uppercased() }).sorted()
        self.variant = variant?.trimmed().notation
    }
}

/// Which reader a series' files have, and how they are read a block at a time. Guidelines are not rows and have none.
package enum KnowledgeForm: Hashable, Sendable {
    case clinvar(Assembly)
    case civicEvidence, civicAssertions
    case geneList(String)

    /// Nil for a guideline, and for a series that its source does not have.
    package init?(_ series: KnowledgeSeries) {
        switch (series.source, series.name) {
        case (.clinvar, let name):
            guard let assembly = Assembly(rawValue: name) else { return nil }
            self = .clinvar(assembly)
        case (.civic, "evidence"): self = .civicEvidence
        case (.civic, "assertions"): self = .civicAssertions
        case (.geneList, let name) where !name.isEmpty: self = .geneList(name)
        default: return nil
        }
    }

    /// Rows in a block. CIViC's are kept as they were written, one by one: findings are matched with those of their genes only.
    private var rows: Int {
        switch self {
        // Blocks of ten thousand records of ClinVar took 97 MiB at the highest.
        case .clinvar, .geneList: 2_000
        case .civicEvidence, .civicAssertions: 1
        }
    }

    /// Whether a row is needed again after the import, as it was written.
    package var keepsRows: Bool { rows == 1 }

    package func blocks() -> KnowledgeBlocks {
        switch self {
        case .clinvar: KnowledgeBlocks(.marked, rows: rows)
        case .civicEvidence, .civicAssertions, .geneList: KnowledgeBlocks(.firstLine, rows: rows)
        }
    }

    /// The items of a block. Throws what makes the file as a whole unusable; the places are those of the block.
    package func read(
        _ block: KnowledgeBlocks.Block
    ) throws(KnowledgeFault) -> (items: [ReadItem], rows: Int, diagnostics: KnowledgeDiagnostics) {
        switch self {
        case .clinvar(let assembly):
            let read = try ClinVarRecord.read(block.bytes, assembly: assembly)
            let items = read.items.map { ReadItem($0, genes: $0.genes.map(\.symbol), variant: $0.variant) }
            return (items, read.rows, read.diagnostics)
        case .civicEvidence:
            let read = try EvidenceItem.read(block.bytes)
            return (read.items.map { ReadItem($0, genes: $0.profile.genes) }, read.rows, read.diagnostics)
        case .civicAssertions:
            let read = try CivicAssertion.read(block.bytes)
            return (read.items.map { ReadItem($0, genes: $0.profile.genes) }, read.rows, read.diagnostics)
        case .geneList(let list):
            let read = try GeneListEntry.read(block.bytes, list: list)
            return (read.items.map { ReadItem($0, genes: [$0.symbol]) }, read.rows, read.diagnostics)
        }
    }
}
