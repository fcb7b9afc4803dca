internal import GenomeModel

/// Which segments are merged, and when: a pure decision over the manifest.
public enum MergePlan: Sendable {
    /// What the levels call for. A segment's level is the power of eight of its size, from 64 kB; when a level of one
    /// origin has sixteen segments, they become one. So an index has at most fifteen segments a level and origin.
    case levels
    /// The same, and every segment with erased call sets is rewritten, so that nothing of them is left.
    case erasures
    /// Everything: one segment an origin, nothing of an erased call set left.
    case everything

    package static let fanOut = 16

    /// The segments to merge next; nil when there is nothing left to do. Variants first, then events.
    package func next(in manifest: Manifest) -> [Manifest.LiveSegment]? {
        next(among: manifest.segments) ?? next(among: manifest.structural)
    }

    private func next(among all: [Manifest.LiveSegment]) -> [Manifest.LiveSegment]? {
        for origin in Origin.allCases {
            let segments = all.filter { $0.origin == origin }
            switch self {
            case .levels, .erasures:
                if self == .erasures {
                    // The whole segment may go, or the rest of it be rewritten: one at a time bounds what a crash undoes.
                    if let marked = segments.first(where: { !$0.erased.isEmpty }) { return [marked] }
                }
                let levels = Dictionary(grouping: segments) { MergePlan.level($0.length) }
                for level in levels.keys.sorted() {
                    if let members = levels[level], members.count >= MergePlan.fanOut { return members }
                }
            case .everything:
                if segments.count > 1 || segments.contains(where: { !$0.erased.isEmpty }) { return segments }
            }
        }
        return nil
    }

    package static func level(_ length: Int) -> Int {
        var level = 0
        var bound = 1 << 16
        while length > bound, level < 16 {
            bound <<= 3
            level += 1
        }
        return level
    }
}
