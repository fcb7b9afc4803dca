/// A gene and where it lies.
package struct GeneLocus: Hashable, Sendable {
    package enum Strand: String, Sendable, CaseIterable {
        case forward = "+"
        case reverse = "-"
    }

    /// HGNC's symbol: `BRCA1`.
    package let symbol: String
    /// HGNC's identifier: `HGNC:1100`; empty for a gene that has none.
    package let identifier: String
    package let interval: Interval
    /// Ensembl's identifier without a version: `ENSG00000012048`; empty where it is not known.
    package let ensembl: String
    /// Nil where it is not known.
    package let strand: Strand?
    /// RefSeq's accession of the MANE Select transcript: `NM_007294.4`; empty where there is none.
    package let transcript: String
    /// What the gene is called; empty where that is not known.
    package let name: String

    package init(
        symbol: String, identifier: String, interval: Interval, ensembl: String = "", strand: Strand? = nil,
        transcript: String = "", name: String = ""
    ) {
        self.symbol = symbol
        self.identifier = identifier
        self.interval = interval
        self.ensembl = ensembl
        self.strand = strand
        self.transcript = transcript
        self.name = name
    }
}
