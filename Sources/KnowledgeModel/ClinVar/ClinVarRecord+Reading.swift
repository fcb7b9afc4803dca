package import GenomeModel
internal import StructuredText

extension ClinVarRecord {
    /// Reads ClinVar's VCF (`clinvar.vcf` of the `vcf_GRCh37` or `vcf_GRCh38` folder), unpacked.
    ///
    /// Throws where the file is no VCF or says that it is of another assembly. A record without an alternate allele, on a contig outside the
    /// primary assembly or with damaged columns is left out with a diagnostic; an unknown word of a classification is kept as text with one.
    /// With a `reference` variants are left-aligned and REF is checked. Cost: one pass over the bytes, and a sort by Variation ID.
    package static func read(
        _ bytes: [UInt8], assembly: Assembly, reference: ReferenceSequence? = nil
    ) throws(KnowledgeFault) -> KnowledgeImport<ClinVarRecord> {
        let lines = try TextLines(bytes)
        let isTruncated = lines.endsInLine
        let reader = ClinVarLineReader(assembly: assembly, reference: reference)
        var diagnostics = KnowledgeDiagnostics()
        var found: [(item: ClinVarRecord, place: SourcePlace)] = []
        var terms: [KnowledgeFault] = []
        var (rows, last, hasColumns, stated) = (0, 0, false, String?.none)
        for (number, line) in lines {
            last = number
            if number == 1, !line.starts(with: "##fileformat=VCFv4".utf8) {
                throw KnowledgeFault(.notVCF, at: SourcePlace(line: 1, column: 1))
            }
            if line.first == UInt8(ascii: "#") {
                let text = String(decoding: line, as: UTF8.self)
                if text.hasPrefix("##reference=") { stated = String(text.dropFirst("##reference=".count)) }
                if text.hasPrefix("#CHROM\t") { hasColumns = true }
                continue
            }
            guard !line.isEmpty else { continue }
            if rows == 0 { try check(stated, assembly, hasColumns, number) }
            rows += 1
            do throws(KnowledgeFault) {
                found.append((try reader.record(line, number, &terms), SourcePlace(line: number, column: 1)))
            } catch {
                diagnostics.add(error)
            }
        }
        guard hasColumns else { throw KnowledgeFault(.noHeader) }
        for fault in terms { diagnostics.add(fault) }
        if isTruncated { diagnostics.add(KnowledgeFault(.truncated, at: SourcePlace(line: last, column: 1))) }
        return KnowledgeImport(found, rows: rows, diagnostics)
    }

    /// The day of the release that the file itself names (`##fileDate=2026-02-26`); nil where it names none.
    package static func releaseDate(_ bytes: [UInt8]) -> String? {
        guard let lines = try? TextLines(Array(bytes.prefix(4096))) else { return nil }
        for (_, line) in lines {
            let text = String(decoding: line, as: UTF8.self)
            guard text.hasPrefix("##") else { return nil }
            if text.hasPrefix("##fileDate=") { return String(text.dropFirst("##fileDate=".count)) }
        }
        return nil
    }

    private static func check(
        _ stated: String?, _ assembly: Assembly, _ hasColumns: Bool, _ line: Int
    ) throws(KnowledgeFault) {
        guard hasColumns else { throw KnowledgeFault(.noHeader, at: SourcePlace(line: line, column: 1)) }
        guard let stated else { throw KnowledgeFault(.noAssembly) }
        guard stated.hasPrefix(assembly.rawValue) else { throw KnowledgeFault(.wrongAssembly, value: stated) }
    }
}

/// The records of a version by variant.
package struct ClinVarIndex: Sendable {
    private let byVariant: [Variant: [ClinVarRecord]]

    package init(_ records: [ClinVarRecord]) {
        byVariant = Dictionary(grouping: records, by: \.variant)
    }

    /// The records of exactly this variant, which must be normalised in the same way and of the same assembly. Cost: one look-up.
    package func records(of variant: Variant) -> [ClinVarRecord] { byVariant[variant] ?? [] }
}
