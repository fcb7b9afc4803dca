/// What to look for among consequences: everything that is set must hold of one and the same consequence.
public struct ConsequenceQuery: Hashable, Sendable {
    /// `BRCA1`, spelled as in the annotation.
    public var geneSymbol: String?
    /// `ENSG00000012048`.
    public var geneID: String?
    /// Any of these terms; empty for all.
    public var terms: Set<String> = []
    /// Any of these classes; empty for all.
    public var impacts: Set<ConsequenceImpact> = []
    /// `c.5266dup`, or with its transcript: `ENST00000357654.9:c.5266dup`, `ENST00000357654:c.5266dup` for any version.
    public var hgvsCoding: String?
    /// `p.Val600Glu`, with its protein or without, three letters an amino acid. `p.(Val600Glu)` means the same.
    public var hgvsProtein: String?

    public init(
        geneSymbol: String? = nil, geneID: String? = nil, terms: Set<String> = [], impacts: Set<ConsequenceImpact> = [],
        hgvsCoding: String? = nil, hgvsProtein: String? = nil
    ) {
        self.geneSymbol = geneSymbol
        self.geneID = geneID
        self.terms = terms
        self.impacts = impacts
        self.hgvsCoding = hgvsCoding
        self.hgvsProtein = hgvsProtein
    }

    /// Whether a consequence is what is looked for: what a search does, said slowly.
    public func matches(_ consequence: TranscriptConsequence) -> Bool {
        if let geneSymbol, consequence.feature.geneSymbol != geneSymbol { return false }
        if let geneID, consequence.feature.geneID != geneID { return false }
        if !terms.isEmpty, !consequence.terms.contains(where: { terms.contains($0.rawValue) }) { return false }
        if !impacts.isEmpty, !impacts.contains(consequence.impact) { return false }
        if let hgvsCoding, !HGVSText(hgvsCoding).matches(HGVSText(consequence.hgvsCoding)) { return false }
        if let hgvsProtein, !HGVSText(hgvsProtein).matches(HGVSText(consequence.hgvsProtein)) { return false }
        return true
    }
}

/// HGVS text as accession and what is behind the colon.
package struct HGVSText: Hashable {
    package let accession: String
    package let change: String

    package init(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        accession = parts.count == 2 ? String(parts[0]) : ""
        let change = String(parts.last ?? "")
        // A predicted protein change may stand in parentheses.
        let isPredicted = change.hasPrefix("p.(") && change.hasSuffix(")")
        self.change = isPredicted ? "p." + change.dropFirst(3).dropLast() : change
    }

    func matches(_ found: HGVSText) -> Bool { change == found.change && hasAccession(found.accession) }

    /// Whether an accession is the one asked for, or a version of it.
    package func hasAccession(_ found: String) -> Bool {
        accession.isEmpty || found == accession || (!accession.contains(".") && found.hasPrefix(accession + "."))
    }
}
