/// SplitMix64 (Steele, Lea & Flood 2014): the same numbers on every machine for the same seed.
package struct SeededNumbers: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    /// A stream of its own for a named part, so that a change in one part leaves the others as they were.
    package init(seed: UInt64, part: String) {
        // FNV-1a; Swift's own hash differs from run to run.
        state = part.utf8.reduce(seed ^ 0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    /// In 0..<1, by 53 bits.
    mutating func share() -> Double { Double(next() >> 11) * 0x1p-53 }

    mutating func chance(_ probability: Double) -> Bool { share() < probability }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    /// Nil for an empty list.
    mutating func pick<Element>(_ values: [Element]) -> Element? { values.randomElement(using: &self) }

    /// About normal, by the sum of twelve: for depths, coverages and shares.
    mutating func normal(mean: Double, deviation: Double) -> Double {
        var sum = -6.0
        for _ in 0..<12 { sum += share() }
        return mean + deviation * sum
    }
}
