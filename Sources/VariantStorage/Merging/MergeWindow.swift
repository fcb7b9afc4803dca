internal import GenomeModel

/// The variants and calls of one stretch of the genome while segments are merged.
///
/// Slots are variants, found by hash; calls are appended as they come with their slot's number, and dealt out to the
/// slots at the end. Long alleles stay where they are, in the inputs' mapped files.
struct MergeWindow: ~Copyable {
    /// One probe, one cache line: the key beside its slot.
    struct Probe: BitwiseCopyable {
        var key: UInt64
        /// Slot + 1, or 0 where nothing stands.
        var slot: UInt64
    }

    private var keys = CallColumn<UInt64>()
    private var counts = CallColumn<UInt32>()
    /// Of the slots whose key is a hash.
    private var alleles: [Int: LongAllele] = [:]
    /// A power of two, at most half full.
    private var table = CallColumn<Probe>(zeros: 1 << 10)
    private var tableBits = 10

    /// Slot in the upper half, packed call in the lower.
    private var calls = CallColumn<UInt64>()
    private var fractions = CallColumn<Float>()
    private var dealt = CallColumn<UInt32>()
    private var dealtFractions = CallColumn<Float>()
    private(set) var callsRead = 0

    mutating func removeAll() {
        keys.removeAll()
        alleles.removeAll(keepingCapacity: true)
        counts.removeAll()
        table.fillWithZeros(1 << tableBits)
        calls.removeAll()
        fractions.removeAll()
        callsRead = 0
    }

    /// The slot of a variant, made where it is new.
    @inline(__always)
    mutating func slot(_ key: VariantKey, _ allele: LongAllele) -> Int {
        let raw = key.rawValue
        let mask = table.count &- 1
        var place = home(raw)
        while true {
            let probe = table[place]
            if probe.slot == 0 { break }
            if probe.key == raw {
                let slot = Int(truncatingIfNeeded: probe.slot &- 1)
                if raw & 1 == 0 || isSame(slot, allele) { return slot }
            }
            place = (place &+ 1) & mask
        }
        let slot = keys.count
        keys.add(raw)
        counts.add(0)
        if raw & 1 == 1 { alleles[slot] = allele }
        table[place] = Probe(key: raw, slot: UInt64(truncatingIfNeeded: slot &+ 1))
        if (slot &+ 1) &* 2 > table.count { enlarge() }
        return slot
    }

    @inline(never)
    private func isSame(_ slot: Int, _ allele: LongAllele) -> Bool { alleles[slot]?.equals(allele) ?? false }

