internal import GenomeModel

/// The alleles that one generated person has at a list of places: bit 0 from the mother, bit 1 from the father.
///
/// Where the person has one copy (X in men) it stands in bit 0; where none, both bits are 0.
struct GeneratedGenome: Sendable {
    let sex: Sex
    var alleles: [UInt8]

    /// Somebody without parents in the file: both alleles drawn by frequency, which is Hardy–Weinberg.
    init(founder sex: Sex, at sites: [GeneratedSite], _ random: inout SeededNumbers) {
        self.sex = sex
        alleles = sites.map { site in
            let copies = GeneratedGenome.copies(site.variant, sex)
            let first: UInt8 = copies > 0 && random.chance(site.frequency) ? 1 : 0
            let second: UInt8 = copies > 1 && random.chance(site.frequency) ? 2 : 0
            return first | second
        }
    }

    /// A child: from either parent one of its two alleles, or the one that it has.
    init(
        child sex: Sex, of mother: GeneratedGenome, and father: GeneratedGenome, at sites: [GeneratedSite],
        _ random: inout SeededNumbers
    ) {
        self.sex = sex
        alleles = sites.indices.map { index in
            let variant = sites[index].variant
            let first = mother.transmitted(index, variant, &random)
            // A son has his X from his mother.
            let second = GeneratedGenome.copies(variant, sex) > 1 ? father.transmitted(index, variant, &random) : 0
            return GeneratedGenome.copies(variant, sex) > 0 ? first | second << 1 : 0
        }
    }

    private func transmitted(_ index: Int, _ variant: Variant, _ random: inout SeededNumbers) -> UInt8 {
        let takesSecond = random.chance(0.5)
        let hasTwo = GeneratedGenome.copies(variant, sex) > 1
        return hasTwo && takesSecond ? alleles[index] >> 1 & 1 : alleles[index] & 1
    }

    static func copies(_ variant: Variant, _ sex: Sex) -> Int {
        Ploidy.alleles(.grch38, variant.contig, variant.position, sex)
    }

    /// GT as VCF writes it: `0/1`, `1/1`, `1` for the only copy.
    func genotype(_ index: Int, _ variant: Variant) -> String {
        if GeneratedGenome.copies(variant, sex) == 1 { return alleles[index] & 1 == 1 ? "1" : "0" }
        return ["0/0", "0/1", "0/1", "1/1"][Int(alleles[index] & 3)]
    }

    func carries(_ index: Int) -> Bool { alleles[index] != 0 }
}
