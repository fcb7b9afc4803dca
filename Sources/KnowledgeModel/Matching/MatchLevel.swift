package import StructuredText

/// How closely a finding is what an evidence item is about. The closest first.
package enum MatchLevel: String, Hashable, Sendable, CaseIterable, Comparable {
    /// The very change: protein, coding sequence, dbSNP identifier, named form, or a fusion with its exons.
    case variant
    /// A fusion with both partners that the item names.
    case fusionPartners
    /// A change of the codon that the item names.
    case codon
    case exon
    case domain
    case copyNumber
    case signature
    /// Expression or methylation.
    case geneState
    /// A fusion with one partner that the item names, whatever the other is.
    case fusionPartner
    /// A kind of change: truncating, loss of function.
    case consequence
    /// Any mutation of the gene.
    case gene
    /// Only that something was looked for and not found.
    case absence

    package var name: LocalizedText {
        switch self {
        case .variant: LocalizedText(sv: "samma förändring", en: "same change")
        case .fusionPartners: LocalizedText(sv: "samma fusion", en: "same fusion")
        case .codon: LocalizedText(sv: "samma kodon", en: "same codon")
        case .exon: LocalizedText(sv: "samma exon", en: "same exon")
        case .domain: LocalizedText(sv: "samma proteindomän", en: "same protein domain")
        case .copyNumber: LocalizedText(sv: "samma kopietalsförändring", en: "same copy-number change")
        case .signature: LocalizedText(sv: "samma signatur", en: "same signature")
        case .geneState: LocalizedText(sv: "samma uttryck eller metylering", en: "same expression or methylation")
        case .fusionPartner: LocalizedText(sv: "samma fusionspartner", en: "same fusion partner")
        case .consequence: LocalizedText(sv: "samma slags förändring", en: "same kind of change")
        case .gene: LocalizedText(sv: "samma gen", en: "same gene")
        case .absence: LocalizedText(sv: "inget hittat", en: "nothing found")
        }
    }

    /// The closer is the smaller.
    package static func < (a: MatchLevel, b: MatchLevel) -> Bool { a.rank < b.rank }

    private var rank: Int { MatchLevel.allCases.firstIndex(of: self) ?? 0 }
}

/// Why a finding comes near what an item is about without being it.
package enum NearReason: String, Hashable, Sendable, CaseIterable {
    /// Another residue at the codon that the item names a change of.
    case otherChangeOfCodon
    case oneCopyLost
    case onlyGain
    /// The same fusion; between which exons is not known, or others.
    case exonsNotKnown
    case otherExons
    /// Whether the other copy is altered too is not known.
    case otherCopyNotKnown
}

/// How well one finding fits one feature of a profile.
enum FeatureFit: Hashable, Comparable {
    case meets(MatchLevel)
    case near(NearReason)

    static func < (a: FeatureFit, b: FeatureFit) -> Bool {
        switch (a, b) {
        case (.meets(let a), .meets(let b)): a < b
        case (.meets, .near): true
        case (.near, .meets), (.near, .near): false
        }
    }
}
