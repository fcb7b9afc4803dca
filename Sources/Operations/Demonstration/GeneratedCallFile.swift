internal import GenomeModel
internal import VariantFormats

/// The text of a call file: VCF 4.2 on GRCh38, a column a person, with the records in which at least one has something.
struct GeneratedCallFile {
    struct Sample {
        let name: String
        let genome: GeneratedGenome
    }

    /// A somatic variant and the share of the reads that show it.
    struct SomaticCall {
        let variant: Variant
        /// In thousandths, so that the text is the same on every machine.
        let fraction: Int
        let passes: Bool
    }

    /// Calls of germline: GT, AD, DP and GQ, about `depth` reads deep. One record in a hundred fails its filters, `sure` ones never.
    static func germline(
        _ samples: [Sample], at sites: [GeneratedSite], depth: Double, sure: [Variant], _ random: inout SeededNumbers
    ) -> [UInt8] {
        var text = header(["GT", "AD", "DP", "GQ"], samples.map(\.name))
        for (index, site) in sites.enumerated() where samples.contains(where: { $0.genome.carries(index) }) {
            let quality = random.number(180...2400)
            append(
                site.variant, quality: quality, filter: quality < 200 && !sure.contains(site.variant) ? "LowQual" : "PASS",
                format: "GT:AD:DP:GQ", to: &text)
            for sample in samples {
                let copies = GeneratedGenome.copies(site.variant, sample.genome.sex)
                let reads = max(8, Int(random.normal(mean: copies == 2 ? depth : depth / 2, deviation: depth / 6)))
                let bits = sample.genome.alleles[index]
                let share =
                    bits == 0 ? 0 : bits == 3 || copies == 1 ? 1 : min(0.8, max(0.2, random.normal(mean: 0.5, deviation: 0.06)))
                let alternate = Int((share * Double(reads)).rounded())
                let genotype = sample.genome.genotype(index, site.variant)
                text += Array(
                    "\t\(genotype):\(reads - alternate),\(alternate):\(reads):\(min(99, reads * 3 - random.number(0...9)))".utf8)
            }
            text.append(10)
        }
        return text
    }

    /// Somatic calls of one tumour: GT, AD, AF and DP. `calls` in the order of the genome.
    static func tumour(_ name: String, _ calls: [SomaticCall], depth: Double, _ random: inout SeededNumbers) -> [UInt8] {
        var text = header(["GT", "AD", "AF", "DP"], [name])
        for call in calls {
            let reads = max(60, Int(random.normal(mean: depth, deviation: depth / 6)))
            let alternate = max(4, reads * call.fraction / 1000)
            let share = (alternate * 1000 + reads / 2) / reads
            let digits = String(share)
            let fraction = "0." + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
            append(
                call.variant, quality: nil, filter: call.passes ? "PASS" : "weak_evidence", format: "GT:AD:AF:DP", to: &text)
            text += Array("\t0/1:\(reads - alternate),\(alternate):\(fraction):\(reads)\n".utf8)
        }
        return text
    }

    private static let definitions = [
        "GT": "Number=1,Type=String,Description=\"Genotype\"",
        "AD": "Number=R,Type=Integer,Description=\"Reads of each allele\"",
        "AF": "Number=A,Type=Float,Description=\"Share of the reads that show the allele\"",
        "DP": "Number=1,Type=Integer,Description=\"Reads\"",
        "GQ": "Number=1,Type=Integer,Description=\"Genotype quality\"",
    ]

    private static func header(_ format: [String], _ samples: [String]) -> [UInt8] {
        var lines = [
            "##fileformat=VCFv4.2", "##source=samsyn demonstration, generated: no real person",
            "##FILTER=<ID=PASS,Description=\"All filters passed\">",
            "##FILTER=<ID=LowQual,Description=\"Low quality\">",
            "##FILTER=<ID=weak_evidence,Description=\"The calling does not hold for certain\">",
        ]
        lines += format.map { "##FORMAT=<ID=\($0),\(definitions[$0] ?? "")>" }
        lines += Contig.all.map { contig in
            "##contig=<ID=chr\(contig == .mt ? "M" : contig.name),length=\(Assembly.grch38.length(of: contig)),assembly=GRCh38>"
        }
        lines.append("#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\t" + samples.joined(separator: "\t"))
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    private static func append(_ variant: Variant, quality: Int?, filter: String, format: String, to text: inout [UInt8]) {
        let quality = quality.map(String.init) ?? "."
        text += Array(
            "chr\(variant.contig.name)\t\(variant.position.value)\t.\t\(variant.reference)\t\(variant.alternate)\t\(quality)\t\(filter)\t.\t\(format)"
                .utf8)
    }
}
