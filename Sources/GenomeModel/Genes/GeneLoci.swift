/// A gene and where it lies.
package struct GeneLocus: Hashable, Sendable {
    /// HGNC's symbol: `BRCA1`.
    package let symbol: String
    /// HGNC's identifier: `HGNC:1100`; empty for a gene that has none.
    package let identifier: String
    package let interval: Interval

    package init(symbol: String, identifier: String, interval: Interval) {
        self.symbol = symbol
        self.identifier = identifier
        self.interval = interval
    }
}

/// Where genes lie on GRCh38, by symbol or HGNC identifier. Found in constant time.
package struct GeneLoci: Sendable {
    private let intervals: [String: Interval]
    package let count: Int

    /// Of two genes of one name the first holds.
    package init(_ genes: [GeneLocus]) {
        var intervals = Dictionary<String, Interval>(minimumCapacity: genes.count * 2)
        for gene in genes {
            if intervals[gene.symbol.uppercased()] == nil { intervals[gene.symbol.uppercased()] = gene.interval }
            if !gene.identifier.isEmpty, intervals[gene.identifier.uppercased()] == nil {
                intervals[gene.identifier.uppercased()] = gene.interval
            }
        }
        self.intervals = intervals
        count = genes.count
    }

    package static let none = GeneLoci([])

    /// Upper and lower case are the same; `HGNC:1100` is taken as well as `BRCA1`.
    package subscript(_ name: String) -> Interval? { intervals[name.uppercased()] }
}
