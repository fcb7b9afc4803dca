internal import Foundation
internal import GenomeModel
internal import VariantFormats
package import VariantStorage

/// Writes every variant of an index with its frequency to a file: sites-only VCF, or TSV where the name ends in `.tsv`.
///
/// In the order of the store; the columns of the TSV are those of `query`, the VCF has them in INFO. Never half a file:
/// it gets its name when it is whole.
package struct ExportIndex {
    package let directory: String
    package let output: String
    package var filter = CohortFilter()

    package init(directory: String, output: String) {
        self.directory = directory
        self.output = output
    }

    /// The number of variants written.
    package func run() throws -> Int {
        let query = try QueryIndex(directory: directory, filter: filter)
        return output.hasSuffix(".tsv") ? try writeTable(query) : try writeSites(query)
    }

    private func writeTable(_ query: QueryIndex) throws -> Int {
        var written = 0
        let draft = output + ".partial"
        guard FileManager.default.createFile(atPath: draft, contents: nil), let file = FileHandle(forWritingAtPath: draft)
        else { throw LineFileError(path: output, isMissing: true) }
        do {
            var text = FrequencyText.header
            try query.forEachVariant(in: nil) { variant, frequency in
                guard let notation = variant.notation else { return }
                text += FrequencyText.row(notation, frequency)
                written += 1
                if text.utf8.count > 1 << 16 {
                    try file.write(contentsOf: Data(text.utf8))
                    text = ""
                }
            }
            try file.write(contentsOf: Data(text.utf8))
            try file.synchronize()
            try file.close()
            guard rename(draft, output) == 0 else { throw LineFileError(path: output, isMissing: true) }
        } catch {
            try? FileManager.default.removeItem(atPath: draft)
            throw error
        }
        return written
    }

    private static let fields: [(id: String, meaning: String, value: @Sendable (Frequency) -> Int)] = [
        ("AC", "Alleles seen in passing calls", { $0.ac }), ("AN", "Alleles that could have been seen", { $0.an }),
        ("HET", "Heterozygous call sets", { $0.het }), ("HOM", "Homozygous call sets", { $0.hom }),
        ("HEMI", "Hemizygous call sets", { $0.hemi }),
        ("REFERENCE", "Covered call sets without the allele", { $0.reference }),
        ("FAILED", "Call sets whose record failed its filters", { $0.failed }),
        ("NOCALL", "Call sets without a call", { $0.noCall }),
        ("NOTCOVERED", "Call sets whose assay does not cover the variant", { $0.notCovered }),
        ("COHORT", "Call sets asked", { $0.cohort }),
    ]

    private func writeSites(_ query: QueryIndex) throws -> Int {
        var info = ExportIndex.fields.map {
            // The format reserves AC and AF for one value an ALT; a record here has one ALT.
            InfoDefinition(id: $0.id, number: $0.id == "AC" ? "A" : "1", type: .integer, description: $0.meaning)
        }
        info.insert(InfoDefinition(id: "AF", number: "A", type: .float, description: "AC / AN"), at: 2)
        let writer = try SitesWriter(
            path: output, assembly: query.index.assembly, info: info, source: "samsyn index export", threads: 2)
        var written = 0
        try query.forEachVariant(in: nil) { variant, frequency in
            guard let alleles = variant.alleles else { return }
            var text = InfoText()
            for (place, field) in ExportIndex.fields.enumerated() {
                text.begin(field.id)
                text.append(field.value(frequency))
                if place == 1 {
                    text.begin("AF")
                    if let af = frequency.af { text.append(af) } else { text.appendMissing() }
                }
            }
            try writer.append(
                variant.key, reference: Array(alleles.reference.utf8)[...], alternate: Array(alleles.alternate.utf8)[...],
                info: text)
            written += 1
        }
        try writer.finish()
        return written
    }
}

extension StoredVariant {
    /// `17-43093464-G-A`.
    package var notation: String? {
        guard let contig = key.contig, let alleles else { return nil }
        return "\(contig.name)-\(position.value)-\(alleles.reference)-\(alleles.alternate)"
    }
}
