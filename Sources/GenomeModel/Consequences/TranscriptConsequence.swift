/// What one variant does to one transcript or other feature, as a pipeline's annotation says.
public struct TranscriptConsequence: Hashable, Sendable {
    public var feature: TranscriptFeature
    /// At least one, in the order of the annotation.
    public var terms: [ConsequenceTerm]
    /// As the annotation says; where it does not, the highest of the terms'.
    public var impact: ConsequenceImpact
    /// `ENST00000357654.9:c.5266dup`, or without the transcript (SnpEff); empty where there is none.
    public var hgvsCoding: String
    /// `ENSP00000350283.3:p.Gln1756ProfsTer74`; empty where there is none.
    public var hgvsProtein: String
    /// `19/23`: number, or span of numbers, and how many there are; empty outside exons.
    public var exon: String
    /// The same of introns.
    public var intron: String

    public init(
        feature: TranscriptFeature, terms: [ConsequenceTerm], impact: ConsequenceImpact, hgvsCoding: String = "",
        hgvsProtein: String = "", exon: String = "", intron: String = ""
    ) {
        self.feature = feature
        self.terms = terms
        self.impact = impact
        self.hgvsCoding = hgvsCoding
        self.hgvsProtein = hgvsProtein
        self.exon = exon
        self.intron = intron
    }

    /// The rank of the most severe term; nil where Ensembl ranks none.
    public var severity: Int? { terms.compactMap(\.severity).min() }

    /// The transcript with its version where the annotation says it: Ensembl's identifiers come without, HGVS with.
    public var transcript: String {
        guard let colon = hgvsCoding.firstIndex(of: ":") else { return feature.identifier }
        let accession = hgvsCoding[..<colon]
        return accession.hasPrefix(feature.identifier + ".") ? String(accession) : feature.identifier
    }

    /// The highest class of the terms; `modifier` where Ensembl has none of them.
    public static func impact(of terms: [ConsequenceTerm]) -> ConsequenceImpact {
        terms.compactMap(\.impact).max() ?? .modifier
    }
}
