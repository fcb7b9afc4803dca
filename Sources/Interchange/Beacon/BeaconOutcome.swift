package import AccessModel
package import ClinicalModel
package import GenomeModel
package import Questions
package import StructuredText

/// What one region has come back with.
package struct BeaconRegion: Hashable, Sendable {
    /// `answered` with the number of what was asked for.
    package let answer: RegionAnswer
    package let entries: [Entry]
    package let decision: Decision?
    package let dataRelease: String?

    package init(answer: RegionAnswer, entries: [Entry] = [], decision: Decision?, dataRelease: String?) {
        self.answer = answer
        self.entries = entries
        self.decision = decision
        self.dataRelease = dataRelease
    }
}

/// What may be told of the regions' answers together, and at which granularity. A withheld number never turns into 0 or false.
package enum BeaconOutcome: Hashable, Sendable {
    case told(Told)
    /// Nothing can be told; with the HTTP status that says so.
    case untold(status: Int, Untold)

    package struct Told: Hashable, Sendable {
        package let granularity: BeaconGranularity
        package let exists: Bool
        /// Nil for a boolean.
        package let total: Int?
        package let sets: [ResultSet]
    }

    package struct ResultSet: Hashable, Sendable {
        package let region: RegionCode
        package let count: Int
        package let entries: [Entry]
        package let frequency: FrequencyFigures?
    }

    /// Why nothing can be told.
    package enum Untold: String, Sendable, CaseIterable {
        /// By decision.
        case refused
        /// Whether there is anything would single people out.
        case suppressed
        /// No region answered in time, or none could be reached.
        case missing
    }

    /// `asked` is what the regions were asked for in the end, which may be less than the client requested. For a single variant a region's count
    /// is of its carriers, and what is counted here is the variant.
    package init(
        _ regions: [BeaconRegion], requested: BeaconGranularity, asked: BeaconInquiry.Ask, variant: Variant?,
        event: StructuralEvent? = nil, include: BeaconInclude
    ) {
        let isOneVariant: Bool
        let mayList: Bool
        switch asked {
        case .frequency, .eventFrequency: (isOneVariant, mayList) = (true, true)
        case .carriers: (isOneVariant, mayList) = (true, false)
        case .count: (isOneVariant, mayList) = (false, false)
        case .entries: (isOneVariant, mayList) = (false, true)
        }
        let sets = regions.compactMap { region -> ResultSet? in
            guard region.answer.state == .answered, let count = region.answer.count else { return nil }
            var entries = region.entries
            if let variant, let figures = region.answer.frequency, count > 0, isOneVariant {
                entries = [.variant(VariantEntry(variant: variant, region: region.answer.region, figures: figures))]
            }
            if let event, let figures = region.answer.frequency, count > 0, isOneVariant {
                entries = [.event(EventEntry(event: event, region: region.answer.region, figures: figures))]
            }
            return ResultSet(
                region: region.answer.region, count: isOneVariant ? min(count, 1) : count, entries: entries,
                frequency: region.answer.frequency)
        }
        let total = sets.reduce(0) { $0 + $1.count }
        let hasBand = regions.contains { $0.answer.band != nil }
        let isHidden = regions.contains { $0.answer.state == .suppressed && $0.answer.band == nil }
        guard total > 0 || hasBand || (!sets.isEmpty && !isHidden) else {
            let isRefused = regions.contains { $0.answer.state == .refused }
            let why = isHidden ? Untold.suppressed : isRefused ? .refused : .missing
            self = .untold(status: why == .missing ? 503 : 403, why)
            return
        }
        var granularity = min(requested.standard, mayList ? .record : .count)
        // Only a band is known, or a zero beside one: that somebody is there, and not how many. One variant is one all the same.
        if total == 0, hasBand { granularity = min(granularity, isOneVariant ? .count : .boolean) }
        let sum = isOneVariant ? (total > 0 || hasBand ? 1 : 0) : total
        let shown = granularity == .boolean ? [] : sets.filter { include.shows($0.count) }
        self = .told(
            Told(
                granularity: granularity, exists: total > 0 || hasBand, total: granularity == .boolean ? nil : sum,
                sets: shown.map { set in
                    ResultSet(
                        region: set.region, count: set.count, entries: granularity == .record ? set.entries : [],
                        frequency: set.frequency)
                }))
    }
}

extension BeaconInclude {
    fileprivate func shows(_ count: Int) -> Bool {
        switch self {
        case .hit: count > 0
        case .miss: count == 0
        case .all: true
        case .none: false
        }
    }
}

extension BeaconGranularity: Comparable {
    package static func < (a: BeaconGranularity, b: BeaconGranularity) -> Bool { a.rank < b.rank }

    private var rank: Int {
        switch self {
        case .boolean: 0
        case .count: 1
        case .aggregate: 2
        case .record: 3
        }
    }
}

extension BeaconOutcome.Untold {
    /// In words, before the regions' own reasons.
    package var sentence: LocalizedText {
        switch self {
        case .refused: LocalizedText(sv: "Ingen region får svara på frågan.", en: "No region may answer the question.")
        case .suppressed:
            LocalizedText(
                sv: "Svaret visas inte, för att skydda enskilda personer.",
                en: "The answer is not shown, to protect individuals.")
        case .missing:
            LocalizedText(
                sv: "Ingen region har svarat. Försök igen om en stund.", en: "No region has answered. Try again in a while.")
        }
    }
}
