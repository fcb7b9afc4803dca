/// Randomness without a state: the number for (seed, place, person) is the same in whatever order it is asked for, so
/// that files written person by person and batches streamed site by site agree.
enum Scramble {
    /// The finaliser of SplitMix64 (Steele, Lea & Flood 2014).
    @inline(__always)
    static func mix(_ value: UInt64) -> UInt64 {
        var value = value &+ 0x9E37_79B9_7F4A_7C15
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    @inline(__always)
    static func mix(_ first: UInt64, _ second: UInt64) -> UInt64 { mix(first ^ mix(second)) }

    /// Uniform in (0, 1], from the upper 53 bits.
    @inline(__always)
    static func unit(_ bits: UInt64) -> Double { (Double(bits >> 11) + 1) * 0x1p-53 }
}
