public import GenomeModel

/// What came of walking one call set's own calls.
public enum OwnCalls: Hashable, Sendable {
    /// No live call set of that name, or it has no calls of the kind.
    case absent
    /// So many stored variants were looked at, others' among them.
    case walked(Int)
    /// So many would have had to be looked at: more than was asked for, and none was.
    case tooMany(Int)
}

extension VariantIndex {
    /// What a live call set's small variants were looked for with; nil where there is no such call set. Cost: linear in the call sets.
    public func assay(ofCallSet name: String) -> Assay? {
        for live in segments {
            if let place = live.segment.callSets.place(of: name, isLive: live.isLive) {
                return assay(number: live.segment.callSets[Int(place)].callSet.assay)
            }
        }
        return nil
    }

    /// Calls `body` with every variant that one call set carries, passing calls and failed ones, in the order of the keys, with its allele
    /// fraction (not a number where none is known).
    ///
    /// A segment is sorted by variant and not by call set, so all that lies at the call set's targets is looked at, whoever has it: the
    /// blocks are counted first, and where they can hold more than `limit` variants, nothing is read. Cost: linear in the variants that
    /// are looked at and in the targets' spans.
    public func forEachCall(
        of name: String, limit: Int, _ body: (VariantKey, CallState, Float) throws -> Void
    ) throws -> OwnCalls {
        for live in segments {
            let segment = live.segment
            guard let place = live.segment.callSets.place(of: name, isLive: live.isLive) else { continue }
            guard let assay = assay(number: segment.callSets[Int(place)].callSet.assay) else { return .absent }
            let blocks = segment.blocks(at: assay.targets)
            let most = blocks.reduce(0) { $0 + $1.count } * SegmentTrailer.blockRows
            let rows = min(most, Int(segment.trailer.variants))
            guard rows <= limit else { return .tooMany(rows) }
            for block in blocks.joined() {
                let view = try segment.block(block)
                for row in 0..<view.count {
                    let found = segment.call(of: place, in: view.groups(row))
                    if let found { try body(view.key(row), found.state, found.fraction) }
                }
            }
            return .walked(rows)
        }
        return .absent
    }

    /// The same for its copy-number and structural events, in the order of the store. Cost: a pass over all events of its segment.
    public func forEachEvent(
        of name: String, limit: Int, _ body: (StructuralEvent, CallState, Float) throws -> Void
    ) throws -> OwnCalls {
        for live in structural {
            let segment = live.segment
            guard let place = live.segment.callSets.place(of: name, isLive: live.isLive) else { continue }
            let rows = Int(segment.trailer.variants)
            guard rows <= limit else { return .tooMany(rows) }
            for block in 0..<segment.blockCount {
                let view = try segment.block(block)
                for row in 0..<view.count {
                    guard let found = segment.call(of: place, in: view.groups(row)), let event = view.row(row).event
                    else { continue }
                    try body(event, found.state, found.fraction)
                }
            }
            return .walked(rows)
        }
        return .absent
    }
}

extension [CallSetTable.Entry] {
    /// The ordinal of a live call set.
    fileprivate func place(of name: String, isLive: (UInt32) -> Bool) -> UInt32? {
        indices.first { isLive(UInt32($0)) && self[$0].callSet.name == name }.map { UInt32($0) }
    }
}

extension Segment {
    /// The blocks that can hold a variant at the targets, ascending and apart.
    func blocks(at targets: TargetRegions) -> [Range<Int>] {
        guard blockCount > 0 else { return [] }
        guard let spans = targets.spans else { return [0..<blockCount] }
        let reach = UInt32(max(trailer.longestReference, 1)) - 1
        var ranges: [Range<Int>] = []
        for contig in Contig.all {
            for span in spans[Int(contig.rawValue) - 1] {
                guard let first = Position(span.first > reach ? span.first - reach : 1), let last = Position(span.last) else {
                    continue
                }
                let from = startBlock(VariantKey.lowest(contig: contig, position: first))
                // The lowest 31 bits are alleles: this is behind every key of the last base.
                let behind = VariantKey(rawValue: VariantKey.lowest(contig: contig, position: last).rawValue + (1 << 31))
                let to = startBlock(behind) + 1
                if let known = ranges.last, from <= known.upperBound {
                    ranges[ranges.count - 1] = known.lowerBound..<max(known.upperBound, to)
                } else {
                    ranges.append(from..<to)
                }
            }
        }
        return ranges
    }

    /// What one call set has of the variant whose groups begin at `start`, where it carries it.
    @inline(__always)
    func call(of ordinal: UInt32, in start: TrustedCursor) -> (state: CallState, fraction: Float)? {
        var cursor = start
        while true {
            let group = cursor.group()
            let place = group.state.isCarrier ? group.place(of: ordinal, bitmapLength: bitmapLength) : nil
            if place == nil, group.isLast { return nil }
            cursor.skipOrdinals(of: group, bitmapLength: bitmapLength)
            if let place { return (group.state, hasFractions ? cursor.fraction(place) : .nan) }
            if hasFractions { cursor.place += 4 * group.count }
        }
    }
}

extension StructuralSegment {
    /// What one call set has of the event whose groups begin at `start`.
    func call(of ordinal: UInt32, in start: TrustedCursor) -> (state: CallState, fraction: Float)? {
        var found: (state: CallState, fraction: Float)?
        forEachGroup(start) { group, fraction in
            guard let place = group.place(of: ordinal, bitmapLength: bitmapLength) else { return }
            found = (group.state, fraction(place))
        }
        return found
    }
}
