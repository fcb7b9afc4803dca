internal import GenomeModel

extension VariantIndex {
    /// The structural part of `verify`: every block, the order across blocks, the totals, that no call set stands twice in an event,
    /// that every live call set is one of the small variants' and stands in one segment.
    func verifyEvents(_ result: inout Verification) throws(StorageError) {
        var origins: [String: Origin] = [:]
        forEachCallSet { callSet, origin in origins[callSet.name] = origin }
        var names = Set<String>()
        for live in structural {
            let segment = live.segment
            var rows = 0
            var counts = [UInt64](repeating: 0, count: segment.callSets.count)
            for block in 0..<segment.blockCount { _ = try segment.totals(ofBlock: block) }
            if var walk = try StructuralWalk(segment, number: 0) {
                var previous: StructuralRow?
                while !walk.isAtEnd {
                    if let previous, previous >= walk.row { throw StorageError(.damaged(.keyOrder), place: segment.path) }
                    previous = walk.row
                    var seen = Set<UInt32>()
                    for (_, ordinal, _) in try walk.calls() {
                        counts[Int(ordinal)] += 1
                        guard seen.insert(ordinal).inserted else {
                            throw StorageError(.damaged(.blockStructure), place: segment.path)
                        }
                    }
                    rows += 1
                    try walk.advance()
                }
            }
            let calls = counts.reduce(0, +)
            guard rows == Int(segment.trailer.variants), calls == segment.trailer.calls, segment.trailer.longestReference == 0,
                zip(counts, segment.callSets).allSatisfy({ $0 == $1.calls })
            else { throw StorageError(.damaged(.totals), place: segment.path) }
            for (ordinal, entry) in segment.callSets.enumerated() where live.isLive(UInt32(ordinal)) {
                guard names.insert(entry.callSet.name).inserted, origins[entry.callSet.name] == live.origin else {
                    throw StorageError(.damaged(.overlap), place: segment.path)
                }
            }
            result.segments += 1
            result.events += rows
            result.eventCalls += Int(calls)
            result.bytes += segment.length
            result.erasedWaiting += live.ordinals.erased.count
        }
    }
}
