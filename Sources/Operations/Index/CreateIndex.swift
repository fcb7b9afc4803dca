internal import Foundation
package import GenomeModel
internal import VariantFormats
internal import VariantStorage

/// Makes an empty index, bound to one assembly and perhaps to a reference.
package enum CreateIndex {
    /// `reference` is a FASTA with its `.fai`: its contig lengths are held against the assembly, and its absolute path
    /// is kept with the index. Throws `FormatError` for the reference, `StorageError` for the directory.
    package static func run(directory: String, assembly: Assembly, reference: String?) throws {
        var path: String?
        if let reference {
            _ = try ReferenceFASTA.open(path: reference, assembly: assembly)
            path = URL(fileURLWithPath: reference).path
        }
        try IndexWriter.create(directory: directory, assembly: assembly, reference: path)
    }
}
