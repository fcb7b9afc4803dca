public import GenomeModel

/// A place of the made-up genome where people differ, and its two alleles.
public struct GeneratedSite: Sendable {
    public let contig: Contig
    /// 1-based.
    public internal(set) var position: UInt32 = 1
    public internal(set) var reference: [UInt8] = []
    public internal(set) var alternate: [UInt8] = []
    /// 64 random bits of the site's own: everything else about it follows from them.
    var bits: UInt64 = 0
    /// Its step in the frequency spectrum.
    var step = 0

    init(contig: Contig) { self.contig = contig }

    /// Calls in difficult regions fail their filters half of the time; they are 2 % of the sites.
    @inline(__always)
    static func isDifficult(_ bits: UInt64) -> Bool { (bits >> 20) & 0xFFF < 82 }
}

/// The alleles of a site: nine in ten are single bases, two transitions to each transversion; the others insertions
/// and deletions, half of them of one base, one in twenty of ten bases and more.
enum Alleles {
    static let letters: [UInt8] = Array("ACGT".utf8)

    /// The base of the made-up reference: A, C, G and T alike, the same whoever asks.
    @inline(__always)
    static func base(_ contig: Contig, _ position: UInt32) -> UInt8 {
        letters[Int(Scramble.mix(UInt64(contig.rawValue) << 32 | UInt64(position)) & 3)]
    }

    static func fill(_ site: inout GeneratedSite) {
        let bits = Scramble.mix(site.bits, 0xA11E1E5)
        let (contig, place) = (site.contig, site.position)
        site.reference.removeAll(keepingCapacity: true)
        site.alternate.removeAll(keepingCapacity: true)
        let first = base(contig, place)
        site.reference.append(first)
        if bits & 0xFF < 231 {
            site.alternate.append(substitute(first, bits >> 8))
            return
        }
        site.alternate.append(first)
        let count = length(UInt32(truncatingIfNeeded: bits >> 32))
        if bits & 0x100 == 0 {
            for offset in 1...UInt32(count) { site.reference.append(base(contig, place + offset)) }
        } else {
            var more = Scramble.mix(bits)
            for index in 0..<count {
                site.alternate.append(letters[Int(more & 3)])
                more = index % 31 == 30 ? Scramble.mix(more) : more >> 2
            }
        }
    }

    /// A ↔ G and C ↔ T in two of three.
    @inline(__always)
    private static func substitute(_ base: UInt8, _ bits: UInt64) -> UInt8 {
        let index = base == letters[0] ? 0 : base == letters[1] ? 1 : base == letters[2] ? 2 : 3
        let turn = (bits & 0xFFFF) % 3
        if turn < 2 { return letters[index ^ 2] }
        return letters[bits & 0x1_0000 == 0 ? index ^ 1 : index ^ 3]
    }

    /// Bases inserted or deleted: 1 (49 %), 2 (18 %), 3 (8 %), 4 (10 %), 5 … 9 (10 %), 10 … 60 (5 %).
    private static func length(_ bits: UInt32) -> Int {
        let share = (Int(bits & 0xFFFF) * 100) >> 16
        let rest = Int(bits >> 16)
        switch share {
        case ..<49: return 1
        case ..<67: return 2
        case ..<75: return 3
        case ..<85: return 4
        case ..<95: return 5 + rest % 5
        default: return 10 + (rest % 51 * (rest >> 8 & 0xFF)) >> 8
        }
    }
}
