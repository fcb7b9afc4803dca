package import StructuredText

/// What became of a question in one region. A region is never passed over in silence.
package enum RegionState: String, Sendable, CaseIterable {
    case answered, suppressed, refused, late, unreachable

    /// The state in words, for people; says nothing of why a number is withheld, which would tell how small it is.
    package var sentence: LocalizedText {
        switch self {
        case .answered: LocalizedText(sv: "Regionen har svarat.", en: "The region has answered.")
        case .suppressed:
            LocalizedText(
                sv: "Antalet visas inte, för att skydda enskilda personer.",
                en: "The number is not shown, to protect individuals.")
        case .refused: LocalizedText(sv: "Regionen får inte svara på frågan.", en: "The region may not answer the question.")
        case .late: LocalizedText(sv: "Regionen hann inte svara i tid.", en: "The region did not answer in time.")
        case .unreachable: LocalizedText(sv: "Regionen går inte att nå.", en: "The region cannot be reached.")
        }
    }
}
