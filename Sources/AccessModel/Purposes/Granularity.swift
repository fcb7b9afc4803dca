package import StructuredText

/// How much an answer tells, from least to most.
package enum Granularity: String, Sendable, CaseIterable, Comparable {
    case refused, boolean, count, aggregate, record

    package static func < (a: Granularity, b: Granularity) -> Bool { a.rank < b.rank }

    private var rank: Int {
        switch self {
        case .refused: 0
        case .boolean: 1
        case .count: 2
        case .aggregate: 3
        case .record: 4
        }
    }
}

extension Granularity {
    /// As it stands in a sentence: "at most counts".
    package var name: LocalizedText {
        switch self {
        case .refused: LocalizedText(sv: "ingenting", en: "nothing")
        case .boolean: LocalizedText(sv: "ja eller nej", en: "yes or no")
        case .count: LocalizedText(sv: "antal", en: "counts")
        case .aggregate: LocalizedText(sv: "sammanställningar", en: "aggregates")
        case .record: LocalizedText(sv: "uppgifter om enskilda", en: "records")
        }
    }
}
