public import GenomeModel

/// A reference genome in a FASTA file with its index.
public enum ReferenceFASTA {
    /// The bases of the FASTA file at `path`, which may be bgzipped; its `.fai` stands beside it.
    ///
    /// Sequences may be named `chr1`, `1` or by RefSeq accession; others are passed over. A part of the contigs is enough,
    /// and one that is missing throws when it is asked for. Throws where the index is missing (it is not built here), no
    /// contig is known, or the length of one contradicts `assembly`. The answer may be used by many tasks at once: they
    /// take turns. Cost: opening reads the index, later reads go through a window of 64 kB a contig.
    public static func open(path: String, assembly: Assembly) throws(FormatError) -> ReferenceSequence {
        let file = try FASTAFile(path: path)
        var contigs = [FASTAIndex.Sequence?](repeating: nil, count: Contig.all.count)
        for sequence in file.sequences {
            guard let meaning = ContigName(sequence.name) else { continue }
            if let other = meaning.assembly, other != assembly {
                throw FormatError(
                    .wrongAssembly, file: path, field: sequence.name,
                    message: "The accession of a sequence belongs to another assembly than \(assembly.rawValue).",
                    remedy: remedy(assembly))
            }
            guard sequence.length == assembly.length(of: meaning.contig) else {
                throw FormatError(
                    .wrongAssembly, file: path, field: sequence.name,
                    message: "The sequence has \(sequence.length) bases, in \(assembly.rawValue) it has "
                        + "\(assembly.length(of: meaning.contig)).",
                    remedy: meaning.contig == .mt
                        ? "Give a FASTA file with the mitochondrion NC_012920.1; hg19 as UCSC has it holds another one."
                        : remedy(assembly))
            }
            let place = Int(meaning.contig.rawValue) - 1
            guard contigs[place] == nil else {
                throw FormatError(
                    .referenceMalformed, file: path, field: sequence.name,
                    message: "The file has the same contig under two names.",
                    remedy: "Leave one of them out, and make the index again with `samtools faidx FILE`.")
            }
            contigs[place] = sequence
        }
        guard contigs.contains(where: { $0 != nil }) else {
            throw FormatError(
                .referenceMalformed, file: path,
                message: "No sequence of the file is named as a human chromosome is.", remedy: remedy(assembly))
        }
        let windows = ReferenceWindows(file: file, contigs: contigs, assembly: assembly, path: path)
        return ReferenceSequence { contig, first, count in try windows.bases(contig, first, count) }
    }

    private static func remedy(_ assembly: Assembly) -> String {
        "Give the FASTA file of \(assembly.rawValue), or state the assembly that this one is."
    }
}
