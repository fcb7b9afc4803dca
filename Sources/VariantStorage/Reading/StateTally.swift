internal import GenomeModel

/// How many call sets of a cohort are in each state for one variant, and how many of them are female: only on X does
/// a state weigh differently by sex.
struct StateTally {
    private var all: InlineArray<10, Int> = .init(repeating: 0)
    private var females: InlineArray<10, Int> = .init(repeating: 0)

    @inline(__always)
    subscript(state: CallState) -> Int { all[Int(state.rawValue)] }

    /// Nobody of the cohort says anything of the variant.
    var isEmpty: Bool {
        for state in CallState.allCases where self[state] > 0 { return false }
        return true
    }

    @inline(__always)
    func females(_ state: CallState) -> Int { females[Int(state.rawValue)] }

    /// Adds the variant whose groups begin at `cursor`.
    @inline(__always)
    mutating func add(
        _ cursor: TrustedCursor, of live: VariantIndex.LiveSegment, selection: Cohort.Selection, bySex: Bool
    ) {
        if selection.isEmpty { return }
        let segment = live.segment
        let bitmapLength = segment.bitmapLength
        if !live.erased.isEmpty,
            ErasedVariants.isForgotten(
                cursor, hasFractions: segment.hasFractions, bitmapLength: bitmapLength, isErased: { !live.isLive($0) })
        {
            return
        }
        var cursor = cursor
        if selection.isWhole, !bySex {
            while true {
                let group = cursor.group()
                all[Int(group.state.rawValue)] &+= group.count
                if group.isLast { return }
                cursor.skipOrdinals(of: group, bitmapLength: bitmapLength)
                if segment.hasFractions { cursor.place += 4 &* group.count }
            }
        }
        selection.words.withUnsafeBufferPointer { words in
            guard let words = words.baseAddress else { return }
            while true {
                let group = cursor.group()
                all[Int(group.state.rawValue)] &+= group.count(in: words, bitmapLength: bitmapLength)
                if bySex {
                    group.forEachOrdinal(bitmapLength: bitmapLength) { ordinal in
                        let (word, bit) = (Int(ordinal >> 6), UInt64(ordinal & 63))
                        females[Int(group.state.rawValue)] &+= Int((words[word] & segment.females[word]) >> bit & 1)
                    }
                }
                if group.isLast { return }
                cursor.skipOrdinals(of: group, bitmapLength: bitmapLength)
                if segment.hasFractions { cursor.place += 4 &* group.count }
            }
        }
    }
}