    @inline(__always)
    private func home(_ key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 &- tableBits))
    }

    @inline(never)
    private mutating func enlarge() {
        tableBits += 2
        table.fillWithZeros(1 << tableBits)
        let mask = table.count - 1
        for slot in 0..<keys.count {
            var place = home(keys[slot])
            while table[place].slot != 0 { place = (place + 1) & mask }
            table[place] = Probe(key: keys[slot], slot: UInt64(slot + 1))
        }
    }

    /// Adds a variant that is one call set's only, the usual entry of a file just added; false where `cursor` stands at
    /// another, and then nothing has been done.
    @inline(__always)
    mutating func addOnly(
        _ cursor: TrustedCursor, slot: Int, map: UnsafeBufferPointer<UInt32>, erasedMark: UInt32
    ) -> Bool {
        var cursor = cursor
        let head = cursor.byte()
        guard head & 0xF0 == CallGroup.lastMark else { return false }
        let mapped = map[Int(cursor.varint())]
        callsRead &+= 1
        if mapped != erasedMark {
            calls.add(UInt64(truncatingIfNeeded: slot) << 32 | UInt64(mapped << 4 | UInt32(head & 15)))
            counts[slot] &+= 1
        }
        return true
    }

    /// Adds a variant's calls, with the ordinals of the union, less the erased.
    @inline(__always)
    mutating func add(
        _ cursor: inout TrustedCursor, slot: Int, map: UnsafeBufferPointer<UInt32>, erasedMark: UInt32,
        hasFractions: Bool, bitmapLength: Int
    ) {
        var added = 0
        while true {
            let group = cursor.group()
            let state = UInt32(group.state.rawValue)
            callsRead &+= group.count
            calls.reserve(group.count)
            if hasFractions {
                fractions.reserve(group.count)
                var fraction = cursor
                fraction.skipOrdinals(of: group, bitmapLength: bitmapLength)
                var place = UnsafeRawPointer(fraction.place)
                group.forEachOrdinal(bitmapLength: bitmapLength) { ordinal in
                    let mapped = map[Int(ordinal)]
                    let bits = UInt32(littleEndian: place.loadUnaligned(as: UInt32.self))
                    place += 4
                    guard mapped != erasedMark else { return }
                    calls.append(UInt64(truncatingIfNeeded: slot) << 32 | UInt64(mapped << 4 | state))
                    fractions.append(Float(bitPattern: bits))
                    added &+= 1
                }
            } else {
                group.forEachOrdinal(bitmapLength: bitmapLength) { ordinal in
                    let mapped = map[Int(ordinal)]
                    guard mapped != erasedMark else { return }
                    calls.append(UInt64(truncatingIfNeeded: slot) << 32 | UInt64(mapped << 4 | state))
                    added &+= 1
                }
            }
            if group.isLast { break }
            cursor.skipOrdinals(of: group, bitmapLength: bitmapLength)
            if hasFractions { cursor.place += 4 * group.count }
        }
        counts[slot] &+= UInt32(truncatingIfNeeded: added)
    }

    /// Writes the window's variants in order. `mustSettle` where a call set may come in several inputs.
    mutating func write(
        hasFractions: Bool, mustSettle: Bool, through variantCalls: inout VariantCalls, to writer: inout SegmentWriter
    ) throws(StorageError) {
        let order = sortedSlots()
        // Where each slot's calls begin, in order; then the calls are dealt out, keeping their order within a slot.
        var starts = [UInt32](repeating: 0, count: keys.count)
        var total: UInt32 = 0
        for slot in order {
            starts[slot] = total
            total += counts[slot]
        }
        dealt.resize(Int(total))
        if hasFractions { dealtFractions.resize(Int(total)) }
        starts.withUnsafeMutableBufferPointer { starts in
            for index in 0..<calls.count {
                let call = calls[index]
                let slot = Int(truncatingIfNeeded: call >> 32)
                let place = Int(starts[slot])
                dealt[place] = UInt32(truncatingIfNeeded: call)
                if hasFractions { dealtFractions[place] = fractions[index] }
                starts[slot] = UInt32(truncatingIfNeeded: place &+ 1)
            }
        }
        for slot in order where counts[slot] > 0 {
            let end = Int(starts[slot])
            let range = (end - Int(counts[slot]))..<end
            writer.begin(VariantKey(rawValue: keys[slot]), allele: keys[slot] & 1 == 0 ? nil : alleles[slot])
            if mustSettle, range.count > 1 {
                var packed = Array(dealt.values(range))
                var settled = hasFractions ? Array(dealtFractions.values(range)) : []
                VariantCalls.settle(&packed, fractions: &settled)
                packed.withUnsafeBufferPointer { packed in
                    settled.withUnsafeBufferPointer { settled in
                        variantCalls.write(packed, fractions: hasFractions ? settled : nil, to: &writer)
                    }
                }
            } else {
                variantCalls.write(
                    dealt.values(range), fractions: hasFractions ? dealtFractions.values(range) : nil, to: &writer)
            }
            try writer.end()
        }
    }

    private func sortedSlots() -> [Int] {
        // Keys beside their slots in one array: the sort then looks nowhere else, but for hashed keys that are equal.
        var pairs: [(key: UInt64, slot: UInt32)] = []
        pairs.reserveCapacity(keys.count)
        for slot in 0..<keys.count { pairs.append((keys[slot], UInt32(truncatingIfNeeded: slot))) }
        let alleles = self.alleles
        pairs.sort { left, right in
            if left.key != right.key { return left.key < right.key }
            guard let one = alleles[Int(left.slot)], let other = alleles[Int(right.slot)] else { return false }
            return LongAllele.order(one, other) < 0
        }
        return pairs.map { Int($0.slot) }
    }
}
