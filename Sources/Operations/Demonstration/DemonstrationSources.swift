internal import Foundation
internal import VariantFormats

/// What the demonstration is made from: the open data of `Examples/`, read once.
struct DemonstrationSources {
    let finland: RealCallFile
    let finns: [RealPerson]
    let publishedCases: RealCallFile
    let published: [RealPerson]
    /// By case: the disease, and HPO terms with those that were excluded.
    let findings: [String: Finding]
    let identityNumbers: String
    let rarePanel: SiteCatalogue
    let cancerPanel: SiteCatalogue
    let exome: SiteCatalogue
    /// The files as they are, by path below `Examples/`.
    let files: [String: [UInt8]]

    /// A row of a sheet of `Examples/`.
    struct RealPerson {
        let sample: String
        /// `female`, `male` or `unknown`.
        let sex: String
    }

    struct Finding {
        let disease: String
        let present: [String]
        let excluded: [String]
    }

    static let carried = [
        "GRCh38/chr22-slice.bed", "GRCh38/chr22-reanalysis.bed", "GRCh38/rare-disease-panel.bed", "GRCh38/HG00187.g.vcf.gz",
        "GRCh38/breast-tumour.vcf.gz", "GRCh37/family-643594.vcf.gz", "sweden/cancer-panel.bed", "sweden/small-exome.bed",
    ]

    /// `share` is the root of the repository.
    init(share: String) throws {
        let root = URL(fileURLWithPath: share).appendingPathComponent("Examples")
        func bytes(_ name: String) throws -> [UInt8] {
            let path = root.appendingPathComponent(name).path
            guard let data = FileManager.default.contents(atPath: path) else { throw DemonstrationError(.fileMissing, path) }
            return [UInt8](data)
        }
        func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }
        func people(_ name: String) throws -> [RealPerson] {
            try text(name).split(separator: "\n").dropFirst().compactMap { line in
                let fields = line.split(separator: "\t")
                return fields.count == 6 ? RealPerson(sample: String(fields[2]), sex: String(fields[4])) : nil
            }
        }
        finland = try RealCallFile(path: root.appendingPathComponent("GRCh38/finland.chr22.vcf.gz").path)
        finns = try people("GRCh38/finland.tsv")
        publishedCases = try RealCallFile(path: root.appendingPathComponent("GRCh38/published-cases.vcf.gz").path)
        published = try people("GRCh38/published-cases.tsv").filter { $0.sex != "unknown" }
        var findings: [String: Finding] = [:]
        for line in try text("sweden/published-findings.tsv").split(separator: "\n") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count == 3 else { continue }
            let terms = fields[2].split(separator: ",")
            findings[String(fields[0])] = Finding(
                disease: String(fields[1]), present: terms.filter { !$0.hasPrefix("-") }.map(String.init),
                excluded: terms.filter { $0.hasPrefix("-") }.map { String($0.dropFirst()) })
        }
        self.findings = findings
        identityNumbers = try text("sweden/test-identity-numbers.txt")
        rarePanel = SiteCatalogue(targets: GeneTarget.read(bed: try text("GRCh38/rare-disease-panel.bed")))
        cancerPanel = SiteCatalogue(targets: GeneTarget.read(bed: try text("sweden/cancer-panel.bed")))
        exome = SiteCatalogue(targets: GeneTarget.read(bed: try text("sweden/small-exome.bed")))
        files = Dictionary(uniqueKeysWithValues: try DemonstrationSources.carried.map { ($0, try bytes($0)) })
        guard !finns.isEmpty, !published.isEmpty, !rarePanel.sites.isEmpty, !cancerPanel.sites.isEmpty, !exome.sites.isEmpty
        else { throw DemonstrationError(.fileIncomplete, root.path) }
    }

    func file(_ name: String) throws -> [UInt8] {
        guard let bytes = files[name] else { throw DemonstrationError(.fileMissing, name) }
        return bytes
    }
}
