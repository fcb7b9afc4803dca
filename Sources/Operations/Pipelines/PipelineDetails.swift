internal import AccessModel
package import ClinicalModel
package import GenomeModel
internal import StructuredText

/// What no pipeline's folder says: whose samples they are, who ordered, and which assay it was. Read from a small YAML file.
package struct PipelineDetails: Hashable, Sendable {
    package struct Sample: Hashable, Sendable {
        /// As the pipeline calls it: the column of its call file.
        package let name: String
        package let identityNumber: String
        package let sex: Sex
        package let specimen: Specimen.Kind
        package let tumourCellContent: Double?
        package let metrics: [(name: String, value: Double)]

        package static func == (a: Sample, b: Sample) -> Bool { a.name == b.name && a.identityNumber == b.identityNumber }
        package func hash(into hasher: inout Hasher) { hasher.combine(name) }
    }

    /// From how many copies, corrected for tumour cell content, the laboratory speaks of an amplification and of a homozygous deletion.
    package struct CopyLimits: Hashable, Sendable {
        package let amplification: Double?
        package let homozygousDeletion: Double?
    }

    package let laboratory: OrganisationCode
    package let orderingProvider: OrganisationCode
    package let area: Area
    package let assembly: Assembly
    package let analysed: CivilDate
    package let assayName: String
    package let assayVersion: String
    package let assayKind: AssayVersion.Kind
    package let isAccredited: Bool
    /// The BED file; nil for a genome.
    package let targets: String?
    package let copyLimits: CopyLimits
    package let samples: [Sample]

    /// Reads the file; `targets` is relative to its folder. Throws `AccessFileError` with the place.
    package static func read(_ path: String) throws(AccessFileError) -> PipelineDetails {
        let fields = try AccessFile.root(of: path).fields([
            "laboratory", "ordering-provider", "area", "assembly", "analysed", "assay", "copy-number", "samples",
        ])
        let assay = try fields["assay"].fields(["name", "version", "kind", "accredited", "targets"])
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        let targets = try assay.optional("targets")?.text()
        let limits = try fields.optional("copy-number")?.fields(["amplification", "homozygous-deletion"])
        var samples: [Sample] = []
        for (key, value) in try fields["samples"].members() { samples.append(try sample(try key.text(), value)) }
        return try PipelineDetails(
            laboratory: fields["laboratory"].organisation(), orderingProvider: fields["ordering-provider"].organisation(),
            area: fields["area"].one(of: Area.self), assembly: fields["assembly"].one(of: Assembly.self),
            analysed: fields["analysed"].date(), assayName: assay["name"].text(), assayVersion: assay["version"].text(),
            assayKind: assay["kind"].one(of: AssayVersion.Kind.self),
            isAccredited: try assay.optional("accredited")?.bool() ?? false,
            targets: targets.map { $0.hasPrefix("/") ? $0 : folder + $0 },
            copyLimits: CopyLimits(
                amplification: try limits?.optional("amplification").map(decimal),
                homozygousDeletion: try limits?.optional("homozygous-deletion").map(decimal)),
            samples: samples)
    }

    private static func sample(_ name: String, _ value: AccessFileNode) throws(AccessFileError) -> Sample {
        let fields = try value.fields(["identity-number", "sex", "specimen", "tumour-cell-content", "metrics"])
        var metrics: [(name: String, value: Double)] = []
        for (key, value) in try fields.optional("metrics")?.members() ?? [] {
            metrics.append((try key.text(), try decimal(value)))
        }
        return try Sample(
            name: name, identityNumber: fields["identity-number"].text(), sex: fields["sex"].one(of: Sex.self),
            specimen: fields["specimen"].one(of: Specimen.Kind.self),
            tumourCellContent: try fields.optional("tumour-cell-content").map(decimal), metrics: metrics)
    }

    private static func decimal(_ node: AccessFileNode) throws(AccessFileError) -> Double {
        guard let number = Double(try node.text()), number.isFinite, number >= 0 else { throw node.error(.badNumber) }
        return number
    }

    func sample(_ name: String) -> Sample? { samples.first { $0.name == name } }
}
