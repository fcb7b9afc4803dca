internal import Foundation
internal import VariantFormats

/// One of the call files of `Examples/`, out of which single people are taken by column.
struct RealCallFile {
    private let header: [Substring]
    private let samples: [Substring]
    private let records: [[Substring]]

    init(path: String) throws {
        let text = String(decoding: try CompressedText.contents(of: path), as: UTF8.self)
        let lines = text.split(separator: "\n")
        header = lines.filter { $0.hasPrefix("##") }
        let names = lines.first { $0.hasPrefix("#CHROM") }?.split(separator: "\t") ?? []
        samples = Array(names.dropFirst(9))
        records = lines.filter { !$0.hasPrefix("#") }.map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    }

    var sampleNames: [String] { samples.map(String.init) }

    /// The header, one column, and the records in which that sample has an alternate allele: what a pipeline for one person writes.
    /// Nil for a name that the file does not have.
    func column(_ sample: String) -> [UInt8]? {
        guard let column = samples.firstIndex(where: { $0 == sample }) else { return nil }
        var text = header.joined(separator: "\n") + "\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\t\(sample)\n"
        for record in records where column + 9 < record.count {
            let call = record[column + 9]
            let genotype = call.split(separator: ":", omittingEmptySubsequences: false).first ?? ""
            guard genotype.contains(where: { $0.isNumber && $0 != "0" }) else { continue }
            text += record[..<9].joined(separator: "\t") + "\t" + call + "\n"
        }
        return Array(text.utf8)
    }

    /// Whether the sample has an alternate allele of the only ALT at a place, by contig name as the file writes it.
    func carries(_ sample: String, contig: String, position: Int, alternate: String) -> Bool {
        guard let column = samples.firstIndex(where: { $0 == sample }) else { return false }
        return records.contains {
            $0[0] == contig && Int($0[1]) == position && $0[4] == alternate && $0[column + 9].contains("1")
        }
    }
}
