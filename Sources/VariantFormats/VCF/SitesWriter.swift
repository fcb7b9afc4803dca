public import GenomeModel

/// Writes variants without samples as VCF 4.3: BGZF where the name ends in `.gz` or `.bgz`, plain elsewhere.
///
/// Nothing appears at the path before `finish`. One task owns a writer.
public final class SitesWriter {
    private let sink: BGZFSink
    private let path: String
    private var text: [UInt8] = []

    /// Writes the header: `info` declares every field that records will have; contigs are named without `chr`.
    /// `source` is one line.
    public init(
        path: String, assembly: Assembly, info: [InfoDefinition], source: String, threads: Int = 1
    ) throws(FormatError) {
        self.path = path
        sink = try BGZFSink(path: path, threads: threads)
        text += Array("##fileformat=VCFv4.3\n##source=\(source)\n##reference=\(assembly.rawValue)\n".utf8)
        text += Array("##FILTER=<ID=PASS,Description=\"All filters passed\">\n".utf8)
        for definition in info { text += definition.line + [10] }
        for contig in Contig.all {
            let length = assembly.length(of: contig)
            text += Array("##contig=<ID=\(contig.name),length=\(length),assembly=\(assembly.rawValue)>\n".utf8)
        }
        text += Array("#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n".utf8)
        try sink.write(text)
    }

    /// One record, after those before it in the order of keys: readers of VCF expect it sorted.
    public func append(
        _ key: VariantKey, reference: ArraySlice<UInt8>, alternate: ArraySlice<UInt8>, info: InfoText
    ) throws(FormatError) {
        guard let contig = key.contig else {
            throw FormatError(
                .recordMalformed, file: path, field: "CHROM", message: "A variant's key names no contig.",
                remedy: "Verify the index that it comes from.")
        }
        text.removeAll(keepingCapacity: true)
        text.append(contentsOf: contig.name.utf8)
        text.append(Bytes.tab)
        NumberText.append(Int(key.position.value), to: &text)
        text.append(contentsOf: [Bytes.tab, Bytes.dot, Bytes.tab])
        text.append(contentsOf: reference)
        text.append(Bytes.tab)
        text.append(contentsOf: alternate)
        text.append(contentsOf: [Bytes.tab, Bytes.dot, Bytes.tab, Bytes.dot, Bytes.tab])
        if info.isEmpty { text.append(Bytes.dot) } else { text.append(contentsOf: info.bytes.dropFirst()) }
        text.append(10)
        try sink.write(text)
    }

    /// Writes the end block, and gives the file its name once it is on the disk. To be called once, last.
    public func finish() throws(FormatError) { try sink.finish() }
}
