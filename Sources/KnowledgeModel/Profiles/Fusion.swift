/// Two genes joined: the 5' partner, whose promoter and first exons it has, and the 3' partner.
package struct Fusion: Hashable, Sendable {
    package enum Partner: Hashable, Sendable {
        /// HGNC's symbol in upper case.
        case gene(String)
        /// Whichever it is; CIViC's `v`.
        case any
        /// One that was not determined; CIViC's `?`.
        case unknown

        package var symbol: String? {
            guard case .gene(let symbol) = self else { return nil }
            return symbol
        }
    }

    package let fivePrime: Partner
    package let threePrime: Partner
    /// Whether which partner is first is known. `ALK FUSIONS` of older releases does not say.
    package let isOrdered: Bool
    /// The last exon of the 5' partner and the first of the 3' partner: `e6::e20`.
    package let exons: Exons?

    package struct Exons: Hashable, Sendable {
        package let fivePrime: Int
        package let threePrime: Int

        package init(fivePrime: Int, threePrime: Int) {
            self.fivePrime = fivePrime
            self.threePrime = threePrime
        }
    }

    package init(fivePrime: Partner, threePrime: Partner, isOrdered: Bool = true, exons: Exons? = nil) {
        self.fivePrime = fivePrime
        self.threePrime = threePrime
        self.isOrdered = isOrdered
        self.exons = exons
    }

    /// The named partners, the 3' one first.
    package var symbols: [String] { [threePrime, fivePrime].compactMap(\.symbol) }
}
