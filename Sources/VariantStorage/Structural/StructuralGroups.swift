public import GenomeModel

/// Events that a list shows as one: a representative and what matches it.
public struct StructuralGroup: Hashable, Sendable {
    public let representative: StructuralEvent
    /// Distinct events of the cohort, the representative among them, in the order of the store. In no other group.
    public let members: [StructuralEvent]
    /// How often the representative is seen: the same answer that asking for it gives.
    public let frequency: Frequency
}

extension VariantIndex {
    /// The events that the cohort's call sets carry, in groups; with an interval, those of which a breakpoint or a base of the span
    /// lies in it, with all of their groups.
    ///
    /// Within what hangs together by matching, the event that most call sets carry represents itself and every event that
    /// matches it; of the rest again the one that most carry; of equals the first in the order of the store (`docs/decisions/0020`).
    /// So groups depend on what is stored and not on the order in which it came. Groups are in the order of their
    /// representatives. Cost: with an interval a pass over the rows of the segments, then a question for each event that hangs together
    /// with it.
    public func structuralGroups(
        in interval: Interval? = nil, cohort: StructuralCohort, matching: StructuralMatching = StructuralMatching()
    ) throws(StorageError) -> [StructuralGroup] {
        var known: [StructuralRow: Int] = [:]
        var waiting: [StructuralRow] = []
        for live in structural {
            guard var walk = try StructuralWalk(live.segment, number: 0) else { continue }
            while !walk.isAtEnd {
                if let event = walk.row.event, interval.map({ event.touches($0) }) ?? true, known[walk.row] == nil {
                    known[walk.row] = 0
                    waiting.append(walk.row)
                }
                try walk.advance()
            }
        }
        var neighbours: [StructuralRow: [StructuralRow]] = [:]
        while let row = waiting.popLast() {
            guard let event = row.event else { continue }
            let found = try rows(matching: event, in: cohort, matching)
            // What nobody in the cohort carries is not listed, and joins nothing.
            guard let own = found[row] else { continue }
            known[row] = own
            neighbours[row] = Array(found.keys)
            for other in found.keys where known[other] == nil {
                known[other] = 0
                waiting.append(other)
            }
        }
        let order = neighbours.keys.sorted { left, right in
            let (mine, theirs) = (known[left] ?? 0, known[right] ?? 0)
            return mine != theirs ? mine > theirs : left < right
        }
        var taken = Set<StructuralRow>()
        var groups: [(row: StructuralRow, members: [StructuralRow])] = []
        for row in order where !taken.contains(row) {
            let members = (neighbours[row] ?? []).filter { neighbours[$0] != nil && !taken.contains($0) }.sorted()
            taken.formUnion(members)
            groups.append((row, members))
        }
        groups.sort { $0.row < $1.row }
        let representatives = groups.compactMap(\.row.event)
        let frequencies = try frequencies(of: representatives, in: cohort, matching: matching)
        var result: [StructuralGroup] = []
        for (index, group) in groups.enumerated() {
            let members = group.members.compactMap(\.event)
            if let interval, !members.contains(where: { $0.touches(interval) }) { continue }
            result.append(
                StructuralGroup(
                    representative: representatives[index], members: members, frequency: frequencies[index]))
        }
        return result
    }

    /// The distinct stored events that match `event` and that somebody in the cohort carries, with the number of call sets that do.
    private func rows(
        matching event: StructuralEvent, in cohort: StructuralCohort, _ matching: StructuralMatching
    ) throws(StorageError) -> [StructuralRow: Int] {
        let search = StructuralSearch(event, matching)
        var rows: [StructuralRow: Int] = [:]
        for (number, live) in structural.enumerated() {
            let (base, segment) = (cohort.bases[number], live.segment)
            try search.forEachMatch(in: segment) { view, index in
                var carriers = 0
                for (_, ordinal, _) in segment.calls(view.groups(index))
                where cohort.partOf[base + Int(ordinal)] != StructuralCohort.noPart {
                    carriers += 1
                }
                if carriers > 0 { rows[view.row(index), default: 0] += carriers }
            }
        }
        return rows
    }
}
