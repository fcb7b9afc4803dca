internal import ReportModel

/// A variant of `Examples/cases/variants.yaml`, under the name that cases call it by.
struct NamedVariant: Sendable {
    let small: SmallVariantFinding
    /// What speaks for and against it in a tumour; empty for an inherited one.
    let oncogenicity: [OncogenicityAssessment.Applied]

    static let remedy = "See docs/interpretation.md for the forms of findings and interpretations."

    /// By name.
    static func read(_ path: String) throws(AccessFileError) -> [String: NamedVariant] {
        var variants: [String: NamedVariant] = [:]
        for (key, node) in try AccessFile.root(of: path).fields(["variants"])["variants"].members() {
            let fields = try node.fields(["small-variant", "oncogenicity"])
            variants[try key.text()] = NamedVariant(
                small: try fields["small-variant"].form(remedy: remedy),
                oncogenicity: try fields.optional("oncogenicity")?.forms(remedy: remedy) ?? [])
        }
        return variants
    }

    /// The same as it was seen in one sample.
    func seen(zygosity: SmallVariantFinding.Zygosity?, fraction: Double?, depth: Int?) -> SmallVariantFinding? {
        SmallVariantFinding(
            variant: small.variant, gene: small.gene, transcript: small.transcript, coding: small.coding, protein: small.protein,
            consequences: small.consequences, zygosity: zygosity, alleleFraction: fraction, depth: depth)
    }
}
