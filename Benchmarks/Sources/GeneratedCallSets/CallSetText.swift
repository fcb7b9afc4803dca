import Foundation
import GenomeModel

/// One person's call set as the text of a VCF, laid out as GATK's HaplotypeCaller writes a single sample.
public struct CallSetText {
    private(set) var bytes: [UInt8] = []

    public init() { bytes.reserveCapacity(1 << 21) }

    /// Hands the text to `write` a megabyte or so at a time.
    public mutating func write(
        person: Int, of population: GeneratedPopulation, _ write: (borrowing [UInt8]) throws -> Void
    ) throws {
        header(person: person, contigs: population.contigs)
        try population.forEachSite(of: person) { site, state in
            line(site, state, Scramble.mix(site.bits, UInt64(person) + 0xF0A7))
            if bytes.count > 1 << 20 {
                try write(bytes)
                bytes.removeAll(keepingCapacity: true)
            }
        }
        try write(bytes)
        bytes.removeAll(keepingCapacity: true)
    }

    private mutating func header(person: Int, contigs: [Contig]) {
        text(
            """
            ##fileformat=VCFv4.2
            ##FILTER=<ID=PASS,Description="All filters passed">
            ##FILTER=<ID=VQSRTrancheSNP99.90to100.00,Description="Truth sensitivity tranche level for SNP model">
            ##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">
            ##FORMAT=<ID=AD,Number=R,Type=Integer,Description="Allelic depths for the ref and alt alleles in the order listed">
            ##FORMAT=<ID=DP,Number=1,Type=Integer,Description="Approximate read depth">
            ##FORMAT=<ID=GQ,Number=1,Type=Integer,Description="Genotype Quality">
            ##FORMAT=<ID=PL,Number=G,Type=Integer,Description="Normalized, Phred-scaled likelihoods for genotypes">
            ##INFO=<ID=AC,Number=A,Type=Integer,Description="Allele count in genotypes">
            ##INFO=<ID=AF,Number=A,Type=Float,Description="Allele Frequency">
            ##INFO=<ID=AN,Number=1,Type=Integer,Description="Total number of alleles in called genotypes">
            ##INFO=<ID=BaseQRankSum,Number=1,Type=Float,Description="Z-score from Wilcoxon rank sum test of base qualities">
            ##INFO=<ID=DP,Number=1,Type=Integer,Description="Approximate read depth">
            ##INFO=<ID=ExcessHet,Number=1,Type=Float,Description="Phred-scaled p-value for exact test of excess heterozygosity">
            ##INFO=<ID=FS,Number=1,Type=Float,Description="Phred-scaled p-value using Fisher's exact test to detect strand bias">
            ##INFO=<ID=MLEAC,Number=A,Type=Integer,Description="Maximum likelihood expectation for the allele counts">
            ##INFO=<ID=MLEAF,Number=A,Type=Float,Description="Maximum likelihood expectation for the allele frequency">
            ##INFO=<ID=MQ,Number=1,Type=Float,Description="RMS Mapping Quality">
            ##INFO=<ID=MQRankSum,Number=1,Type=Float,Description="Z-score from Wilcoxon rank sum test of mapping qualities">
            ##INFO=<ID=QD,Number=1,Type=Float,Description="Variant Confidence/Quality by Depth">
            ##INFO=<ID=ReadPosRankSum,Number=1,Type=Float,Description="Z-score from Wilcoxon rank sum test of read positions">
            ##INFO=<ID=SOR,Number=1,Type=Float,Description="Symmetric Odds Ratio of 2x2 contingency table to detect strand bias">

            """)
        for contig in contigs {
            text("##contig=<ID=chr\(contig.name),length=\(Assembly.grch38.length(of: contig)),assembly=GRCh38>\n")
        }
        text("#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tPERSON\(person)\n")
    }

    private mutating func line(_ site: borrowing GeneratedSite, _ state: CallState, _ bits: UInt64) {
        let isHomozygous = state == .homozygous || state == .failedHomozygous
        let depth = 18 + Int(bits & 15) + Int(bits >> 4 & 15)
        let alternateDepth = isHomozygous ? depth : depth / 2 - 3 + Int(bits >> 8 & 7)
        let referenceDepth = depth - alternateDepth
        text("chr")
        text(site.contig.name)
        letter("\t")
        number(Int(site.position))
        text("\t.\t")
        bytes.append(contentsOf: site.reference)
        letter("\t")
        bytes.append(contentsOf: site.alternate)
        letter("\t")
        hundredths(alternateDepth * 3000 + Int(bits >> 12 & 1023))
        text(state.isFailed ? "\tVQSRTrancheSNP99.90to100.00\t" : "\tPASS\t")
        info(isHomozygous, depth, bits)
        text(isHomozygous ? "\tGT:AD:DP:GQ:PL\t1/1:" : "\tGT:AD:DP:GQ:PL\t0/1:")
        number(referenceDepth)
        letter(",")
        number(alternateDepth)
        letter(":")
        number(depth)
        letter(":")
        number(min(99, isHomozygous ? depth * 3 : 99 - Int(bits >> 50 & 3)))
        letter(":")
        number(alternateDepth * 37 + Int(bits >> 52 & 31))
        letter(",")
        number(isHomozygous ? depth * 3 : 0)
        letter(",")
        number(isHomozygous ? 0 : referenceDepth * 36 + Int(bits >> 57 & 31))
        letter("\n")
    }

    private mutating func info(_ isHomozygous: Bool, _ depth: Int, _ bits: UInt64) {
        text(isHomozygous ? "AC=2;AF=1.00;AN=2;" : "AC=1;AF=0.500;AN=2;BaseQRankSum=")
        if !isHomozygous {
            thousandths(Int(bits >> 22 & 4095) - 2048)
            letter(";")
        }
        text("DP=")
        number(depth)
        text(";ExcessHet=3.0103;FS=")
        thousandths(Int(bits >> 34 & 8191))
        text(isHomozygous ? ";MLEAC=2;MLEAF=1.00;MQ=60.00" : ";MLEAC=1;MLEAF=0.500;MQ=60.00;MQRankSum=0.000")
        text(";QD=")
        hundredths(900 + Int(bits >> 26 & 2047))
        if !isHomozygous {
            text(";ReadPosRankSum=")
            thousandths(Int(bits >> 40 & 2047) - 1024)
        }
        text(";SOR=")
        thousandths(Int(bits >> 47 & 2047) + 200)
    }

    private mutating func text(_ value: String) { bytes.append(contentsOf: value.utf8) }

    private mutating func letter(_ value: Unicode.Scalar) { bytes.append(UInt8(ascii: value)) }

    private mutating func number(_ value: Int) {
        if value >= 10 { number(value / 10) }
        bytes.append(UInt8(ascii: "0") + UInt8(value % 10))
    }

    private mutating func hundredths(_ value: Int) {
        number(value / 100)
        letter(".")
        bytes.append(UInt8(ascii: "0") + UInt8(value / 10 % 10))
        bytes.append(UInt8(ascii: "0") + UInt8(value % 10))
    }

    private mutating func thousandths(_ value: Int) {
        if value < 0 { letter("-") }
        let size = abs(value)
        number(size / 1000)
        letter(".")
        bytes.append(UInt8(ascii: "0") + UInt8(size / 100 % 10))
        bytes.append(UInt8(ascii: "0") + UInt8(size / 10 % 10))
        bytes.append(UInt8(ascii: "0") + UInt8(size % 10))
    }
}
