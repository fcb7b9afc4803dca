package import StructuredText

/// Where knowledge comes from, and on what terms.
package enum KnowledgeSource: String, Sendable, CaseIterable, Comparable {
    case clinvar
    case civic
    case geneList = "gene-list"
    case guideline

    package var name: LocalizedText {
        switch self {
        case .clinvar: LocalizedText(sv: "ClinVar", en: "ClinVar")
        case .civic: LocalizedText(sv: "CIViC", en: "CIViC")
        case .geneList: LocalizedText(sv: "genlista", en: "gene list")
        case .guideline: LocalizedText(sv: "riktlinje", en: "guideline")
        }
    }

    /// The publisher's terms, where they are the same for everything from this source; a gene list or guideline brings its own.
    ///
    /// ClinVar: <https://www.ncbi.nlm.nih.gov/clinvar/docs/maintenance_use/>. CIViC: <https://civicdb.org/help/about>.
    package var usualLicence: String? {
        switch self {
        case .clinvar: "public domain"
        case .civic: "CC0-1.0"
        case .geneList, .guideline: nil
        }
    }

    package static func < (a: KnowledgeSource, b: KnowledgeSource) -> Bool { a.rawValue < b.rawValue }
}
