/// How many alleles a person of a sex has at a place: the pseudo-autosomal regions, X, Y and MT accounted for.
public enum Ploidy {
    /// The number of alleles that could be seen, 0, 1 or 2.
    ///
    /// Two on the autosomes and in the pseudo-autosomal regions of X, whatever the sex. On X outside them two in
    /// females, one in males. On Y outside them one in males. One on MT. Zero, which counts as *not covered*: Y in
    /// females, the Y copy of the pseudo-autosomal regions (calls there belong to X), and X and Y outside those
    /// regions where the sex is unknown. `position` is the first base of REF.
    @inlinable
    public static func alleles(_ assembly: Assembly, _ contig: Contig, _ position: Position, _ sex: Sex) -> Int {
        let number = contig.rawValue
        if number <= 22 { return 2 }
        if number == 25 { return 1 }
        let isPseudoAutosomal = assembly.isPseudoAutosomal(contig, position)
        if number == 23 {
            if isPseudoAutosomal { return 2 }
            switch sex {
            case .female: return 2
            case .male: return 1
            case .unknown: return 0
            }
        }
        return sex == .male && !isPseudoAutosomal ? 1 : 0
    }
}
