internal import Foundation
package import GenomeModel
internal import VariantFormats

/// Reads where genes lie: `genes/mane-genes.tsv` in the directory of the code systems, plain or compressed with gzip.
package struct LoadGenes {
    package let directory: String

    package init(directory: String) { self.directory = directory }

    /// Decompressed. MANE 1.0 makes less than one MB.
    private static let sizeLimit = 64 * 1_048_576
    private static let header = "symbol\thgnc\tcontig\tfirst\tlast"

    /// Throws `LoadGenesError` with the file and the line that is not as `codes/genes/README.md` says.
    package func run() throws(LoadGenesError) -> GeneLoci {
        let plain = directory + "/genes/mane-genes.tsv"
        let path = FileManager.default.fileExists(atPath: plain) ? plain : plain + ".gz"
        let bytes: [UInt8]
        do throws(FormatError) {
            bytes = try WholeFile.read(path: path, atMost: LoadGenes.sizeLimit)
        } catch {
            throw LoadGenesError(file: path, cause: .file(error))
        }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.first == LoadGenes.header[...] else { throw LoadGenesError(file: path, cause: .header) }
        var genes: [GeneLocus] = []
        genes.reserveCapacity(lines.count)
        for (number, line) in lines.enumerated().dropFirst() where !line.isEmpty {
            guard let gene = LoadGenes.gene(line) else { throw LoadGenesError(file: path, cause: .row(line: number + 1)) }
            genes.append(gene)
        }
        guard !genes.isEmpty else { throw LoadGenesError(file: path, cause: .empty) }
        return GeneLoci(genes)
    }

    private static func gene(_ line: Substring) -> GeneLocus? {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard fields.count == 5, !fields[0].isEmpty, fields[1].isEmpty || fields[1].hasPrefix("HGNC:"),
            let contig = Contig(name: fields[2]),
            let first = Int(fields[3]).flatMap({ Position($0) }), let last = Int(fields[4]).flatMap({ Position($0) }),
            Int(last.value) <= Assembly.grch38.length(of: contig),
            let interval = Interval(contig: contig, first: first, last: last)
        else { return nil }
        return GeneLocus(symbol: String(fields[0]), identifier: String(fields[1]), interval: interval)
    }
}
