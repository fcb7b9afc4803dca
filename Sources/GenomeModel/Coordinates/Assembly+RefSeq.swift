extension Assembly {
    /// The RefSeq accession of `contig`: `NC_000017.11` is chromosome 17 of GRCh38 (NCBI, GCF_000001405).
    public func refSeqAccession(of contig: Contig) -> String {
        if contig == .mt { return "NC_012920.1" }
        let number = String(contig.rawValue)
        return "NC_" + String(repeating: "0", count: 6 - number.count) + number + "." + String(refSeqVersion(of: contig))
    }

    /// GRCh38 raised the version of every chromosome by one; MT is the same sequence in both.
    func refSeqVersion(of contig: Contig) -> Int {
        if contig == .mt { return 1 }
        let version = Assembly.grch38Versions[Int(contig.rawValue) - 1]
        return self == .grch38 ? version : version - 1
    }

    private static let grch38Versions = [
        11, 12, 12, 12, 10, 12, 14, 11, 12, 11, 10, 12, 11, 9, 10, 10, 11, 10, 10, 11, 9, 11, 11, 10,
    ]
}
