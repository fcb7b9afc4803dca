/// SplitMix64: the same numbers on every machine for the same seed.
package struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    package mutating func chance(_ probability: Double) -> Bool { Double.random(in: 0..<1, using: &self) < probability }

    package mutating func pick<Element>(_ values: [Element]) -> Element { values[Int.random(in: 0..<values.count, using: &self)] }

    package mutating func letters(_ count: Int, of alphabet: [Character] = ["A", "C", "G", "T"]) -> String {
        String((0..<count).map { _ in pick(alphabet) })
    }
}
