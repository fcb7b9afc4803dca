internal import GenomeModel

/// What the call sets of a cohort say of one event: the largest state that each has of any matching row.
///
/// Kept from event to event: a byte a call set, and a list of those that were touched.
struct StructuralTally {
    /// By place in `StructuralCohort.partOf`; 0 where nothing is said.
    private var states: [UInt8]
    private var touched: [Int32] = []
    private let cohort: StructuralCohort

    init(_ cohort: StructuralCohort) {
        self.cohort = cohort
        states = [UInt8](repeating: 0, count: cohort.partOf.count)
    }

    /// Adds the groups of one matching row of the segment whose call sets begin at `base`.
    @inline(__always)
    mutating func add(_ start: TrustedCursor, of segment: StructuralSegment, base: Int) {
        let bitmapLength = segment.bitmapLength
        cohort.partOf.withUnsafeBufferPointer { partOf in
            states.withUnsafeMutableBufferPointer { states in
                var cursor = start
                while true {
                    let group = cursor.group()
                    let state = group.state.rawValue
                    group.forEachOrdinal(bitmapLength: bitmapLength) { ordinal in
                        let place = base &+ Int(ordinal)
                        let known = states[place]
                        guard known < state, partOf[place] != StructuralCohort.noPart else { return }
                        if known == 0 { touched.append(Int32(truncatingIfNeeded: place)) }
                        states[place] = state
                    }
                    if group.isLast { return }
                    cursor.skipOrdinals(of: group, bitmapLength: bitmapLength)
                    if segment.hasFractions { cursor.place += 4 &* group.count }
                }
            }
        }
    }

    /// The frequency of the event whose matches were added, and forgets them.
    ///
    /// Who says something of the event could see it, whatever the targets say: two events that match need not be covered
    /// alike. Of the others, those count whose assay covers the event where they have copies of it.
    mutating func take(_ event: StructuralEvent, _ assembly: Assembly) -> Frequency {
        var frequency = Frequency()
        frequency.cohort = cohort.size
        // By part: looked up for each carrier by sex it was half of the time.
        let copies = cohort.parts.map { event.copiesExpected(of: $0.sex, assembly) }
        var said = [Int](repeating: 0, count: cohort.parts.count)
        for place in touched {
            let part = Int(cohort.partOf[Int(place)])
            said[part] += 1
            let state = CallState(rawValue: states[Int(place)]) ?? .noCall
            states[Int(place)] = 0
            let own = max(1, copies[part])
            switch state {
            case .homozygous:
                frequency.hom += 1
                frequency.ac += 2
                frequency.an += 2
            case .heterozygous:
                frequency.het += 1
                frequency.ac += 1
                frequency.an += own
            case .hemizygous:
                frequency.hemi += 1
                frequency.ac += 1
                frequency.an += 1
            // Only carriers are stored, so the rest have failed their filters.
            default: frequency.failed += 1
            }
        }
        touched.removeAll(keepingCapacity: true)
        frequency.notCovered = cohort.size - cohort.callSets
        for (number, part) in cohort.parts.enumerated() {
            let silent = part.count - said[number]
            let own = copies[number]
            if own > 0, part.targets.covers(event) {
                frequency.reference += silent
                frequency.an += silent * own
            } else {
                frequency.notCovered += silent
            }
        }
        return frequency
    }
}
