package import VariantFormats

/// Why the file of genes could not be taken.
package struct LoadGenesError: Error, Sendable, CustomStringConvertible {
    package enum Cause: Sendable {
        case file(FormatError)
        case header
        /// 1-based.
        case row(line: Int)
        /// 1-based, in the file of exons.
        case exon(line: Int)
        case empty
    }

    package let file: String
    package let cause: Cause

    package init(file: String, cause: Cause) {
        self.file = file
        self.cause = cause
    }

    package var description: String {
        let remedy = "Put the file in place as codes/genes/README.md says."
        return switch cause {
        case .file(let error): "\(file): \(error)"
        case .header: "\(file): line 1: the columns are not those of genes. \(remedy)"
        case .row(let line): "\(file): line \(line): not a gene with its place on GRCh38. \(remedy)"
        case .exon(let line): "\(file): line \(line): not contig, start, end and gene of an exon on GRCh38. \(remedy)"
        case .empty: "\(file): there is no gene in it. \(remedy)"
        }
    }
}
