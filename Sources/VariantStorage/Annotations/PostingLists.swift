internal import GenomeModel

/// The variants of a stretch by gene, term, impact and HGVS text, while the stretch is written.
///
/// Each list is a chain through one column, so that a variant costs an append a list and nothing is sorted. In memory a
/// variant takes eight bytes a list that it is in.
///
/// On disk: number of lists (u32), zero (u32), the lists' keys (kind above token, u64 each, ascending), where each ends (u32
/// each, from the first list's beginning), the lists, zeros up to a multiple of eight. A list is a group as segments have
/// them (form and ordinals), in state 1, over the ordinals that a stretch can have.
struct PostingLists: ~Copyable {
    struct Link: BitwiseCopyable {
        var ordinal: UInt32
        /// Link + 1, or 0 at the first.
        var previous: UInt32
    }

    /// One probe of a table over the keys, a power of two, at most half full.
    struct Probe: BitwiseCopyable {
        /// 0 where nothing stands: no kind is 0.
        var key: UInt64
        /// Link + 1 of the last.
        var head: UInt64
    }

    private var links = CallColumn<Link>()
    private var table = CallColumn<Probe>(zeros: 1 << 14)
    private var bits = 14
    private var lists = 0

    var isEmpty: Bool { lists == 0 }

    /// Puts a variant in a list, once however often it is asked to. Ordinals do not descend.
    @inline(__always)
    mutating func add(_ ordinal: UInt32, to key: UInt64) {
        var place = home(key)
        while table[place].key != key {
            if table[place].key == 0 {
                table[place].key = key
                lists &+= 1
                break
            }
            place = (place &+ 1) & (table.count &- 1)
        }
        let head = UInt32(truncatingIfNeeded: table[place].head)
        if head > 0, links[Int(head) &- 1].ordinal == ordinal { return }
        links.add(Link(ordinal: ordinal, previous: head))
        table[place].head = UInt64(links.count)
        if lists &* 2 > table.count { enlarge() }
    }

    @inline(__always)
    private func home(_ key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 &- bits))
    }

    private mutating func enlarge() {
        let old = entries()
        bits += 2
        table.fillWithZeros(1 << bits)
        for probe in old {
            var place = home(probe.key)
            while table[place].key != 0 { place = (place + 1) & (table.count - 1) }
            table[place] = probe
        }
    }

    private func entries() -> [Probe] {
        table.values(0..<table.count).filter { $0.key != 0 }
    }

    /// Appends the lists and forgets them.
    mutating func write(to out: inout GrowingBytes) throws(StorageError.Damage) {
        let bitmapLength = Int(AnnotationTrailer.ordinals) / 8
        let entries = entries().sorted { $0.key < $1.key }
        var bodies = GrowingBytes(capacity: 4 * links.count + 64)
        out.append(UInt32(entries.count))
        out.append(UInt32(0))
        for entry in entries { out.append(entry.key) }
        var ordinals: [UInt32] = []
        for entry in entries {
            ordinals.removeAll(keepingCapacity: true)
            var link = UInt32(truncatingIfNeeded: entry.head)
            while link > 0 {
                ordinals.append(links[Int(link) - 1].ordinal)
                link = links[Int(link) - 1].previous
            }
            ordinals.reverse()
            ordinals.withUnsafeBufferPointer {
                bodies.appendGroup(.failedOther, ordinals: $0, fractions: nil, isLast: true, bitmapLength: bitmapLength)
            }
            out.append(UInt32(bodies.count))
        }
        out.append(bodies.bytes)
        out.align()
        links.removeAll()
        table.fillWithZeros(table.count)
        lists = 0
    }
}
