/// A genotype as text has it, in four bytes.
struct Genotype {
    /// 0 is REF, 1 the first ALT.
    var first: Int16
    /// As `first`, or one of the constants.
    var second: Int16

    static let missing: Int16 = -1
    /// Haploid: there is no second allele.
    static let absent: Int16 = -2
    /// More than two alleles: read them from the text.
    static let several: Int16 = -3

    static let reference = Genotype(first: 0, second: 0)
    static let noCall = Genotype(first: missing, second: missing)

    /// `0/1`, `.|.` and the like of one digit, followed by what ends a field; nil for any other text.
    @inline(__always)
    static func short(_ at: UnsafePointer<UInt8>) -> Genotype? {
        let separator = at[1]
        guard separator == UInt8(ascii: "/") || separator == UInt8(ascii: "|") else { return nil }
        let after = at[3]
        guard after == Bytes.tab || after == Bytes.colon || after == 10 || after == 13 else { return nil }
        let (first, second) = (at[0], at[2])
        var genotype = noCall
        if Bytes.isDigit(first) { genotype.first = Int16(first &- 48) } else if first != Bytes.dot { return nil }
        if Bytes.isDigit(second) { genotype.second = Int16(second &- 48) } else if second != Bytes.dot { return nil }
        return genotype
    }

    /// Any genotype in `first ..< end`, and how many alleles it has; nil when it is none.
    static func long(
        _ first: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
    ) -> (genotype: Genotype, ploidy: Int, largest: Int16)? {
        var (at, ploidy, largest) = (first, 0, missing)
        var genotype = Genotype(first: missing, second: absent)
        while true {
            guard let allele = allele(&at, end) else { return nil }
            largest = max(largest, allele)
            switch ploidy {
            case 0: genotype.first = allele
            case 1: genotype.second = allele
            default: genotype.second = several
            }
            ploidy += 1
            if at == end { return (genotype, ploidy, largest) }
            guard at.pointee == UInt8(ascii: "/") || at.pointee == UInt8(ascii: "|") else { return nil }
            at += 1
        }
    }

    /// How often `allele` is named, how many alleles are, and how many there are, in a genotype of several alleles.
    static func count(
        _ allele: Int16, _ first: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
    ) -> (named: Int, known: Int, all: Int) {
        var (at, named, known, all) = (first, 0, 0, 0)
        while let found = Genotype.allele(&at, end) {
            all += 1
            if found >= 0 { known += 1 }
            if found == allele { named += 1 }
            guard at < end, at.pointee == UInt8(ascii: "/") || at.pointee == UInt8(ascii: "|") else { break }
            at += 1
        }
        return (named, known, all)
    }

    /// A number or a full stop at `at`, which is moved behind it.
    private static func allele(_ at: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> Int16? {
        guard at < end else { return nil }
        if at.pointee == Bytes.dot {
            at += 1
            return missing
        }
        let start = at
        var value: Int16 = 0
        while at < end, Bytes.isDigit(at.pointee) {
            // Larger than any record's list of alleles: out of range for certain.
            value = value > 3000 ? .max : value * 10 + Int16(at.pointee &- 48)
            at += 1
        }
        return at > start ? value : nil
    }
}
