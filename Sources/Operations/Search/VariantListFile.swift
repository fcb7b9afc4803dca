internal import ClinicalModel
internal import Foundation
package import GenomeModel
package import Questions
internal import VariantFormats

/// A list of variants with their figures as a file to take along: VCF without samples, or a table with tabs between.
package struct VariantListFile: Sendable {
    package let variants: [NationalVariant]
    /// Each region's state when the list was made.
    package let answer: Answer
    package let assembly: Assembly

    package init(variants: [NationalVariant], answer: Answer, assembly: Assembly) {
        self.variants = variants
        self.answer = answer
        self.assembly = assembly
    }

    private var states: String { answer.regions.map { "\($0.region):\($0.state.rawValue)" }.joined(separator: ",") }

    private static let info = [
        InfoDefinition(
            id: "AC", number: "A", type: .integer, description: "Alleles seen, over the regions that told of the variant"),
        InfoDefinition(id: "AN", number: "1", type: .integer, description: "Alleles that could have been seen in those regions"),
        InfoDefinition(id: "AF", number: "A", type: .float, description: "AC / AN"),
        InfoDefinition(id: "HET", number: "1", type: .integer, description: "Heterozygous call sets"),
        InfoDefinition(id: "HOM", number: "1", type: .integer, description: "Homozygous call sets"),
        InfoDefinition(id: "HEMI", number: "1", type: .integer, description: "Hemizygous call sets"),
        InfoDefinition(id: "CARRIERS", number: "1", type: .integer, description: "People with the variant"),
        InfoDefinition(id: "COVERED", number: "1", type: .integer, description: "People in whom it could have been seen"),
        InfoDefinition(id: "REGIONS", number: "1", type: .integer, description: "Regions that told of the variant"),
    ]

    /// VCF 4.3 in the order of the genome.
    package func vcf() throws -> [UInt8] {
        // The writer of VCF writes files: this one is nobody else's to read, and gone when its bytes are here.
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("samsyn-list-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("list.vcf").path
        let writer = try SitesWriter(
            path: path, assembly: assembly, info: VariantListFile.info,
            source: "samsyn (regions \(states); release \(answer.dataRelease ?? "none"))")
        for national in variants.sorted(by: { $0.variant < $1.variant }) {
            let (variant, figures) = (national.variant, national.figures)
            var text = InfoText()
            text.begin("AC")
            text.append(figures.alleleCount)
            text.begin("AN")
            text.append(figures.alleleNumber)
            text.begin("AF")
            if let frequency = figures.alleleFrequency { text.append(frequency) } else { text.appendMissing() }
            for (name, value) in [
                ("HET", figures.heterozygous), ("HOM", figures.homozygous), ("HEMI", figures.hemizygous),
                ("CARRIERS", figures.carriers), ("COVERED", figures.covered), ("REGIONS", national.regions.count),
            ] {
                text.begin(name)
                text.append(value)
            }
            try writer.append(
                variant.key, reference: Array(variant.reference.utf8)[...], alternate: Array(variant.alternate.utf8)[...],
                info: text)
        }
        try writer.finish()
        return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    /// One row a variant, with a line of names first. Lines about the whole begin with `#`.
    package var table: String {
        var text = "# samsyn; \(assembly.rawValue); regions \(states); release \(answer.dataRelease ?? "none")\n"
        text += "variant\tcontig\tposition\tref\talt\tac\tan\taf\thet\thom\themi\tcarriers\tcovered\tregions\n"
        for national in variants {
            let (variant, figures) = (national.variant, national.figures)
            let values: [String] = [
                variant.notation, variant.contig.name, String(variant.position.value), variant.reference, variant.alternate,
                String(figures.alleleCount), String(figures.alleleNumber), figures.alleleFrequency.map { "\($0)" } ?? "",
                String(figures.heterozygous), String(figures.homozygous), String(figures.hemizygous), String(figures.carriers),
                String(figures.covered), national.regions.map(\.region.description).joined(separator: ","),
            ]
            text += values.joined(separator: "\t") + "\n"
        }
        return text
    }
}
