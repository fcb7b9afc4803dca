import Foundation

/// How allele frequencies are spread over sites.
///
/// Two parts, each with density proportional to 1/f. *Common*: f from 1/600 to 1, as under neutrality. *Rare*: f from
/// `floor` to 1/600, twelve times as dense, as after the growth of human populations. Twelve makes half of the distinct
/// variants in 300 people singletons; the share of common sites makes 360,000 variants a person on chr20–22
/// (both measured: `GeneratedCallSetsTests`).
struct FrequencySpectrum: Sendable {
    /// Share of the sites that are common.
    static let commonShare = 0.1017
    static let border = 1.0 / 600
    /// `border` × e^−4.75.
    static let floor = 1.44e-5
    /// Each part is cut into so many steps; within a step all sites have one frequency.
    static let steps = 1024

    /// A step: `steps` rare ones ascending, then `steps` common ones.
    struct Step: Sendable {
        let frequency: Double
        /// 1 / ln(1 − f): turns a uniform number into a geometric gap.
        let gap: Double
        /// f as a fraction of 2³².
        let threshold: UInt32
        /// Whether carriers are drawn by gaps: cheaper than asking every person while few carry it.
        let isSparse: Bool
    }

    let table: [Step]

    init() {
        let parts = [(Self.floor, Self.border), (Self.border, 1)]
        table = parts.flatMap { low, high in
            (0..<Self.steps).map { index in
                let frequency = low * pow(high / low, (Double(index) + 0.5) / Double(Self.steps))
                return Step(
                    frequency: frequency, gap: 1 / log1p(-frequency), threshold: UInt32(frequency * 0x1p32),
                    isSparse: frequency < 0.05)
            }
        }
    }

    /// The step of a site, from 64 random bits of its own.
    @inline(__always)
    func step(_ bits: UInt64) -> Int {
        let isCommon = UInt32(truncatingIfNeeded: bits >> 32) < Self.commonThreshold
        return Int(truncatingIfNeeded: bits & UInt64(Self.steps - 1)) + (isCommon ? Self.steps : 0)
    }

    private static let commonThreshold = UInt32(commonShare * 0x1p32)
}
