import GenomeModel

/// Holds a header's contig lines against the assembly that was stated.
enum ContigLines {
    /// UCSC's hg19 has NC_001807 under the name chrM: another sequence, whose coordinates are not ours.
    static let otherMitochondrionLength = 16_571

    /// Throws where a length, or the version of an accession, contradicts the assembly. Returns whether the file's
    /// mitochondrion is another sequence, whose records cannot be indexed.
    static func check(
        _ header: CallFileHeader, _ assembly: Assembly, path: String, log: inout DiagnosticLog
    ) throws(FormatError) -> Bool {
        guard !header.contigs.isEmpty else {
            log.note(.contigLinesMissing, line: 1, field: "contig")
            return false
        }
        var hasOtherMitochondrion = false
        var isLengthMissing = false
        for line in header.contigs {
            guard let name = ContigName(line.name) else { continue }
            guard let length = line.length else {
                isLengthMissing = true
                continue
            }
            if name.contig == .mt, assembly == .grch37, length == otherMitochondrionLength {
                hasOtherMitochondrion = true
                continue
            }
            guard length == assembly.length(of: name.contig), name.assembly ?? assembly == assembly else {
                throw FormatError(
                    .wrongAssembly, file: path, field: "contig",
                    message: "The contig lines of the header contradict \(assembly.rawValue).",
                    remedy: "State the assembly that the file was made with, or lift the file over.")
            }
        }
        if isLengthMissing { log.note(.contigLengthsMissing, line: 1, field: "contig") }
        return hasOtherMitochondrion
    }
}
