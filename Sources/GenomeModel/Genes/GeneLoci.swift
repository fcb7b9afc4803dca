/// Where genes lie on GRCh38, by symbol or by HGNC's or Ensembl's identifier. Found in constant time.
package struct GeneLoci: Sendable {
    private let genes: [GeneLocus]
    private let places: [String: Int]
    /// Symbols in upper case in alphabetical order, each with the place of its gene.
    private let symbols: [(text: String, place: Int)]
    private let exonsBySymbol: [String: [Interval]]

    /// Of two genes of one name the first holds. `exons` by symbol.
    package init(_ genes: [GeneLocus], exons: [String: [Interval]] = [:]) {
        var places = Dictionary<String, Int>(minimumCapacity: genes.count * 3)
        for (place, gene) in genes.enumerated() {
            for name in [gene.symbol, gene.identifier, gene.ensembl] where !name.isEmpty && places[name.uppercased()] == nil {
                places[name.uppercased()] = place
            }
        }
        self.genes = genes
        self.places = places
        symbols = genes.enumerated().map { ($1.symbol.uppercased(), $0) }.sorted { $0 < $1 }
        exonsBySymbol = exons
    }

    package static let none = GeneLoci([])

    package var count: Int { genes.count }

    /// Upper and lower case are the same; `HGNC:1100` and `ENSG00000012048` are taken as well as `BRCA1`.
    package subscript(_ name: String) -> Interval? { gene(name)?.interval }

    package func gene(_ name: String) -> GeneLocus? { places[name.uppercased()].map { genes[$0] } }

    /// The gene of a MANE Select transcript, of any version: `NM_007294.4`. Cost: one pass over all.
    package func gene(ofTranscript accession: String) -> GeneLocus? {
        let base = accession.prefix { $0 != "." }
        guard !base.isEmpty else { return nil }
        return genes.first { $0.transcript.prefix { $0 != "." } == base }
    }

    /// The exons of a gene, in the order of the genome; empty where none are known.
    package func exons(of symbol: String) -> [Interval] { exonsBySymbol[symbol] ?? [] }

    /// Genes whose symbol begins so, in alphabetical order. Cost: a binary search.
    package func beginning(with prefix: String, limit: Int) -> [GeneLocus] {
        let prefix = prefix.uppercased()
        guard !prefix.isEmpty else { return [] }
        var (low, high) = (0, symbols.count)
        while low < high {
            let middle = (low + high) / 2
            if symbols[middle].text < prefix { low = middle + 1 } else { high = middle }
        }
        return symbols[low...].prefix(limit).prefix { $0.text.hasPrefix(prefix) }.map { genes[$0.place] }
    }

    /// Genes that overlap an interval, in the order in which they came. Cost: one pass over all.
    package func overlapping(_ interval: Interval) -> [GeneLocus] {
        genes.filter { gene in
            gene.interval.contig == interval.contig && gene.interval.first <= interval.last
                && interval.first <= gene.interval.last
        }
    }
}
