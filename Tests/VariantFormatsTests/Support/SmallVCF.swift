/// Small VCF texts.
enum SmallVCF {
    static func header(_ samples: [String], contigs: [String] = ["##contig=<ID=chr1,length=248956422>"]) -> String {
        let lines =
            [
                "##fileformat=VCFv4.2", "##FORMAT=<ID=GT,Number=1,Type=String,Description=\"Genotype\">",
                "##FORMAT=<ID=AD,Number=R,Type=Integer,Description=\"Depths\">",
                "##FORMAT=<ID=AF,Number=A,Type=Float,Description=\"Fraction\">",
                "##FILTER=<ID=LowQual,Description=\"Low quality\">",
            ] + contigs + [
                "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO"
                    + (samples.isEmpty ? "" : "\tFORMAT\t" + samples.joined(separator: "\t"))
            ]
        return lines.joined(separator: "\n") + "\n"
    }

    /// A record with GT only.
    static func record(
        _ contig: String, _ position: Int, _ reference: String, _ alternate: String, filter: String = "PASS",
        _ genotypes: String...
    ) -> String {
        "\(contig)\t\(position)\t.\t\(reference)\t\(alternate)\t50\t\(filter)\t.\tGT\t" + genotypes.joined(separator: "\t") + "\n"
    }
}
