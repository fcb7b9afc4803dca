internal import GenomeModel

/// Puts the calls of one variant in the order of the format: by state, then by ordinal.
///
/// A call is packed as `ordinal << 4 | state`. Reuses its memory from variant to variant.
struct VariantCalls: ~Copyable {
    private var ordinals: UnsafeMutablePointer<UInt32>
    private var fractions: UnsafeMutablePointer<Float>
    private var capacity: Int

    static let ordinalLimit: UInt32 = 1 << 28

    init() {
        capacity = 1 << 12
        ordinals = .allocate(capacity: capacity)
        fractions = .allocate(capacity: capacity)
    }

    deinit {
        ordinals.deallocate()
        fractions.deallocate()
    }

    private mutating func reserve(_ count: Int) {
        guard count > capacity else { return }
        ordinals.deallocate()
        fractions.deallocate()
        capacity = max(count, 2 * capacity)
        ordinals = .allocate(capacity: capacity)
        fractions = .allocate(capacity: capacity)
    }

    @inline(__always)
    static func pack(_ ordinal: UInt32, _ state: CallState) -> UInt32 { ordinal << 4 | UInt32(state.rawValue) }

    /// Writes the calls of the variant that `writer` has begun. Within a state the calls come in ascending ordinals,
    /// each ordinal once; `values` has as many fractions, or none.
    mutating func write(
        _ calls: UnsafeBufferPointer<UInt32>, fractions values: UnsafeBufferPointer<Float>?,
        to writer: inout SegmentWriter
    ) {
        let count = calls.count
        reserve(count)
        if count == 1 {
            let call = calls[0]
            writer.addOnly(
                CallState(rawValue: UInt8(truncatingIfNeeded: call & 15)) ?? .noCall, ordinal: call >> 4,
                fraction: values?[0])
            return
        }
        var ends: InlineArray<16, Int32> = .init(repeating: 0)
        for call in calls { ends[Int(call & 15)] &+= 1 }
        var start: Int32 = 0
        var last = 0
        for state in 1..<16 where ends[state] > 0 {
            let size = ends[state]
            ends[state] = start
            start &+= size
            last = state
        }
        for index in 0..<count {
            let call = calls[index]
            let state = Int(call & 15)
            let place = Int(ends[state])
            ordinals[place] = call >> 4
            if let values { fractions[place] = values[index] }
            ends[state] = Int32(truncatingIfNeeded: place &+ 1)
        }
        var begin = 0
        for state in 1...last {
            let end = Int(ends[state])
            guard end > begin, let known = CallState(rawValue: UInt8(state)) else { continue }
            writer.addGroup(
                known, ordinals: UnsafeBufferPointer(start: ordinals + begin, count: end - begin),
                fractions: values == nil ? nil : UnsafeBufferPointer(start: fractions + begin, count: end - begin),
                isLast: state == last)
            begin = end
        }
    }

    /// Sorts by ordinal and keeps, of several calls of one call set, the one that stands: the larger state, and of equal
    /// states the larger fraction, a number before none. So the order in which records come, or parts of a file that
    /// was spilled, decides nothing.
    static func settle(_ calls: inout [UInt32], fractions: inout [Float]) {
        let order = calls.indices.sorted { left, right in
            if calls[left] != calls[right] {
                return (calls[left] >> 4, calls[right] & 15) < (calls[right] >> 4, calls[left] & 15)
            }
            if fractions.isEmpty || fractions[left].isNaN { return false }
            return fractions[right].isNaN || fractions[left] > fractions[right]
        }
        var kept: [UInt32] = []
        var keptFractions: [Float] = []
        for index in order where kept.last.map({ $0 >> 4 != calls[index] >> 4 }) ?? true {
            kept.append(calls[index])
            if !fractions.isEmpty { keptFractions.append(fractions[index]) }
        }
        calls = kept
        fractions = keptFractions
    }
}
