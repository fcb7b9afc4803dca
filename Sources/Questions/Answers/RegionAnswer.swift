package import ClinicalModel
package import StructuredText

/// One region's answer. A count stands only where the region answered, a band only where it withheld the count.
package struct RegionAnswer: Hashable, Sendable {
    package let region: RegionCode
    package let state: RegionState
    /// People; for a frequency, carriers.
    package let count: Int?
    /// `1-4`, where the count is withheld and the region's policy shows that it is not zero.
    package let band: String?
    /// Why there is no count, in words; nil where there is one.
    package let reason: LocalizedText?
    package let frequency: FrequencyFigures?

    private init(
        _ region: RegionCode, _ state: RegionState, count: Int? = nil, band: String? = nil, reason: LocalizedText? = nil,
        frequency: FrequencyFigures? = nil
    ) {
        self.region = region
        self.state = state
        self.count = count
        self.band = band
        self.reason = reason
        self.frequency = frequency
    }

    /// Where what it answered stands elsewhere: figures of many variants.
    package static func answered(_ region: RegionCode) -> RegionAnswer { RegionAnswer(region, .answered) }

    package static func answered(_ region: RegionCode, count: Int) -> RegionAnswer {
        RegionAnswer(region, .answered, count: count)
    }

    package static func answered(_ region: RegionCode, frequency: FrequencyFigures) -> RegionAnswer {
        RegionAnswer(region, .answered, count: frequency.carriers, frequency: frequency)
    }

    package static func suppressed(_ region: RegionCode, band: ClosedRange<Int>? = nil) -> RegionAnswer {
        RegionAnswer(
            region, .suppressed, band: band.map { "\($0.lowerBound)-\($0.upperBound)" },
            reason: RegionState.suppressed.sentence)
    }

    package static func refused(_ region: RegionCode, reason: LocalizedText) -> RegionAnswer {
        RegionAnswer(region, .refused, reason: reason)
    }

    package static func late(_ region: RegionCode) -> RegionAnswer {
        RegionAnswer(region, .late, reason: RegionState.late.sentence)
    }

    package static func unreachable(_ region: RegionCode, reason: LocalizedText? = nil) -> RegionAnswer {
        RegionAnswer(region, .unreachable, reason: reason ?? RegionState.unreachable.sentence)
    }

    /// What may be told of a count, as the region's answer. The ground of a suppression stays behind.
    package init(_ region: RegionCode, _ disclosure: Disclosure) {
        self =
            switch disclosure {
            case .exact(let count): .answered(region, count: count)
            case .band(let band): .suppressed(region, band: band)
            case .suppressed: .suppressed(region)
            }
    }

    package init(_ region: RegionCode, _ disclosure: FrequencyDisclosure) {
        self =
            switch disclosure {
            case .exact(let figures): .answered(region, frequency: figures)
            case .band(let band): .suppressed(region, band: band)
            case .suppressed: .suppressed(region)
            }
    }

    package func json(in language: Language = .en) -> JSONValue {
        JSONValue(members: [
            ("region", JSONValue(.string(region.description))), ("state", JSONValue(.string(state.rawValue))),
            ("count", JSONValue(count)), ("band", JSONValue(band)), ("reason", JSONValue(reason?.text(language))),
            ("frequency", frequency?.json),
        ])
    }
}
