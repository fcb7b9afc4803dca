internal import GenomeModel

/// The variants and calls of one stretch of the genome while segments are merged.
///
/// Slots are variants, found by hash; calls are appended as they come with their slot's number, and dealt out to the
/// slots at the end. Long alleles stay where they are, in the inputs' mapped files.
struct MergeWindow: ~Copyable {
    private var keys: [UInt64] = []
    private var alleles: [LongAllele?] = []
    private var counts: [UInt32] = []
    /// Slot + 1, or 0; a power of two, at most half full.
    private var table: [UInt32] = [UInt32](repeating: 0, count: 1 << 12)
    private var tableBits = 12

    private var callSlots = CallColumn<UInt32>()
    private var calls = CallColumn<UInt32>()
    private var fractions = CallColumn<Float>()
    private var dealt = CallColumn<UInt32>()
    private var dealtFractions = CallColumn<Float>()
    private(set) var callsRead = 0

    mutating func removeAll() {
        keys.removeAll(keepingCapacity: true)
        alleles.removeAll(keepingCapacity: true)
        counts.removeAll(keepingCapacity: true)
        for index in table.indices { table[index] = 0 }
        callSlots.removeAll()
        calls.removeAll()
        fractions.removeAll()
        callsRead = 0
    }

    /// The slot of a variant, made where it is new.
    @inline(__always)
    mutating func slot(_ key: VariantKey, _ allele: LongAllele?) -> Int {
        let raw = key.rawValue
        let mask = table.count &- 1
        var place = Int(truncatingIfNeeded: (raw &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 &- tableBits))
        while true {
            let found = Int(table[place])
            if found == 0 { break }
            if keys[found &- 1] == raw {
                guard let allele, let other = alleles[found &- 1] else { return found &- 1 }
                if other.equals(allele) { return found &- 1 }
            }
            place = (place &+ 1) & mask
        }
        keys.append(raw)
        alleles.append(allele)
        counts.append(0)
        table[place] = UInt32(keys.count)
        if keys.count &* 2 > table.count { enlarge() }
        return keys.count &- 1
    }

    @inline(never)
    private mutating func enlarge() {
        tableBits += 2
        table = [UInt32](repeating: 0, count: 1 << tableBits)
        let mask = table.count - 1
        for (slot, key) in keys.enumerated() {
            var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - tableBits))
            while table[place] != 0 { place = (place + 1) & mask }
            table[place] = UInt32(slot + 1)
        }
    }

    /// Adds a variant's calls, with the ordinals of the union, less the erased.
    @inline(__always)
    mutating func add(
        _ cursor: inout TrustedCursor, slot: Int, map: UnsafeBufferPointer<UInt32>, erasedMark: UInt32, hasErased: Bool,
        hasFractions: Bool, bitmapLength: Int
    ) {
        var added = 0
        while true {
            let group = cursor.group()
            let state = UInt32(group.state.rawValue)
            callsRead &+= group.count
            callSlots.reserve(group.count)
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
                    callSlots.append(UInt32(truncatingIfNeeded: slot))
                    calls.append(mapped << 4 | state)
                    fractions.append(Float(bitPattern: bits))
                    added &+= 1
                }
            } else {
                group.forEachOrdinal(bitmapLength: bitmapLength) { ordinal in
                    let mapped = map[Int(ordinal)]
                    guard mapped != erasedMark else { return }
                    callSlots.append(UInt32(truncatingIfNeeded: slot))
                    calls.append(mapped << 4 | state)
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
                let slot = Int(callSlots[index])
                let place = Int(starts[slot])
                dealt[place] = calls[index]
                if hasFractions { dealtFractions[place] = fractions[index] }
                starts[slot] = UInt32(truncatingIfNeeded: place &+ 1)
            }
        }
        for slot in order where counts[slot] > 0 {
            let end = Int(starts[slot])
            let range = (end - Int(counts[slot]))..<end
            writer.begin(VariantKey(rawValue: keys[slot]), allele: alleles[slot])
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
        // Sorting numbers beside keys in one array is twice as fast as sorting slots by a look at their keys.
        var pairs: [(key: UInt64, slot: UInt32)] = []
        pairs.reserveCapacity(keys.count)
        for (slot, key) in keys.enumerated() { pairs.append((key, UInt32(slot))) }
        pairs.sort { left, right in
            if left.key != right.key { return left.key < right.key }
            guard let one = alleles[Int(left.slot)], let other = alleles[Int(right.slot)] else { return false }
            return LongAllele.order(one, other) < 0
        }
        return pairs.map { Int($0.slot) }
    }
}
