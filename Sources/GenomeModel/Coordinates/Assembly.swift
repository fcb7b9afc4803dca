/// A human reference assembly. It is always stated, never guessed from a file.
public enum Assembly: String, Sendable, CaseIterable {
    case grch37 = "GRCh37"
    case grch38 = "GRCh38"

    /// The length of `contig` in bases (GenBank GCA_000001405.1 and .15; MT is NC_012920.1 in both).
    @inlinable
    public func length(of contig: Contig) -> Int {
        let lengths = self == .grch37 ? Assembly.grch37Lengths : Assembly.grch38Lengths
        return lengths[Int(contig.rawValue) - 1]
    }

    /// Whether `position` lies in a pseudo-autosomal region of X or Y.
    @inlinable
    public func isPseudoAutosomal(_ contig: Contig, _ position: Position) -> Bool {
        let place = position.value
        switch (self, contig.rawValue) {
        case (.grch38, 23): return (10_001...2_781_479).contains(place) || (155_701_383...156_030_895).contains(place)
        case (.grch38, 24): return (10_001...2_781_479).contains(place) || (56_887_903...57_217_415).contains(place)
        case (.grch37, 23): return (60_001...2_699_520).contains(place) || (154_931_044...155_260_560).contains(place)
        case (.grch37, 24): return (10_001...2_649_520).contains(place) || (59_034_050...59_363_566).contains(place)
        default: return false
        }
    }

    @usableFromInline
    static let grch37Lengths: [Int] = [
        249_250_621, 243_199_373, 198_022_430, 191_154_276, 180_915_260, 171_115_067, 159_138_663, 146_364_022,
        141_213_431, 135_534_747, 135_006_516, 133_851_895, 115_169_878, 107_349_540, 102_531_392, 90_354_753,
        81_195_210, 78_077_248, 59_128_983, 63_025_520, 48_129_895, 51_304_566, 155_270_560, 59_373_566, 16_569,
    ]

    @usableFromInline
    static let grch38Lengths: [Int] = [
        248_956_422, 242_193_529, 198_295_559, 190_214_555, 181_538_259, 170_805_979, 159_345_973, 145_138_636,
        138_394_717, 133_797_422, 135_086_622, 133_275_309, 114_364_328, 107_043_718, 101_991_189, 90_338_345,
        83_257_441, 80_373_285, 58_617_616, 64_444_167, 46_709_983, 50_818_468, 156_040_895, 57_227_415, 16_569,
    ]
}
