import GenomeModel

/// Makes one event of the two records that write one adjacency.
///
/// Mates are found by MATEID (or PARID, as older GRIDSS has it): each names the other, joins the same sides, and has its own place
/// where the other says, to within its confidence interval (Manta puts each end of an inverted junction leftmost by
/// itself, so that they differ by the bases that both ends share). Where neither record names a mate, two that are each other's mirror image and of one EVENT (or of none) are
/// mates: TIDDIT and others write both without MATEID. What stays alone is an event too, taken from its one record.
struct MatePairing {
    /// One end as its record has it.
    struct End {
        let line: Int
        let identifier: ArraySlice<UInt8>?
        let mate: ArraySlice<UInt8>?
        let event: ArraySlice<UInt8>?
        let own: Breakend
        let partner: Breakend
        let isPartnerUncertain: Bool
        let genes: FusionGenes?
        let calls: [StructuralSampleCall]

        /// What the two ends of one adjacency have in common: the places and sides, not the confidence intervals.
        var mirror: Mirror { Mirror(own, partner) }
        var reflection: Mirror { Mirror(partner, own) }
    }

    struct Mirror: Hashable {
        let contigs: [Contig]
        let positions: [Position]
        let sides: [BreakendSide]

        init(_ one: Breakend, _ other: Breakend) {
            contigs = [one.place.contig, other.place.contig]
            positions = [one.place.position, other.place.position]
            sides = [one.side, other.side]
        }
    }

    private struct Unnamed: Hashable {
        let mirror: Mirror
        let event: ArraySlice<UInt8>?
    }

    /// The index of each end's mate, itself where it has none, in the order of `ends`.
    static func pair(_ ends: [End], _ log: inout StructuralLog) -> [Int] {
        var mates = Array(ends.indices)
        var byIdentifier: [ArraySlice<UInt8>: Int] = [:]
        for (index, end) in ends.enumerated() {
            if let identifier = end.identifier, byIdentifier[identifier] == nil { byIdentifier[identifier] = index }
        }
        for (index, end) in ends.enumerated() where mates[index] == index {
            guard let mate = end.mate else { continue }
            guard let other = byIdentifier[mate] else {
                log.note(.mateAbsent, line: end.line, field: "INFO/MATEID")
                continue
            }
            // A fold-back is its own mate.
            if other == index { continue }
            guard mates[other] == other, ends[other].mate.map({ $0 == end.identifier }) ?? true,
                agree(end, ends[other])
            else {
                log.note(.mateDiffers, line: end.line, field: "INFO/MATEID")
                continue
            }
            (mates[index], mates[other]) = (other, index)
        }
        var waiting: [Unnamed: [Int]] = [:]
        for (index, end) in ends.enumerated() where mates[index] == index && end.mate == nil {
            let reflection = Unnamed(mirror: end.reflection, event: end.event)
            if var others = waiting[reflection], !others.isEmpty, end.mirror != end.reflection {
                let other = others.removeFirst()
                waiting[reflection] = others
                (mates[index], mates[other]) = (other, index)
            } else {
                waiting[Unnamed(mirror: end.mirror, event: end.event), default: []].append(index)
            }
        }
        return mates
    }

    private static func agree(_ one: End, _ other: End) -> Bool {
        one.own.side == other.partner.side && other.own.side == one.partner.side
            && isWithin(other.partner.place, one.own.place) && isWithin(one.partner.place, other.own.place)
    }

    private static func isWithin(_ named: Breakpoint, _ own: Breakpoint) -> Bool {
        named.contig == own.contig && own.low <= named.position && named.position <= own.high
    }

    /// The adjacency of an end and its mate, or of the end alone: each end's confidence interval from its own record.
    static func event(_ end: End, _ mate: End?) -> StructuralEvent? {
        let partner = mate.map { end.isPartnerUncertain ? $0.own : widest(end.partner, $0.own) } ?? end.partner
        return StructuralEvent(joining: end.own, partner, genes: end.genes ?? mate?.genes)
    }

    private static func widest(_ one: Breakend, _ other: Breakend) -> Breakend {
        one.place.width >= other.place.width ? one : other
    }
}
