internal import Foundation
package import GenomeModel
internal import VariantFormats

/// Reads where genes lie: `genes/mane-genes.tsv` in the directory of the code systems, and `genes/exons.bed` where somebody has put it there,
/// each plain or compressed with gzip.
package struct LoadGenes {
    package let directory: String

    package init(directory: String) { self.directory = directory }

    /// Decompressed. MANE 1.0 makes two MB.
    private static let sizeLimit = 64 * 1_048_576
    private static let header = "symbol\thgnc\tensembl\tcontig\tfirst\tlast\tstrand\ttranscript\tname"

    /// Throws `LoadGenesError` with the file and the line that is not as `codes/genes/README.md` says.
    package func run() throws(LoadGenesError) -> GeneLoci {
        let path = found("genes/mane-genes.tsv")
        let lines = try lines(path)
        guard lines.first == LoadGenes.header[...] else { throw LoadGenesError(file: path, cause: .header) }
        var genes: [GeneLocus] = []
        genes.reserveCapacity(lines.count)
        for (number, line) in lines.enumerated().dropFirst() where !line.isEmpty {
            guard let gene = LoadGenes.gene(line) else { throw LoadGenesError(file: path, cause: .row(line: number + 1)) }
            genes.append(gene)
        }
        guard !genes.isEmpty else { throw LoadGenesError(file: path, cause: .empty) }
        return GeneLoci(genes, exons: try exons())
    }

    /// Empty where there is no file.
    private func exons() throws(LoadGenesError) -> [String: [Interval]] {
        let path = found("genes/exons.bed")
        guard FileManager.default.fileExists(atPath: path) else { return [:] }
        var exons: [String: [Interval]] = [:]
        for (number, line) in try lines(path).enumerated() where !line.isEmpty && !line.hasPrefix("#") {
            guard let (symbol, interval) = LoadGenes.exon(line) else {
                throw LoadGenesError(file: path, cause: .exon(line: number + 1))
            }
            exons[symbol, default: []].append(interval)
        }
        return exons.mapValues { $0.sorted { ($0.first, $0.last) < ($1.first, $1.last) } }
    }

    private func found(_ name: String) -> String {
        let plain = directory + "/" + name
        return FileManager.default.fileExists(atPath: plain) ? plain : plain + ".gz"
    }

    private func lines(_ path: String) throws(LoadGenesError) -> [Substring] {
        let bytes: [UInt8]
        do throws(FormatError) {
            bytes = try WholeFile.read(path: path, atMost: LoadGenes.sizeLimit)
        } catch {
            throw LoadGenesError(file: path, cause: .file(error))
        }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    }

    private static func gene(_ line: Substring) -> GeneLocus? {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard fields.count == 9, !fields[0].isEmpty, fields[1].isEmpty || fields[1].hasPrefix("HGNC:"),
            fields[2].isEmpty || fields[2].hasPrefix("ENSG"), let interval = interval(fields[3], Int(fields[4]), Int(fields[5])),
            let strand = GeneLocus.Strand(rawValue: String(fields[6]))
        else { return nil }
        return GeneLocus(
            symbol: String(fields[0]), identifier: String(fields[1]), interval: interval, ensembl: String(fields[2]),
            strand: strand, transcript: String(fields[7]), name: String(fields[8]))
    }

    /// BED counts from 0 and leaves out the end.
    private static func exon(_ line: Substring) -> (symbol: String, interval: Interval)? {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard fields.count >= 4, !fields[3].isEmpty, let start = Int(fields[1]), start >= 0,
            let interval = interval(fields[0], start + 1, Int(fields[2]))
        else { return nil }
        return (String(fields[3]), interval)
    }

    private static func interval(_ contig: Substring, _ first: Int?, _ last: Int?) -> Interval? {
        guard let contig = Contig(name: contig), let first = first.flatMap({ Position($0) }),
            let last = last.flatMap({ Position($0) }), Int(last.value) <= Assembly.grch38.length(of: contig)
        else { return nil }
        return Interval(contig: contig, first: first, last: last)
    }
}
