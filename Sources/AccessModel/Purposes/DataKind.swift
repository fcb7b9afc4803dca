package import StructuredText

/// The kinds of data that laws date apart: the European Health Data Space opens clinical data two years before genomic.
package enum DataKind: String, Sendable, CaseIterable, Comparable {
    /// Diagnoses, phenotypes, treatments, registrations.
    case clinical
    /// Variants, and what is computed from them (EHDS art. 51.1 f and g).
    case genomic

    package static func < (a: DataKind, b: DataKind) -> Bool { a.rawValue < b.rawValue }

    package var name: LocalizedText {
        switch self {
        case .clinical: LocalizedText(sv: "kliniska data", en: "clinical data")
        case .genomic: LocalizedText(sv: "genomiska data", en: "genomic data")
        }
    }
}
