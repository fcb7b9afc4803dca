public import GenomeModel

/// Which call sets are asked. Nil asks all of them.
public struct CohortFilter: Sendable {
    public var origin: Origin?
    public var assay: String?
    public var sex: Sex?
    /// Names of call sets; every one must be live.
    public var names: Set<String>?

    public init(origin: Origin? = nil, assay: String? = nil, sex: Sex? = nil, names: Set<String>? = nil) {
        self.origin = origin
        self.assay = assay
        self.sex = sex
        self.names = names
    }
}

/// The call sets of one index that a question is put to.
///
/// Only for the `VariantIndex` that made it.
public struct Cohort: Sendable {
    /// One segment's part.
    struct Selection {
        /// A bit an ordinal.
        let words: [UInt64]
        /// All of the segment's call sets are asked and none is erased: stored counts can be taken as they stand.
        let isWhole: Bool
        let isEmpty: Bool
    }

    /// Call sets of one assay, by sex.
    struct Part {
        let targets: TargetRegions
        var female = 0
        var male = 0
        var unknown = 0
    }

    /// Number of call sets.
    public let size: Int
    /// Call sets of each origin.
    public let germline: Int
    public let tumour: Int
    let selections: [Selection]
    let parts: [Part]
}

extension VariantIndex {
    /// The live call sets that `filter` describes. Throws `assayUnknown`, or `callSetUnknown` for a name that no live call
    /// set has. Cost: linear in the call sets.
    public func cohort(_ filter: CohortFilter = CohortFilter()) throws(StorageError) -> Cohort {
        var number: UInt32?
        if let name = filter.assay {
            guard let assay = assay(named: name) else { throw StorageError(.assayUnknown, place: directory) }
            number = assay.number
        }
        var namesFound = 0
        let cohort = cohort { segment, ordinal in
            let callSet = segments[segment].segment.callSets[ordinal].callSet
            let origin = segments[segment].origin
            let isNamed = filter.names?.contains(callSet.name) ?? true
            if isNamed { namesFound += 1 }
            return isNamed && filter.origin ?? origin == origin && number ?? callSet.assay == callSet.assay
                && filter.sex ?? callSet.sex == callSet.sex
        }
        if let names = filter.names, namesFound != names.count { throw StorageError(.callSetUnknown, place: directory) }
        return cohort
    }

    /// The live call sets that `isIn` accepts by the number of their segment and their place in it. Cost: linear in the call sets.
    package func cohort(_ isIn: (_ segment: Int, _ ordinal: Int) -> Bool) -> Cohort {
        var parts: [UInt32: Cohort.Part] = [:]
        var selections: [Cohort.Selection] = []
        var sizes: [Origin: Int] = [:]
        for (number, live) in segments.enumerated() {
            var words = live.live
            var selected = 0
            for (ordinal, entry) in live.segment.callSets.enumerated() where live.isLive(UInt32(ordinal)) {
                let callSet = entry.callSet
                guard isIn(number, ordinal) else {
                    words[ordinal >> 6] &= ~(1 << UInt64(ordinal & 63))
                    continue
                }
                selected += 1
                if parts[callSet.assay] == nil, let assay = assay(number: callSet.assay) {
                    parts[callSet.assay] = Cohort.Part(targets: assay.targets)
                }
                switch callSet.sex {
                case .female: parts[callSet.assay]?.female += 1
                case .male: parts[callSet.assay]?.male += 1
                case .unknown: parts[callSet.assay]?.unknown += 1
                }
            }
            sizes[live.origin, default: 0] += selected
            selections.append(
                Cohort.Selection(
                    words: words, isWhole: selected == live.segment.callSets.count, isEmpty: selected == 0))
        }
        return Cohort(
            size: sizes.values.reduce(0, +), germline: sizes[.germline] ?? 0, tumour: sizes[.tumour] ?? 0,
            selections: selections, parts: parts.sorted { $0.key < $1.key }.map(\.value))
    }
}
