/// SplitMix64 (Steele, Lea & Flood 2014): the same numbers on every machine for the same seed.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }

    mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

    /// Some of the values, at least one, in their order.
    mutating func some<Value>(_ values: [Value], atMost limit: Int = 3) -> [Value] {
        let count = 1 + below(min(limit, values.count))
        return Array(values.shuffled(using: &self).prefix(count))
    }
}
