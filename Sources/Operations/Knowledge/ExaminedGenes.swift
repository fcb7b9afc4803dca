internal import ClinicalModel
package import GenomeModel
internal import Records
package import ReportModel
internal import VariantStorage

/// The genes of which it would have been told, had a small variant been there: those that lie in the targets of an analysis with every base
/// that is known of them (docs/knowledge.md, Wild type).
package struct ExaminedGenes {
    private let genes: GeneLoci
    private let targets: [TargetRegions]
    private let lackingGenes: Set<String>
    private let lackingPlaces: [Interval]

    package static let none = ExaminedGenes(genes: .none, targets: [], lacking: [])

    /// `targets` are of analyses on GRCh38, as the places of genes are. `lacking`: what somebody has said was not examined, whatever was meant to be.
    package init(genes: GeneLoci, targets: [TargetRegions], lacking: [NotExamined]) {
        self.genes = genes
        self.targets = targets
        let named = lacking.filter { [.gene, .exon, .region].contains($0.subject) }.map(\.name)
        lackingPlaces = named.compactMap { try? Interval.parse($0, assembly: .grch38) }
        // `EGFR`, `EGFR exon 19`.
        lackingGenes = Set(named.map { String($0.uppercased().prefix { !$0.isWhitespace }) })
    }

    package func contains(_ symbol: String) -> Bool {
        guard !targets.isEmpty, let gene = genes.gene(symbol), !lackingGenes.contains(gene.symbol.uppercased()) else {
            return false
        }
        let exons = genes.exons(of: gene.symbol)
        let parts = exons.isEmpty ? [gene.interval] : exons
        guard !lackingPlaces.contains(where: { place in parts.contains { $0.meets(place) } }) else { return false }
        return targets.contains { regions in parts.allSatisfy(regions.covers) }
    }
}

extension Partition {
    /// What was examined of a person by the call sets of one case: by the tumour's where it has any, since a normal sample does not tell what the
    /// tumour has; not by RNA, nor by what is replaced or not to be used any more.
    func examinedGenes(
        of person: Pseudonym, by callSets: [RecordedCallSet], genes: GeneLoci, lacking: [NotExamined]
    ) throws -> ExaminedGenes {
        let own = try callSets.filter { callSet in
            let record = callSet.record
            guard record.person == person, record.assembly == .grch38, callSet.state == .available else { return false }
            return try records.assay(record.assay)?.kind != .rna
        }
        let tumour = own.filter { $0.record.origin == .tumour }
        let names = Set((tumour.isEmpty ? own : tumour).map(\.record.name))
        guard !names.isEmpty, let index = try indexes.index(.grch38, in: layout)?.index else { return .none }
        var numbers = Set<UInt32>()
        index.forEachCallSet { callSet, _ in if names.contains(callSet.name) { numbers.insert(callSet.assay) } }
        return ExaminedGenes(
            genes: genes, targets: index.assays.filter { numbers.contains($0.number) }.map(\.targets), lacking: lacking)
    }
}

extension Interval {
    fileprivate func meets(_ other: Interval) -> Bool { contig == other.contig && first <= other.last && other.first <= last }
}

extension TargetRegions {
    /// Whether every base is a target: spans do not touch, so one of them has it whole.
    fileprivate func covers(_ interval: Interval) -> Bool {
        guard let spans else { return true }
        return spans[Int(interval.contig.rawValue) - 1].contains {
            $0.first <= interval.first.value && interval.last.value <= $0.last
        }
    }
}
